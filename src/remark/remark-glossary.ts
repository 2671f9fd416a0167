/**
 * Replaces `<Glossary />` by the terms of the edition's vocabulary.yml: a heading for each letter, and each term at its own
 * address (`#madrs`), with its definition, its other names, and a link to the page about it. Misspellings and what people
 * type instead are for search alone. Run this before remark-citations: definitions may cite.
 */
import type {Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {Plugin} from 'unified';
import {docsDirOf} from '../evidence/store';
import {glossarySections, type Term} from '../evidence/vocabulary';
import {slugOf} from '../evidence/pages';
import {fillBlocks, pageLinks} from './blocks';
import {flowElement, heading, link, paragraph} from './mdx';

export const remarkGlossary: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    fillBlocks(tree, file, root, 'Glossary', (_, {vocabulary}, depth) => {
      const linkTo = pageLinks(file, root);
      const own = slugOf(file.path, docsDirOf(file.path, root));
      const sections = glossarySections(vocabulary.value ?? []);
      return [
        flowElement(
          'GlossaryLetters',
          {},
          sections.map(({id, title}) => paragraph([link(`#${id}`, title)])),
        ),
        ...sections.flatMap(({id, title, terms}): RootContent[] => [
          heading(depth, id, title),
          flowElement(
            'GlossaryTerms',
            {},
            terms.map((term) => termElement(term, own, linkTo)),
          ),
        ]),
      ];
    });
  };

function termElement(
  {id, term, definition, abbreviations, brands, spellings, lay, page}: Term,
  own: string,
  linkTo: ReturnType<typeof pageLinks>,
): MdxJsxFlowElement {
  // The glossary itself stands for "no page of its own"; a page that is not there is told by vocabulary/page.
  const about = page === own ? undefined : linkTo(page);
  const list = (names: readonly string[] | undefined): string | undefined => names?.join('; ');
  const names = {brands: list(brands), spellings: list(spellings), lay: list(lay)};
  return flowElement('GlossaryTerm', {id, term, abbreviations: list(abbreviations)}, [
    paragraph([{type: 'text', value: definition}]),
    ...(Object.values(names).some(Boolean) ? [flowElement('GlossaryNames', names)] : []),
    ...(about ? [flowElement('GlossaryPage', {}, [paragraph([about])])] : []),
  ]);
}
