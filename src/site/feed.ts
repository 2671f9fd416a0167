import type {BlogFeedItem, CreateFeedItemsFn} from '@docusaurus/plugin-content-blog';
import {load} from 'cheerio';
import {listErrata, type Erratum} from '../editions/errata';
import {docsPlaces} from '../editions/places';
import {escapeHtml} from '../figures/escape';

/** Feed readers have no popovers: previews and their buttons are taken out, the reference list stays. */
export const feedItems: CreateFeedItemsFn = async ({defaultCreateFeedItems, ...params}) => {
  const items = await defaultCreateFeedItems(params);
  return items.map((item) => ({
    ...item,
    ...(item.content ? {content: withoutPreviews(item.content)} : {}),
  }));
};

/** The whole feed: posts, and corrections of released editions, newest first. */
export function feedItemsWithErrata(root: string): CreateFeedItemsFn {
  return async (params) => {
    const {url, baseUrl} = params.siteConfig;
    const errata = errataItems(listErrata(docsPlaces(root)), url + baseUrl);
    return [...(await feedItems(params)), ...errata].sort(
      (a, b) => b.date.getTime() - a.date.getTime(),
    );
  };
}

/**
 * Corrections as items of a feed.
 * @param site address of the site with its base
 */
export function errataItems(errata: readonly Erratum[], site: string): BlogFeedItem[] {
  return errata.map(({edition, page, address, date, was, now}) => ({
    title: `Correction in edition ${edition}: ${page}`,
    // One page can be corrected twice.
    id: `${site}errata/#${edition}-${date}-${address}`,
    link: site + address,
    date: new Date(date),
    content: `<p>${escapeHtml(now)}</p><p>Before, the page said: ${escapeHtml(was)}</p>`,
  }));
}

export function withoutPreviews(html: string): string {
  const $ = load(html, null, false);
  $('[popover], [popovertarget]').remove();
  return $.html();
}
