import {blockProblems, isBlock} from '../../remark/blocks';
import {editionOf} from '../content';
import {componentsOf} from '../document';
import {defineDocumentRule, placeOf} from '../rule';

export const blockUnknown = defineDocumentRule({
  id: 'block/unknown',
  title: 'Every <Timeline>, <Glossary> and <RegulationTable> has its data in the same edition',
  why: 'A block is made from data: without it there is nothing to show.',
  scope: 'all',
  check(document, content) {
    const {data, folder} = editionOf(content, document);
    return componentsOf(document)
      .filter(isBlock)
      .flatMap((block) =>
        blockProblems(block, data, folder).map((problem) => ({
          ...placeOf(document, block),
          ...problem,
        })),
      );
  },
});
