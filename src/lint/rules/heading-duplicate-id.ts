import {defineDocumentRule, placeOf, type Finding} from '../rule';

export const headingDuplicateId = defineDocumentRule({
  id: 'heading/duplicate-id',
  title: 'An id stands once on a page',
  why: 'A link to an id that is there twice leads to the wrong section.',
  scope: 'all',
  check(document) {
    const first = new Map<string, number>();
    return document.headings.flatMap(({node, id}): Finding[] => {
      if (id === undefined) {
        return [];
      }
      const block = document.blockIds.get(id);
      if (block !== undefined) {
        return [
          {
            ...placeOf(document, node.children.at(-1)!),
            found: `#${id}, which ${block} writes on this page`,
            expected: 'each id once on a page',
            fix: 'give this heading an id of its own',
          },
        ];
      }
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, node.position?.start.line ?? 1);
        return [];
      }
      return [
        {
          ...placeOf(document, node.children.at(-1)!),
          found: `#${id}, which line ${earlier} has already`,
          expected: 'each id once on a page',
          fix: 'give this heading an id of its own; keep the one that was published first',
        },
      ];
    });
  },
});
