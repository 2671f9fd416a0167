import {defineDocumentRule, placeOf} from '../rule';

export const headingId = defineDocumentRule({
  id: 'heading/id',
  title: 'Every heading has an explicit id',
  why: 'An id made from the words changes with them, and breaks the links of everyone who cited the section.',
  scope: 'all',
  check: (document) =>
    document.headings
      .filter(({id, comment}) => id === undefined && comment === undefined)
      .map(({node, depth, text}) => {
        const heading = `${'#'.repeat(depth)} ${text}`;
        const end = node.position?.end.offset;
        const id = suggestId(text);
        return {
          ...placeOf(document, node),
          found: heading,
          expected: 'an id at the end of the heading, as an MDX comment',
          fix: `write: ${heading} {/* #${id} */}`,
          ...(end === undefined ? {} : {edit: {start: end, end, text: ` {/* #${id} */}`}}),
        };
      }),
});

/** At most five words: ids are short. */
function suggestId(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? ['the-id'];
  return words.slice(0, 5).join('-');
}
