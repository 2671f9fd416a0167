import {citedInNext} from '../citations';
import {defineRule} from '../rule';

export const citeUncitedReference = defineRule({
  id: 'cite/uncited-reference',
  title: 'Every reference is cited by a page, a post, a figure, a study or data',
  why: 'A list with records that nothing uses is checked by nobody.',
  scope: 'next',
  check(context) {
    const cited = citedInNext(context);
    const {references, referencePlaces} = context.content.next.evidence;
    return [...references.keys()]
      .filter((key) => !cited.has(key))
      .map((key) => ({
        ...referencePlaces.get(key)!,
        found: `${key}, cited nowhere`,
        expected: 'a record that a page, post, figure, study or data file cites',
        fix: `cite it as [@${key}], or remove the record`,
      }));
  },
});
