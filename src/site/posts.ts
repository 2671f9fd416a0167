import type {Options} from '@docusaurus/preset-classic';
import {editUrl} from './edit-url';
import {feedItemsWithErrata} from './feed';
import {postTransforms, type Site} from './transforms';

/** "What’s new": posts, their lists and feeds. */
export function postOptions(site: Site): Exclude<Options['blog'], false | undefined> {
  const {root, url, baseUrl, repository} = site;
  return {
    blogTitle: 'What’s new',
    blogDescription: 'Developments on ketamine, each with the pages that it changes',
    blogSidebarTitle: 'Recent updates',
    blogSidebarCount: 20,
    postsPerPage: 10,
    archiveBasePath: null,
    showReadingTime: true,
    onInlineTags: 'throw',
    onInlineAuthors: 'throw',
    onUntruncatedBlogPosts: 'throw',
    editUrl: editUrl(repository, url, baseUrl),
    feedOptions: {
      type: 'all',
      title: 'Ketamine Knowledge Base: what’s new',
      createFeedItems: feedItemsWithErrata(root),
    },
    beforeDefaultRemarkPlugins: postTransforms(site),
  };
}
