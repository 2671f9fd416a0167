/** Corrections of fact in released editions, from the front matter of the pages that they mended. */
import {listPages} from '../evidence/pages';
import {addressBelow} from './moved';
import type {DocsPlace} from './places';

export interface Erratum {
  edition: string;
  /** Title of the page. */
  page: string;
  /** Address of the page or section in its edition, below the site's base: `docs/1.0/safety/monitoring/#dose`. */
  address: string;
  /** `2026-12-01` */
  date: string;
  was: string;
  now: string;
}

/**
 * All errata of all editions, newest first.
 * @param places all, newest first
 */
export function listErrata(places: readonly DocsPlace[]): Erratum[] {
  return places
    .filter(({released}) => released !== undefined)
    .flatMap(({edition, dir}) =>
      listPages(dir).flatMap(({slug, title, frontMatter}) =>
        // The content checks have validated it already.
        ((frontMatter.errata ?? []) as Record<string, unknown>[]).map(
          ({date, was, now, section}): Erratum => ({
            edition,
            page: title,
            // The pinned address: it leads to the page while the edition is the latest, and is the page later on.
            address: `docs/${edition}/${addressBelow(section === undefined ? slug : `${slug}#${String(section)}`)}`,
            date: date instanceof Date ? date.toISOString().slice(0, 10) : String(date),
            was: String(was),
            now: String(now),
          }),
        ),
      ),
    )
    .sort((a, b) => b.date.localeCompare(a.date) || a.page.localeCompare(b.page, 'en'));
}
