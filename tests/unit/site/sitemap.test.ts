import {sitemapItems} from '../../../src/site/sitemap';
import {removeSites} from '../../helpers/site';
import {evidenceSite} from '../plugins/evidence-pages/site';

afterAll(removeSites);

test('studies and the bibliography follow the routes of the app', async () => {
  const items = await sitemapItems(evidenceSite())({
    siteConfig: {url: 'https://example.org', baseUrl: '/base/'},
    defaultCreateSitemapItems: async () => [{url: 'https://example.org/base/docs/'}],
  } as never);
  expect(items.map(({url}) => url)).toEqual([
    'https://example.org/base/docs/',
    'https://example.org/base/bibliography/',
    'https://example.org/base/bibliography/b/',
    'https://example.org/base/bibliography/o/',
    'https://example.org/base/studies/gone/',
    'https://example.org/base/studies/kept/',
    'https://example.org/base/studies/new/',
  ]);
});
