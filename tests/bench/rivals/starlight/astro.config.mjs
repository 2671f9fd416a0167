// Starlight as its template sets it up, with its own search. It has no service worker of its own.
import {readFileSync} from 'node:fs';
import starlight from '@astrojs/starlight';
import {defineConfig} from 'astro/config';

const sidebar = JSON.parse(readFileSync(new URL('./sidebar.json', import.meta.url), 'utf8'));
const itemOf = ({label, path, items}) =>
  items
    ? {
        label,
        collapsed: true,
        items: [...(path ? [{label: 'Overview', link: path}] : []), ...items.map(itemOf)],
      }
    : {label, link: path};

export default defineConfig({
  site: 'http://localhost',
  integrations: [starlight({title: 'Ketamine Knowledge Base', sidebar: sidebar.map(itemOf)})],
});
