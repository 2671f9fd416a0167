import {defineDocumentRule, placeOf, type Finding} from '../rule';

export const headingLevel = defineDocumentRule({
  id: 'heading/level',
  title: 'Headings begin at ## and skip no level',
  why: 'People who use a screen reader find their way by the levels; the title is the only level 1.',
  scope: 'next',
  check(document) {
    let previous = 1;
    return document.headings.flatMap(({node, depth, text}): Finding[] => {
      const deepest = previous + 1;
      previous = depth;
      const heading = `${'#'.repeat(depth)} ${text}`;
      if (depth === 1) {
        return [
          {
            ...placeOf(document, node),
            found: heading,
            expected:
              'no # heading in the text: the title in front matter is the heading of level 1',
            fix: 'write ##, or remove the heading',
          },
        ];
      }
      return depth > deepest
        ? [
            {
              ...placeOf(document, node),
              found: heading,
              expected: `at most ${'#'.repeat(deepest)} here`,
              fix: `write ${'#'.repeat(deepest)}, or add the level between`,
            },
          ]
        : [];
    });
  },
});
