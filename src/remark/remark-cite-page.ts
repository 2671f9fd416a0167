/**
 * Appends "Cite this page" to every page of a released edition: its citation in five formats, complete without scripts,
 * with marks where a section's citation differs (src/client/section-tools.ts). A draft is not to be cited.
 *
 *   <CitePage edition="2.0" latest="/docs/..." pinned="/docs/2.0/..." vancouver="..." ama="..." ... />
 *
 * Last of all: after the reference list.
 */
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {citationKey, citationTemplates} from '../evidence/cite-page';
import {followMoves, loadMoves, splitTarget} from '../evidence/moves';
import {slugOf} from '../evidence/pages';
import {addressBelow} from '../editions/moved';
import {placeOf} from '../editions/places';
import {editionTexts} from '../editions/texts';
import {flowElement, frontMatterOf} from './mdx';

export interface RemarkCitePageOptions {
  root: string;
  /** Origin of the site. */
  url: string;
  baseUrl: string;
}

export const remarkCitePage: Plugin<[RemarkCitePageOptions], Root> =
  ({root, url, baseUrl}) =>
  (tree, file) => {
    const {place, latest} = placeOf(file.path, root);
    if (place.released === undefined) {
      return;
    }
    const {edition, released} = place;
    const slug = slugOf(file.path, place.dir);
    const pinned = `${baseUrl}docs/${edition}/${addressBelow(slug)}`;
    const texts = citationTemplates({
      title: String(frontMatterOf(file).title ?? ''),
      edition,
      released,
      url: url + pinned,
      key: citationKey(slug, edition),
    });
    tree.children.push(
      flowElement('CitePage', {
        edition,
        latest: baseUrl + latest.path + addressBelow(inLatest(slug, latest.dir, root)),
        pinned,
        ...texts,
      }),
    );
  };

/** Where the latest edition has the page, by its moves; the same address where it has none, which still says so. */
function inLatest(slug: string, dir: string, root: string): string {
  const pages = editionTexts(dir);
  const result = followMoves(slug, loadMoves(dir, root).moves, (target) =>
    pages.has(splitTarget(target).slug),
  );
  return result.kind === 'exists' ? result.at : slug;
}
