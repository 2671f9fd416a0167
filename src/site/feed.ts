import type {CreateFeedItemsFn} from '@docusaurus/plugin-content-blog';
import {load} from 'cheerio';

/** Feed readers have no popovers: previews and their buttons are taken out, the reference list stays. */
export const feedItems: CreateFeedItemsFn = async ({defaultCreateFeedItems, ...params}) => {
  const items = await defaultCreateFeedItems(params);
  return items.map((item) => ({
    ...item,
    ...(item.content ? {content: withoutPreviews(item.content)} : {}),
  }));
};

export function withoutPreviews(html: string): string {
  const $ = load(html, null, false);
  $('[popover], [popovertarget]').remove();
  return $.html();
}
