import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';
import {themes} from 'prism-react-renderer';
import {listPages} from './src/evidence/pages';
import contentChecksPlugin from './src/plugins/content-checks';
import devServerPlugin from './src/plugins/dev-server';
import editionsPlugin from './src/plugins/editions';
import feedsPlugin from './src/plugins/feeds';
import evidencePagesPlugin from './src/plugins/evidence-pages';
import homePlugin from './src/plugins/home';
import leanClientPlugin from './src/plugins/lean-client';
import machineReadablePlugin from './src/plugins/machine-readable';
import searchPlugin from './src/plugins/search';
import socialImagesPlugin from './src/plugins/social-images';
import studyExplorerPlugin from './src/plugins/study-explorer';
import {siteAddress} from './src/site/address';
import {latestDocsDir, pinnedRedirects, readEditions, versionOptions} from './src/site/editions';
import {editUrl} from './src/site/edit-url';
import {footer} from './src/site/footer';
import {hasHistory} from './src/site/history';
import {navbarItems} from './src/site/navbar';
import {postOptions} from './src/site/posts';
import {searchOptions} from './src/site/search';
import {frontMatterWithImage} from './src/site/social-image';
import {sitemapItems} from './src/site/sitemap';
import {docsTransforms} from './src/site/transforms';

const root = __dirname;
const site = {root, ...siteAddress(process.env)};
const {url, baseUrl, repository} = site;
// `npm run dev` shows the draft alone, at /docs/.
const draftOnly = process.env.DRAFT_ONLY === 'true';
const editions = draftOnly ? [] : readEditions(root);
const latestSlugs = new Set(listPages(latestDocsDir(root, editions)).map(({slug}) => slug));

const config: Config = {
  title: 'Ketamine Knowledge Base',
  tagline: 'What is known about ketamine and esketamine, how sure it is, and where it comes from',
  url,
  baseUrl,
  trailingSlash: true,
  favicon: 'img/logo.svg',
  // A script in the page that would write HTML, which the site's policy forbids.
  baseUrlIssueBanner: false,
  future: {
    v4: true,
    faster: true,
  },
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  headTags: [
    {
      tagName: 'link',
      attributes: {rel: 'manifest', href: `${baseUrl}manifest.webmanifest`},
    },
    {
      tagName: 'link',
      attributes: {rel: 'apple-touch-icon', href: `${baseUrl}img/icon-192.png`},
    },
    {tagName: 'meta', attributes: {name: 'theme-color', content: '#0b5a78'}},
  ],
  markdown: {
    parseFrontMatter: frontMatterWithImage(root, editions[0]),
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  clientModules: [
    './src/client/addresses.ts',
    './src/client/citation-previews.ts',
    './src/client/offline.ts',
    './src/client/page-data.ts',
    './src/client/print-lines.ts',
    './src/client/section-links.ts',
    './src/client/search-marks.ts',
  ],

  presets: [
    './src/plugins/after-build/preset.ts',
    [
      'classic',
      {
        docs: {
          routeBasePath: 'docs',
          sidebarPath: './sidebars.ts',
          editUrl: editUrl(repository, url, baseUrl),
          showLastUpdateTime: hasHistory(root),
          ...versionOptions(editions),
          ...(draftOnly ? {onlyIncludeVersions: ['current']} : {}),
          beforeDefaultRemarkPlugins: docsTransforms(site),
        },
        blog: postOptions(site),
        theme: {
          customCss: [
            './src/css/tokens.css',
            './src/css/site.css',
            './src/css/offline.css',
            './src/css/print.css',
          ],
        },
        sitemap: {
          ignorePatterns: [`${baseUrl}search/**`, `${baseUrl}docs/next/**`],
          createSitemapItems: sitemapItems(root),
        },
      } satisfies Preset.Options,
    ],
  ],

  plugins: [
    contentChecksPlugin,
    devServerPlugin,
    editionsPlugin,
    feedsPlugin,
    homePlugin,
    leanClientPlugin,
    machineReadablePlugin,
    socialImagesPlugin,
    evidencePagesPlugin,
    studyExplorerPlugin,
    [
      '@docusaurus/plugin-client-redirects',
      {createRedirects: (path: string) => pinnedRedirects(path, editions)},
    ],
  ],
  themes: [[searchPlugin, searchOptions]],

  themeConfig: {
    image: 'img/social.png',
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {autoCollapseCategories: false}},
    tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 3},
    navbar: {
      title: 'Ketamine Knowledge Base',
      logo: {alt: '', src: 'img/logo.svg', width: 28, height: 28},
      items: navbarItems,
    },
    footer: footer(repository, latestSlugs),
    prism: {theme: themes.github, darkTheme: themes.dracula},
  } satisfies Preset.ThemeConfig,
};

export default config;
