/** Addresses that lead from search. */
import type {PageFound, SectionFound} from '@site/src/search/rank';

/** Parameter of an address with words to mark on the page: the search theme's. */
export const HIGHLIGHT = '_highlight';

/** @returns the section's address, with the words found for src/client/search-marks.ts */
export function sectionHref({url}: PageFound, {hash, marks}: SectionFound): string {
  const params = new URLSearchParams(marks.map((mark) => [HIGHLIGHT, mark]));
  return `${url}${marks.length > 0 ? `?${params.toString()}` : ''}${hash}`;
}

/**
 * @param root address of the site's root
 * @param edition address of the edition's folder; nothing is said for the latest, which lies in the root
 */
export function resultsHref(root: string, edition: string, query: string): string {
  const params = new URLSearchParams({q: query.trim()});
  if (edition !== root) {
    params.set('version', edition.slice(root.length));
  }
  return `${root}search/?${params.toString()}`;
}
