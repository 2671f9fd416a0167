/** Where each edition stands, on disk and on the site. */
import path from 'node:path';
import {NEXT} from '../lint/document';
import {editionDir, editionLabel, readEditions} from '../site/editions';

export interface DocsPlace {
  /** `2.0`, or `next` for the draft. */
  edition: string;
  /** `2.0 (November 2026)` */
  label: string;
  /** Absolute path of its docs folder. */
  dir: string;
  /** Where its pages are read, below the site's base: `docs/`, `docs/1.0/`, `docs/next/`. */
  path: string;
  /** The day of its release; undefined for the draft. */
  released?: string;
  isLatest: boolean;
}

/** The draft and all editions, newest first. */
export function docsPlaces(root: string): DocsPlace[] {
  const editions = readEditions(root);
  return [
    {
      edition: NEXT,
      label: 'Next edition (draft)',
      dir: path.join(root, 'docs'),
      path: editions.length > 0 ? 'docs/next/' : 'docs/',
      isLatest: editions.length === 0,
    },
    ...editions.map((edition, i) => ({
      edition: edition.edition,
      label: editionLabel(edition),
      dir: editionDir(root, edition.edition),
      path: i === 0 ? 'docs/' : `docs/${edition.edition}/`,
      released: edition.released,
      isLatest: i === 0,
    })),
  ];
}

/** The edition that a file of docs belongs to, and the one before it. */
export function placeOf(
  file: string,
  root: string,
): {place: DocsPlace; previous: DocsPlace | undefined; latest: DocsPlace} {
  const places = docsPlaces(root);
  const found = places.findIndex(({dir}) => file.startsWith(dir + path.sep));
  // Whatever is not a page of an edition speaks of the draft.
  const index = Math.max(0, found);
  return {
    place: places[index]!,
    previous: places[index + 1],
    latest: places.find(({isLatest}) => isLatest)!,
  };
}

/** Name of the folder of a comparison below `editions/`: `1.0-to-2.0`. */
export function comparisonName(older: DocsPlace, newer: DocsPlace): string {
  return `${older.edition}-to-${newer.edition}`;
}
