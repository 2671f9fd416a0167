/**
 * Clinical uses as the home page and the evidence map list them: the cards of all pages of type `use`, so that no fact
 * of theirs is typed twice.
 */
import fs from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {parseCitations} from './citations';
import {glanceOf, type Glance, type GlanceStatus} from './glance';
import type {Page} from './pages';

/** One status with all places that have it: `approved`: `United States, European Union`. */
export interface StatusPlaces {
  status: GlanceStatus['status'];
  where: string;
}

/** One row of the map. */
export interface Use extends Pick<
  Glance,
  'certainty' | 'effect' | 'outcome' | 'trials' | 'participants'
> {
  slug: string;
  /** Absolute path of the page. */
  file: string;
  /** Short name: that of the sidebar, else the title. */
  label: string;
  status: StatusPlaces[];
  /** Pandoc citation of the sources that the card's evidence line names, or undefined where it names none. */
  sources?: string;
}

/** A main use, and the pages of its folder that treat parts of it. */
export interface UseGroup {
  main: Use;
  parts: Use[];
}

/** True for a page of a folder whose overview is itself a page of a use: that one stands for it in short lists. */
export function isPartOfUse(slug: string, useSlugs: ReadonlySet<string>): boolean {
  const overview = path.posix.join(path.posix.dirname(slug), 'overview');
  return slug !== overview && useSlugs.has(overview);
}

/** Each status once, with its places in order. What a card calls not applicable says nothing about a place. */
export function statusPlaces(status: readonly GlanceStatus[] = []): StatusPlaces[] {
  const places = new Map<GlanceStatus['status'], Set<string>>();
  for (const {where, status: value} of status) {
    if (value !== 'not-applicable') {
      places.set(value, (places.get(value) ?? new Set()).add(where));
    }
  }
  return [...places].map(([value, where]) => ({status: value, where: [...where].join(', ')}));
}

/**
 * The uses of an edition in the order of its sidebar, parts under their main use.
 * @param pages all pages of the edition
 * @param docsDir absolute path of its docs folder
 */
export function useGroups(pages: readonly Page[], docsDir: string): UseGroup[] {
  const position = sidebarPosition(docsDir);
  const uses = pages
    .filter(({frontMatter}) => frontMatter.type === 'use')
    .map((page) => ({page, place: position(page)}))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({page}) => page);
  const slugs = new Set(uses.map(({slug}) => slug));
  const groups = new Map<string, UseGroup>();
  for (const page of uses.filter(({slug}) => !isPartOfUse(slug, slugs))) {
    groups.set(page.slug, {main: readUse(page), parts: []});
  }
  for (const page of uses.filter(({slug}) => isPartOfUse(slug, slugs))) {
    const overview = path.posix.join(path.posix.dirname(page.slug), 'overview');
    groups.get(overview)?.parts.push(readUse(page));
  }
  return [...groups.values()];
}

function readUse({slug, file, title, frontMatter}: Page): Use {
  const {status, certainty, effect, outcome, evidence, trials, participants} =
    glanceOf(frontMatter) ?? {};
  const sources = evidence && citationOf(evidence);
  return {
    slug,
    file,
    label: String(frontMatter.sidebar_label ?? title),
    status: statusPlaces(status),
    certainty,
    effect,
    outcome,
    trials,
    participants,
    ...(sources ? {sources} : {}),
  };
}

/** All citations of a text as one, each key once. */
function citationOf(text: string): string | undefined {
  const items = new Map(
    parseCitations(text).clusters.flatMap(({items: cited}) =>
      cited.map(({key, locator}) => [key, locator ? `@${key}, ${locator}` : `@${key}`]),
    ),
  );
  return items.size === 0 ? undefined : `[${[...items.values()].join('; ')}]`;
}

type Place = (number | string)[];

/** Where a page stands in the sidebar, folder by folder: `sidebar_position`, and `position` of `_category_.yml`. */
function sidebarPosition(docsDir: string): (page: Page) => Place {
  const folders = new Map<string, number>();
  const ofFolder = (folder: string): number => {
    if (!folders.has(folder)) {
      const file = path.join(docsDir, folder, '_category_.yml');
      const category: unknown = fs.existsSync(file) ? parse(fs.readFileSync(file, 'utf8')) : null;
      folders.set(folder, number((category as {position?: unknown} | null)?.position));
    }
    return folders.get(folder)!;
  };
  return ({slug, frontMatter}) => {
    const names = slug.split('/');
    return names.flatMap((name, i) => [
      i === names.length - 1
        ? number(frontMatter.sidebar_position)
        : ofFolder(names.slice(0, i + 1).join('/')),
      name,
    ]);
  };
}

/** What has no position comes last, as in the sidebar. */
function number(value: unknown): number {
  return typeof value === 'number' ? value : Infinity;
}

function comparePlaces(a: Place, b: Place): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x, y] = [a[i]!, b[i]!];
    const order =
      typeof x === 'number' && typeof y === 'number'
        ? x === y
          ? 0
          : x - y
        : String(x).localeCompare(String(y), 'en');
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}
