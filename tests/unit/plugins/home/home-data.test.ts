import type {AllContent} from '@docusaurus/types';
import {homeData} from '../../../../src/plugins/home/home-data';
import {makeSite, removeSites} from '../../../helpers/site';

afterAll(removeSites);

interface FakeDoc {
  id: string;
  type: string;
  at_a_glance?: object;
}

/** Content as Docusaurus' plugins load it, as far as the home page reads it. */
function content(docs: FakeDoc[], sidebar: object[] = [], posts: object[] = []): AllContent {
  const loaded = docs.map(({id, ...frontMatter}) => ({
    id,
    title: `Title of ${id}`,
    description: `About ${id}`,
    permalink: `/docs/${id}/`,
    frontMatter,
  }));
  return {
    'docusaurus-plugin-content-docs': {
      default: {
        loadedVersions: [
          {isLast: false, docs: [{...loaded[0], title: 'Of the draft'}], sidebars: {}},
          {isLast: true, docs: loaded, sidebars: {reference: sidebar}},
        ],
      },
    },
    'docusaurus-plugin-content-blog': {
      default: {blogPosts: posts.map((metadata) => ({metadata}))},
    },
  };
}

const doc = (id: string): object => ({type: 'doc', id});

test('uses, with status by place, certainty and outcome in plain text', () => {
  const {uses} = homeData(
    content([
      {
        id: 'pain',
        type: 'use',
        at_a_glance: {
          status: [
            {where: 'United States', status: 'off-label', detail: 'x'},
            {where: 'EU', status: 'not-approved'},
            {where: 'Japan', status: 'off-label'},
            {where: 'Japan', status: 'off-label', detail: 'another product'},
            {where: 'Guidance', status: 'not-applicable'},
          ],
          effect: 'benefit',
          certainty: 'low',
          outcome: '*Pain* after a week [@a2020], see [pain](./pain.mdx)',
        },
      },
    ]),
    makeSite({}),
  );
  expect(uses).toEqual([
    {
      title: 'Title of pain',
      permalink: '/docs/pain/',
      description: 'About pain',
      status: [
        {status: 'off-label', where: 'United States, Japan'},
        {status: 'not-approved', where: 'EU'},
      ],
      effect: 'benefit',
      certainty: 'low',
      outcome: 'Pain after a week, see pain',
    },
  ]);
});

test('a use without card has no status, and leaves out what is not known', () => {
  const {uses} = homeData(content([{id: 'pain', type: 'use'}]), makeSite({}));
  expect(uses).toEqual([
    {title: 'Title of pain', permalink: '/docs/pain/', description: 'About pain', status: []},
  ]);
});

test('pages stand in the order of the sidebar, by kind, without topics and about pages', () => {
  const data = homeData(
    content(
      [
        {id: 'about/privacy', type: 'use'},
        {id: 'bladder', type: 'harm'},
        {id: 'depression', type: 'use'},
        {id: 'history', type: 'topic'},
        {id: 'monitoring', type: 'harm'},
        {id: 'pain', type: 'use'},
      ],
      [
        {
          type: 'category',
          link: doc('pain'),
          items: [{type: 'category', items: [doc('depression'), doc('monitoring')]}],
        },
        doc('bladder'),
        {type: 'link', href: 'https://example.org'},
      ],
    ),
    makeSite({}),
  );
  expect(data.uses.map(({permalink}) => permalink)).toEqual(['/docs/pain/', '/docs/depression/']);
  expect(data.harms.map(({permalink}) => permalink)).toEqual([
    '/docs/monitoring/',
    '/docs/bladder/',
  ]);
});

test('parts of a use are left to the map, which has its address where the edition has the page', () => {
  const data = homeData(
    content([
      {id: 'clinical-uses/overview', type: 'topic'},
      {id: 'clinical-uses/pain', type: 'use'},
      {id: 'clinical-uses/addiction/overview', type: 'use'},
      {id: 'clinical-uses/addiction/alcohol', type: 'use'},
      {id: 'clinical-uses/other/one', type: 'use'},
      {id: 'about/how-this-was-written', type: 'about'},
    ]),
    makeSite({}),
  );
  expect(data.uses.map(({permalink}) => permalink)).toEqual([
    '/docs/clinical-uses/pain/',
    '/docs/clinical-uses/addiction/overview/',
    '/docs/clinical-uses/other/one/',
  ]);
  expect(data.map).toBe('/docs/clinical-uses/overview/');
  expect(data.written).toBe('/docs/about/how-this-was-written/');
});

test('the five newest updates, with the day posted and the day of the event', () => {
  const posts = Array.from({length: 7}, (_, i) => ({
    title: `Post ${i}`,
    permalink: `/blog/${i}/`,
    date: new Date(Date.UTC(2026, 10, 25 - i, 9)),
    frontMatter: i === 0 ? {event_date: '2025-10'} : {},
  }));
  const {updates} = homeData(content([], [], posts), makeSite({}));
  expect(updates).toHaveLength(5);
  expect(updates.slice(0, 2)).toEqual([
    {title: 'Post 0', permalink: '/blog/0/', date: '2026-11-25', event: '2025-10'},
    {title: 'Post 1', permalink: '/blog/1/', date: '2026-11-24', event: null},
  ]);
});

test('the latest edition by its label, none before the first', () => {
  const released = makeSite({
    'versions.json': '["1.0"]',
    'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
  });
  expect(homeData(content([]), released).edition).toEqual({label: '1.0 (November 2026)'});
  expect(homeData(content([]), makeSite({})).edition).toBeNull();
});

test('a site without docs or posts has an empty home page', () => {
  expect(homeData({}, makeSite({}))).toEqual({
    edition: null,
    written: null,
    uses: [],
    map: null,
    harms: [],
    updates: [],
  });
});
