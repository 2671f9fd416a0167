/** Every docs page and post that a build publishes, with what machines are told about it. */
import type {BlogContent} from '@docusaurus/plugin-content-blog';
import type {LoadedContent as DocsContent, LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {LoadedPlugin} from '@docusaurus/types';
import {isoDate} from '../remark/remark-notices';
import {editionLabel, type Edition} from './editions';

export interface PublishedPage {
  kind: 'doc' | 'post';
  /** Path with the base and a slash at its end: `/docs/safety/monitoring/`. */
  path: string;
  title: string;
  description: string;
  frontMatter: Record<string, unknown>;
  keywords: string[];
  /** Folders of the sidebar that hold a docs page, outermost first, with the path of their overview. */
  section: {name: string; path?: string}[];
  /** Of a docs page. */
  edition?: {
    /** `1.0`; the draft has none. */
    name?: string;
    /** `1.0 (November 2026)`, `Next edition (draft)`. */
    label: string;
    /** Stands at /docs/. */
    isLatest: boolean;
    /** `2026-11-25`; the draft has none. */
    released?: string;
  };
  /** Of a post: `2026-11-25`. */
  date?: string;
}

/**
 * Docs pages in the order of their sidebar, edition after edition as Docusaurus has them; then posts, newest first.
 * @param plugins what Docusaurus hands to `postBuild`
 * @param editions released editions, newest first
 */
export function publishedPages(
  plugins: readonly Pick<LoadedPlugin, 'name' | 'content'>[],
  editions: readonly Edition[],
): PublishedPage[] {
  const contentOf = (name: string): unknown =>
    plugins.find((plugin) => plugin.name === name)?.content;
  const docs = contentOf('docusaurus-plugin-content-docs') as DocsContent | undefined;
  const blog = contentOf('docusaurus-plugin-content-blog') as BlogContent | undefined;
  return [
    ...(docs?.loadedVersions ?? []).flatMap((version) => docsPages(version, editions)),
    ...(blog?.blogPosts ?? []).map(({metadata}): PublishedPage => {
      const frontMatter = metadata.frontMatter as Record<string, unknown>;
      return {
        kind: 'post',
        path: withSlash(metadata.permalink),
        title: metadata.title,
        description: metadata.description,
        frontMatter,
        keywords: keywordsOf(frontMatter),
        section: [],
        date: metadata.date.toISOString().slice(0, 10),
      };
    }),
  ];
}

function docsPages(version: LoadedVersion, editions: readonly Edition[]): PublishedPage[] {
  const released = editions.find(({edition}) => edition === version.versionName);
  const edition: PublishedPage['edition'] = {
    label: released ? editionLabel(released) : version.label,
    isLatest: version.isLast,
    ...(released ? {name: released.edition, released: released.released} : {}),
  };
  const sections = sectionsOf(version);
  const order = [...sections.keys()];
  return [...version.docs]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({id, permalink, title, description, frontMatter}) => ({
      kind: 'doc',
      path: withSlash(permalink),
      title,
      description,
      frontMatter: frontMatter as Record<string, unknown>,
      keywords: keywordsOf(frontMatter as Record<string, unknown>),
      section: sections.get(id) ?? [],
      edition,
    }));
}

type SidebarItem = LoadedVersion['sidebars'][string][number];

/** By id of a page, from top to bottom of the sidebar: the folders that it is in. */
function sectionsOf({docs, sidebars}: LoadedVersion): Map<string, PublishedPage['section']> {
  const paths = new Map(docs.map(({id, permalink}) => [id, withSlash(permalink)]));
  const sections = new Map<string, PublishedPage['section']>();
  const walk = (items: readonly SidebarItem[], above: PublishedPage['section']): void => {
    for (const item of items) {
      if (item.type === 'doc') {
        sections.set(item.id, above);
      } else if (item.type === 'category') {
        const overview = item.link?.type === 'doc' ? item.link.id : undefined;
        const path = overview === undefined ? undefined : paths.get(overview);
        const here = [...above, {name: item.label, ...(path ? {path} : {})}];
        if (overview !== undefined) {
          sections.set(overview, here);
        }
        walk(item.items, here);
      }
    }
  };
  Object.values(sidebars).forEach((items) => walk(items, []));
  return sections;
}

function keywordsOf({keywords}: Record<string, unknown>): string[] {
  return Array.isArray(keywords) ? keywords.map(String) : [];
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** The day that a page's front matter gives in a field, as `2026-11-23`. */
export function dayOf({frontMatter}: PublishedPage, field: string): string | undefined {
  return isoDate(frontMatter[field]);
}
