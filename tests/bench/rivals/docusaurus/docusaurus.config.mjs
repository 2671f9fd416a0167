// Stock Docusaurus as its documentation sets it up: classic preset, local search, service worker; the same flags as ours.
import {readFileSync} from 'node:fs';

const sidebar = JSON.parse(readFileSync(new URL('./sidebar.json', import.meta.url), 'utf8'));

/** `/docs/safety/monitoring/` is `safety/monitoring`. */
const idOf = (path) => path.slice('/docs/'.length, -1) || 'index';
const itemOf = ({label, path, items}) =>
  items
    ? {
        type: 'category',
        label,
        ...(path ? {link: {type: 'doc', id: idOf(path)}} : {}),
        items: items.map(itemOf),
      }
    : {type: 'doc', id: idOf(path), label};

export default {
  title: 'Ketamine Knowledge Base',
  url: 'http://localhost',
  baseUrl: '/',
  trailingSlash: true,
  favicon: 'img/favicon.svg',
  future: {v4: true, faster: true},
  presets: [
    [
      'classic',
      {
        docs: {sidebarPath: undefined, sidebarItemsGenerator: () => sidebar.map(itemOf)},
        blog: {onUntruncatedBlogPosts: 'ignore'},
      },
    ],
  ],
  themes: [['@easyops-cn/docusaurus-search-local', {hashed: 'filename', language: ['en']}]],
  plugins: [
    [
      '@docusaurus/plugin-pwa',
      {
        offlineModeActivationStrategies: ['always'],
        pwaHead: [{tagName: 'link', rel: 'manifest', href: '/manifest.json'}],
      },
    ],
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'Ketamine Knowledge Base',
      items: [
        {type: 'docSidebar', sidebarId: 'defaultSidebar', label: 'Reference'},
        {to: '/blog/', label: 'What’s new'},
        {type: 'search', position: 'right'},
      ],
    },
  },
};
