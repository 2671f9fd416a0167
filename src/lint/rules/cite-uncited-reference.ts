import {citedInNext} from '../citations';
import {defineRule} from '../rule';

export const citeUncitedReference = defineRule({
  id: 'cite/uncited-reference',
  title: 'Every reference is cited by a page, a post, a figure, a study or data',
  why: 'A list with records that nothing uses is checked by nobody.',
  scope: 'next',
  check(context) {
    const cited = citedInNext(context);
    const {next, released} = context.content;
    const {references, referencePlaces} = next.evidence;
    // A retraction reaches released pages from the draft's record, which stays although the draft cites it no more.
    const isNeeded = (key: string): boolean =>
      references.get(key)?.status !== undefined &&
      released.some(({evidence}) => evidence.references.has(key));
    return [...references.keys()]
      .filter((key) => !cited.has(key) && !isNeeded(key))
      .map((key) => ({
        ...referencePlaces.get(key)!,
        found: `${key}, cited nowhere`,
        expected: 'a record that a page, post, figure, study or data file cites',
        fix: `cite it as [@${key}], or remove the record`,
      }));
  },
});
