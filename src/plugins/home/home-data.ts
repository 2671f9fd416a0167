import path from 'node:path';
import type {AllContent} from '@docusaurus/types';
import type {LoadedContent as DocsContent, LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {BlogContent} from '@docusaurus/plugin-content-blog';
import {glanceOf, plainText} from '../../evidence/glance';
import {isPartOfUse, statusPlaces} from '../../evidence/uses';
import {isoDate} from '../../remark/remark-notices';
import {editionLabel, readEditions} from '../../site/editions';
import type {HomeData} from '../../components/HomePage';

const NEWEST_POSTS = 5;

type SidebarItem = LoadedVersion['sidebars'][string][number];

/** What the home page shows; see HomeData. */
export function homeData(allContent: AllContent, siteDir: string): HomeData {
  const docs = allContent['docusaurus-plugin-content-docs']?.default as DocsContent | undefined;
  const blog = allContent['docusaurus-plugin-content-blog']?.default as BlogContent | undefined;
  const [latest] = readEditions(path.resolve(siteDir));
  const version = docs?.loadedVersions.find(({isLast}) => isLast);
  const order = sidebarOrder(version?.sidebars ?? {});
  const docsOfEdition = version?.docs ?? [];
  const addressOf = (slug: string) => docsOfEdition.find(({id}) => id === slug)?.permalink ?? null;
  const pages = docsOfEdition
    .filter(({id}) => !id.startsWith('about/'))
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

  const ofType = (type: string) =>
    pages.filter(({frontMatter}) => (frontMatter as Record<string, unknown>).type === type);
  const entries = (docs: typeof pages) =>
    docs.map(({title, permalink, description, frontMatter}) => {
      const glance = glanceOf(frontMatter as Record<string, unknown>) ?? {};
      return {
        title,
        permalink,
        description,
        status: statusPlaces(glance.status),
        ...(glance.effect ? {effect: glance.effect} : {}),
        ...(glance.certainty ? {certainty: glance.certainty} : {}),
        ...(glance.outcome ? {outcome: plainText(glance.outcome)} : {}),
      };
    });

  // A short page: parts of a use, such as one substance of addiction, are on the map.
  const uses = ofType('use');
  const useIds = new Set(uses.map(({id}) => id));

  return {
    edition: latest ? {label: editionLabel(latest)} : null,
    written: addressOf('about/how-this-was-written'),
    uses: entries(uses.filter(({id}) => !isPartOfUse(id, useIds))),
    map: addressOf('clinical-uses/overview'),
    harms: entries(ofType('harm')),
    updates: (blog?.blogPosts ?? []).slice(0, NEWEST_POSTS).map(({metadata}) => ({
      title: metadata.title,
      permalink: metadata.permalink,
      date: metadata.date.toISOString().slice(0, 10),
      event: isoDate(metadata.frontMatter.event_date) ?? null,
    })),
  };
}

/** Ids of pages from top to bottom of the sidebar. */
function sidebarOrder(sidebars: LoadedVersion['sidebars']): string[] {
  const ids: string[] = [];
  const walk = (items: readonly SidebarItem[]): void => {
    for (const item of items) {
      if (item.type === 'doc') {
        ids.push(item.id);
      } else if (item.type === 'category') {
        if (item.link?.type === 'doc') {
          ids.push(item.link.id);
        }
        walk(item.items);
      }
    }
  };
  Object.values(sidebars).forEach(walk);
  return ids;
}
