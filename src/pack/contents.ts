/** Which files of a build belong to the copy of one edition. */
import type {DocsPlace} from '../editions/places';

/** What only a server, an app or a network has a use for. */
const LEFT_OUT =
  /^(assets\/js\/|search\/|search-index|search-texts|feeds\/|blog\/[^/]+\.(xml|json|xsl|css)$|(404|index)\.html$|(sw|service-worker|workbox)[^/]*\.js$|registerSW|manifest\.|_headers$|sitemap|robots\.txt)|(^|\/)social\.png$|\.map$/;

/** Shared by all editions. */
const SHARED = /^(assets|img)\//;

/** @returns whether a file, by its path below the build, is in the copy of `place` */
export function belongsTo(
  place: Pick<DocsPlace, 'path' | 'isLatest'>,
  others: readonly string[],
): (file: string) => boolean {
  return (file) => {
    if (LEFT_OUT.test(file) || others.some((other) => file.startsWith(other))) {
      return false;
    }
    return place.isLatest || SHARED.test(file) || file.startsWith(place.path);
  };
}

/** Folders of the pages of all other editions, and of the latest edition's pinned addresses, which lead to its pages. */
export function otherFolders(place: DocsPlace, places: readonly DocsPlace[]): string[] {
  return [
    ...places.filter(({edition}) => edition !== place.edition).map(({path}) => path),
    `docs/${place.edition}/`,
  ].filter((folder) => folder !== place.path && folder !== 'docs/');
}
