/** Where addresses that an edition no longer has lead, by the moves that it records. */
import {followMoves, loadMoves, splitTarget} from '../evidence/moves';
import {pagePath} from '../evidence/pages';
import type {DocsPlace} from './places';
import {editionTexts} from './texts';

export interface MovedSection {
  id: string;
  /** Its heading where an older edition has it, else its id. */
  title: string;
  /** `slug` or `slug#id` in the edition that serves it. */
  to: string;
}

export interface MovedPage {
  slug: string;
  title: string;
  to: string;
  sections: MovedSection[];
}

export interface Moved {
  /** Pages that are gone from an edition, by slug. */
  pages: MovedPage[];
  /** Sections that are gone from pages that are still there, by the page's slug. */
  sections: Map<string, MovedSection[]>;
}

/**
 * Follows everything that was released before an edition, or that its moves name, and is not in it.
 * @param places all, newest first
 */
export function movedIn(place: DocsPlace, places: readonly DocsPlace[], root: string): Moved {
  const {moves} = loadMoves(place.dir, root);
  const moved: Moved = {pages: [], sections: new Map()};
  if (moves.length === 0) {
    return moved;
  }
  const here = editionTexts(place.dir);
  const exists = (target: string): boolean => {
    const {slug, id} = splitTarget(target);
    const page = here.get(slug);
    return page !== undefined && (id === undefined || page.sections.some((s) => s.id === id));
  };
  const resolve = (target: string): string | undefined => {
    const result = followMoves(target, moves, exists);
    return result.kind === 'exists' && result.at !== target ? result.at : undefined;
  };

  const known = knownBefore(place, places);
  for (const {from} of moves) {
    const {slug, id} = splitTarget(from);
    const page = known.get(slug) ?? {title: here.get(slug)?.title ?? slug, sections: new Map()};
    known.set(slug, page);
    if (id !== undefined && !page.sections.has(id)) {
      page.sections.set(id, id);
    }
  }
  for (const [slug, {title, sections}] of [...known].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
    const led = [...sections].flatMap(([id, heading]): MovedSection[] => {
      const to = resolve(`${slug}#${id}`);
      return to === undefined ? [] : [{id, title: heading, to}];
    });
    const to = resolve(slug);
    if (!here.has(slug) && to !== undefined) {
      moved.pages.push({slug, title, to, sections: led});
    } else if (here.has(slug) && led.length > 0) {
      moved.sections.set(slug, led);
    }
  }
  return moved;
}

/** Pages and sections of all editions before one, with the words that the newest of them has for each. */
function knownBefore(
  place: DocsPlace,
  places: readonly DocsPlace[],
): Map<string, {title: string; sections: Map<string, string>}> {
  const known = new Map<string, {title: string; sections: Map<string, string>}>();
  for (const {dir} of places.slice(places.indexOf(place) + 1)) {
    for (const {slug, title, sections} of editionTexts(dir).values()) {
      const page = known.get(slug) ?? {title, sections: new Map<string, string>()};
      known.set(slug, page);
      for (const section of sections) {
        if (section.id && !page.sections.has(section.id)) {
          page.sections.set(section.id, section.title);
        }
      }
    }
  }
  return known;
}

/** `safety/monitoring#vital-signs` below an edition's path: `safety/monitoring/#vital-signs`. */
export function addressBelow(target: string): string {
  const {slug, id} = splitTarget(target);
  return pagePath(slug) + (id === undefined ? '' : `#${id}`);
}
