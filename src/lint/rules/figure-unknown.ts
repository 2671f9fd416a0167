import {nearest} from '../../evidence/nearest';
import {editionOf} from '../content';
import {componentsOf, stringAttribute} from '../document';
import {defineDocumentRule, placeOf} from '../rule';

export const figureUnknown = defineDocumentRule({
  id: 'figure/unknown',
  title: 'Every <Figure> has its data in the same edition',
  why: 'A picture is drawn from data: without it there is nothing to draw.',
  scope: 'all',
  check(document, content) {
    const {figures, folder} = editionOf(content, document);
    return componentsOf(document)
      .filter(({name}) => name === 'Figure')
      .map((component) => ({component, id: stringAttribute(component, 'id')}))
      .filter(({id}) => id === undefined || !figures.has(id))
      .map(({component, id}) => ({
        ...placeOf(document, component),
        found: id === undefined ? '<Figure /> without an id' : `<Figure id="${id}" />`,
        expected: `the name of a file in ${folder}/_evidence/figures/, without .yml`,
        closest: nearest(id ?? '', figures.keys()),
        fix: 'correct the id, or add the file',
      }));
  },
});
