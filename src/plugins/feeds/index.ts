import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {BlogContent, BlogPost} from '@docusaurus/plugin-content-blog';
// Not part of its public face, but the only way to write a topic's feed as the whole one is written.
import {createBlogFeedFiles} from '@docusaurus/plugin-content-blog/lib/feed.js';
import {Feed} from 'feed';
import {listErrata} from '../../editions/errata';
import {docsPlaces} from '../../editions/places';
import type {FeedEntry} from '../../components/FeedsPage';
import {errataItems, feedItems} from '../../site/feed';

/** As many as the whole feed has. */
const ITEMS = 20;

interface Topic extends FeedEntry {
  posts: BlogPost[];
}

/** Feeds by topic (one for each tag of posts) and of corrections, in RSS, Atom and JSON, and the page that lists them. */
export default function feedsPlugin({baseUrl, siteDir, i18n}: LoadContext): Plugin {
  let topics: Topic[] = [];
  return {
    name: 'feeds',
    async allContentLoaded({allContent, actions}) {
      const blog = allContent['docusaurus-plugin-content-blog']?.default as BlogContent;
      topics = topicsOf(blog, baseUrl);
      const feeds: FeedEntry[] = [
        {
          title: 'What’s new',
          description: 'All updates and all corrections of released editions.',
          path: 'blog/',
        },
        ...topics.map(({title, description, path: folder}) => ({
          title,
          description,
          path: folder,
        })),
        {
          title: 'Corrections',
          description: 'Corrections of fact in released editions, alone.',
          path: 'errata/',
        },
      ];
      const data = await actions.createData('feeds.json', JSON.stringify({feeds}));
      actions.addRoute({
        path: `${baseUrl}feeds/`,
        component: '@site/src/components/FeedsPage',
        exact: true,
        modules: {data},
      });
    },
    async postBuild({outDir, siteConfig}) {
      await Promise.all(
        topics.map(({title, description, path: folder, posts}) =>
          createBlogFeedFiles({
            blogPosts: posts,
            options: {
              routeBasePath: folder,
              feedOptions: {
                type: ['rss', 'atom', 'json'],
                title: `${siteConfig.title}: ${title}`,
                description,
                limit: ITEMS,
                createFeedItems: feedItems,
                xslt: {rss: null, atom: null},
              },
            } as unknown as Parameters<typeof createBlogFeedFiles>[0]['options'],
            siteConfig,
            outDir,
            locale: i18n.currentLocale,
            contentPaths: {contentPath: siteDir, contentPathLocalized: siteDir},
          }),
        ),
      );
      const site = siteConfig.url + baseUrl;
      const items = errataItems(listErrata(docsPlaces(siteDir)), site);
      const feed = new Feed({
        id: `${site}errata/`,
        link: `${site}errata/`,
        title: `${siteConfig.title}: corrections`,
        description: 'Corrections of fact in released editions',
        language: i18n.currentLocale,
        copyright: 'CC BY 4.0',
        // Without corrections the day of the newest edition, so that a build does not depend on the clock.
        updated: items[0]?.date ?? new Date(docsPlaces(siteDir)[1]?.released ?? 0),
      });
      items.forEach((item) => feed.addItem(item));
      const dir = path.join(outDir, 'errata');
      fs.mkdirSync(dir, {recursive: true});
      fs.writeFileSync(path.join(dir, 'rss.xml'), feed.rss2());
      fs.writeFileSync(path.join(dir, 'atom.xml'), feed.atom1());
      fs.writeFileSync(path.join(dir, 'feed.json'), feed.json1());
    },
  };
}

/** Each tag in use as a feed, by name. */
export function topicsOf({blogTags, blogPosts}: BlogContent, baseUrl: string): Topic[] {
  return Object.values(blogTags)
    .map(({label, description, permalink}) => ({
      title: label,
      description: description ?? '',
      path: `${permalink.slice(baseUrl.length).replace(/\/$/, '')}/`,
      posts: blogPosts.filter(({metadata}) =>
        metadata.tags.some((tag) => tag.permalink === permalink),
      ),
    }))
    .filter(({posts}) => posts.length > 0)
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}
