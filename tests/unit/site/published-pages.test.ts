import {dayOf, publishedPages} from '../../../src/site/published-pages';

const doc = (id: string, frontMatter: object = {}) => ({
  id,
  title: `Title of ${id}`,
  description: 'One sentence.',
  permalink: `/docs/${id}`,
  frontMatter,
});

const plugins = [
  {
    name: 'docusaurus-plugin-content-docs',
    content: {
      loadedVersions: [
        {
          versionName: 'current',
          label: 'Next edition (draft)',
          isLast: false,
          docs: [doc('next/index')],
          sidebars: {reference: [{type: 'doc', id: 'next/index'}]},
        },
        {
          versionName: '1.0',
          label: '1.0',
          isLast: true,
          docs: [
            doc('bladder', {keywords: ['cystitis', 5], evidence_searched: new Date('2026-11-23')}),
            doc('safety'),
            doc('index'),
          ],
          sidebars: {
            reference: [
              {type: 'doc', id: 'index'},
              {
                type: 'category',
                label: 'Safety',
                link: {type: 'doc', id: 'safety'},
                items: [{type: 'category', label: 'Organs', items: [{type: 'doc', id: 'bladder'}]}],
              },
            ],
          },
        },
      ],
    },
  },
  {
    name: 'docusaurus-plugin-content-blog',
    content: {
      blogPosts: [
        {
          metadata: {
            permalink: '/blog/trial/',
            title: 'Trial',
            description: 'It ended.',
            date: new Date('2026-11-25T09:20:00Z'),
            frontMatter: {event_date: '2025-10-22'},
          },
        },
      ],
    },
  },
] as unknown as Parameters<typeof publishedPages>[0];

const pages = publishedPages(plugins, [{edition: '1.0', released: '2026-11-25'}]);

test('docs in the order of their sidebar, then posts, each with its path', () => {
  expect(pages.map(({kind, path}) => [kind, path])).toEqual([
    ['doc', '/docs/next/index/'],
    ['doc', '/docs/index/'],
    ['doc', '/docs/safety/'],
    ['doc', '/docs/bladder/'],
    ['post', '/blog/trial/'],
  ]);
});

test('a page has the folders that it is in; the overview of a folder is in it', () => {
  expect(pages.map(({section}) => section)).toEqual([
    [],
    [],
    [{name: 'Safety', path: '/docs/safety/'}],
    [{name: 'Safety', path: '/docs/safety/'}, {name: 'Organs'}],
    [],
  ]);
});

test('a page has its edition, with the day of its release', () => {
  expect(pages[0]!.edition).toEqual({label: 'Next edition (draft)', isLatest: false});
  expect(pages[1]!.edition).toEqual({
    name: '1.0',
    label: '1.0 (November 2026)',
    isLatest: true,
    released: '2026-11-25',
  });
  expect(pages[4]).toMatchObject({date: '2026-11-25'});
});

test('keywords and days are text, however YAML has read them', () => {
  expect(pages[3]!.keywords).toEqual(['cystitis', '5']);
  expect(dayOf(pages[3]!, 'evidence_searched')).toBe('2026-11-23');
  expect(dayOf(pages[4]!, 'event_date')).toBe('2025-10-22');
  expect(dayOf(pages[1]!, 'evidence_searched')).toBeUndefined();
});

test('a site without posts has none', () => {
  expect(publishedPages([], [])).toEqual([]);
});
