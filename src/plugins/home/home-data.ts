import path from 'node:path';
import type {AllContent} from '@docusaurus/types';
import type {LoadedContent as DocsContent} from '@docusaurus/plugin-content-docs';
import type {BlogContent} from '@docusaurus/plugin-content-blog';
import {glanceOf, plainText} from '../../evidence/glance';
import {isoDate} from '../../remark/remark-notices';
import {editionLabel, readEditions} from '../../site/editions';
import type {HomeData} from '../../components/HomePage';

const NEWEST_POSTS = 5;

/** What the home page shows; see HomeData. */
export function homeData(allContent: AllContent, siteDir: string): HomeData {
  const docs = allContent['docusaurus-plugin-content-docs']?.default as DocsContent | undefined;
  const blog = allContent['docusaurus-plugin-content-blog']?.default as BlogContent | undefined;
  const [latest] = readEditions(path.resolve(siteDir));
  const version = docs?.loadedVersions.find(({isLast}) => isLast);
  const pages = (version?.docs ?? [])
    .filter(({id}) => !id.startsWith('about/'))
    .sort((a, b) => compareBySidebar(a, b));

  const of = (type: string) =>
    pages
      .filter(({frontMatter}) => (frontMatter as Record<string, unknown>).type === type)
      .map(({title, permalink, description, frontMatter}) => {
        const glance = glanceOf(frontMatter as Record<string, unknown>) ?? {};
        return {
          title,
          permalink,
          description,
          status: (glance.status ?? []).map(({where, status}) => ({where, status})),
          ...(glance.certainty ? {certainty: glance.certainty} : {}),
          ...(glance.outcome ? {outcome: plainText(glance.outcome)} : {}),
        };
      });

  return {
    edition: latest ? {label: editionLabel(latest)} : null,
    uses: of('use'),
    harms: of('harm'),
    updates: (blog?.blogPosts ?? []).slice(0, NEWEST_POSTS).map(({metadata}) => ({
      title: metadata.title,
      permalink: metadata.permalink,
      date: metadata.date.toISOString().slice(0, 10),
      event: isoDate(metadata.frontMatter.event_date) ?? null,
    })),
  };
}

/** Folder by folder as in the sidebar, overview pages first. */
function compareBySidebar(
  a: {id: string; sidebarPosition?: number},
  b: {id: string; sidebarPosition?: number},
): number {
  const folder = path.posix.dirname(a.id).localeCompare(path.posix.dirname(b.id), 'en');
  return folder || (a.sidebarPosition ?? 99) - (b.sidebarPosition ?? 99);
}
