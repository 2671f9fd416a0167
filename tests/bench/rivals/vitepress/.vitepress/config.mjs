// VitePress with its default theme and its local search. It has no service worker of its own.
import {readFileSync} from 'node:fs';
import {defineConfig} from 'vitepress';

const sidebar = JSON.parse(readFileSync(new URL('../sidebar.json', import.meta.url), 'utf8'));
const itemOf = ({label, path, items}) => ({
  text: label,
  ...(path ? {link: path} : {}),
  ...(items ? {items: items.map(itemOf), collapsed: true} : {}),
});

export default defineConfig({
  title: 'Ketamine Knowledge Base',
  lang: 'en',
  cleanUrls: true,
  srcDir: 'pages',
  themeConfig: {
    search: {provider: 'local'},
    nav: [
      {text: 'Reference', link: '/docs/'},
      {text: 'What’s new', link: '/blog/'},
    ],
    sidebar: sidebar.map(itemOf),
  },
});
