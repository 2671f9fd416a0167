import {defineDocumentRule} from '../rule';

const MIN = 50;
const MAX = 160;

export const frontMatterDescriptionLength = defineDocumentRule({
  id: 'front-matter/description-length',
  title: `Descriptions have ${MIN} to ${MAX} characters`,
  why: 'Search results and related-page lists show it whole only in this length.',
  scope: 'next',
  check({file, rawFrontMatter: {description}, frontMatterPlace}) {
    // Missing or of another kind: the schema says so.
    if (typeof description !== 'string') {
      return [];
    }
    const length = [...description.trim()].length;
    return length === 0 || (length >= MIN && length <= MAX)
      ? []
      : [
          {
            file,
            ...frontMatterPlace(['description']),
            found: `a description of ${length} characters`,
            expected: `${MIN} to ${MAX} characters`,
            fix:
              length < MIN
                ? `say what is known, in ${MIN - length} characters more at least`
                : `shorten it by ${length - MAX} characters at least`,
          },
        ];
  },
});
