import type {Options as PresetOptions} from '@docusaurus/preset-classic';
import {evidenceAddresses} from '../plugins/evidence-pages/server/model';

type CreateSitemapItems = Exclude<
  NonNullable<PresetOptions['sitemap']>,
  false
>['createSitemapItems'] & {};

/**
 * The sitemap with the pages that are no routes of the app: studies and the bibliography.
 * @param root absolute path of the repository
 */
export function sitemapItems(root: string): CreateSitemapItems {
  return async ({defaultCreateSitemapItems, ...params}) => {
    const {url, baseUrl} = params.siteConfig;
    return [
      ...(await defaultCreateSitemapItems(params)),
      ...evidenceAddresses(root).map((address) => ({url: url + baseUrl + address})),
    ];
  };
}
