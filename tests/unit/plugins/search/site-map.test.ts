import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import {siteMap} from '../../../../src/plugins/search/site-map';

const doc = (id: string, title: string) => ({
  id,
  title,
  permalink: `/kb/docs/${id}/`,
  frontMatter: id === 'short' ? {sidebar_label: 'Short'} : {},
});

const content = {
  loadedVersions: [
    {
      isLast: true,
      path: '/kb/docs',
      docs: [doc('intro', 'Introduction'), doc('safety', 'Safety'), doc('short', 'A long title')],
      sidebars: {
        main: [
          {type: 'doc', id: 'intro'},
          {
            type: 'category',
            label: 'Harms',
            link: {type: 'doc', id: 'safety'},
            items: [
              {type: 'doc', id: 'short'},
              {type: 'link', href: 'https://example.org', label: 'Elsewhere'},
            ],
          },
          {type: 'category', label: 'Empty', items: []},
        ],
      },
    },
    {isLast: false, path: '/kb/docs/1.0', docs: [], sidebars: {}},
  ],
} as unknown as LoadedContent;

test('lists the pages of each edition by section, as the sidebar names them', () => {
  expect(siteMap(content, '/kb/')).toEqual([
    {
      version: '',
      sections: [
        {label: 'Begin', pages: [{title: 'Introduction', url: '/kb/docs/intro/'}]},
        {
          label: 'Harms',
          pages: [
            {title: 'Harms', url: '/kb/docs/safety/'},
            {title: 'Short', url: '/kb/docs/short/'},
          ],
        },
      ],
    },
    {version: 'docs/1.0/', sections: []},
  ]);
});
