import {remarkUpdate} from '../../../src/remark/remark-update';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const page = (title: string): string => `---\ntitle: ${title}\n---\nText.\n`;

const DRAFT: Files = {
  'docs/index.mdx': page('Introduction'),
  'docs/safety/overview.mdx': page('Safety'),
  'docs/safety/monitoring.mdx': page('Monitoring'),
};
/** Edition 1.0 has no page on monitoring yet. */
const RELEASED: Files = {
  'versions.json': '["1.0"]',
  'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
  'versioned_docs/version-1.0/index.mdx': page('Introduction'),
  'versioned_docs/version-1.0/safety/overview.mdx': page('Safety'),
};

function transform(frontMatter: string, files: Files, baseUrl = '/'): string {
  const file = 'blog/2026-11-25-news.mdx';
  const root = makeSite({...files, [file]: `---\n${frontMatter}\n---\nNews.\n`});
  return shownPage(root, file, [[remarkUpdate, {root, baseUrl}]]);
}

function addresses(affects: string[], files: Files, baseUrl?: string): string[] {
  const shown = transform(`affects: ${JSON.stringify(affects)}`, files, baseUrl);
  return [...shown.matchAll(/to="(.*?)"/g)].map((match) => match[1]!);
}

test('the date of the event and the pages affected stand before the text', () => {
  expect(
    transform(
      'title: News\nevent_date: "2025-10"\naffects: [safety/overview#blood-pressure, safety/monitoring]',
      {...DRAFT, ...RELEASED},
    ),
  ).toMatchInlineSnapshot(`
    "<UpdateFacts event="2025-10">
      <AffectedPage to="/docs/safety/overview/#blood-pressure" title="Safety" />
      <AffectedPage to="/docs/next/safety/monitoring/" title="Monitoring" />
    </UpdateFacts>
    News."
  `);
});

test('a post without either still has its place for them', () => {
  expect(transform('title: News', DRAFT)).toBe('<UpdateFacts />\nNews.');
});

describe('a page affected is read', () => {
  test.each([
    ['in the latest edition', 'safety/overview', '/docs/safety/overview/'],
    ['at its section', 'safety/overview#blood-pressure', '/docs/safety/overview/#blood-pressure'],
    ['at the root where it is the introduction', 'index', '/docs/'],
    [
      'in the draft where the latest edition has no such page',
      'safety/monitoring',
      '/docs/next/safety/monitoring/',
    ],
    [
      'in the draft, at its section',
      'safety/monitoring#vital-signs',
      '/docs/next/safety/monitoring/#vital-signs',
    ],
  ])('%s', (_, target, address) => {
    expect(addresses([target], {...DRAFT, ...RELEASED})).toEqual([address]);
  });

  test('at /docs/ before the first edition is released', () => {
    expect(addresses(['safety/monitoring', 'index'], DRAFT)).toEqual([
      '/docs/safety/monitoring/',
      '/docs/',
    ]);
  });

  test('in the newest of several editions', () => {
    const files = {
      ...DRAFT,
      ...RELEASED,
      'versions.json': '["2.0", "1.0"]',
      'versioned_docs/version-2.0/_edition.yml': "edition: '2.0'\nreleased: '2027-03-01'\n",
      'versioned_docs/version-2.0/safety/monitoring.mdx': page('Monitoring'),
    };
    expect(addresses(['safety/monitoring', 'safety/overview'], files)).toEqual([
      '/docs/safety/monitoring/',
      '/docs/next/safety/overview/',
    ]);
  });

  test('below the path that the site is served under', () => {
    expect(
      addresses(['safety/overview', 'safety/monitoring'], {...DRAFT, ...RELEASED}, '/kb/'),
    ).toEqual(['/kb/docs/safety/overview/', '/kb/docs/next/safety/monitoring/']);
  });
});

test('stops for pages that are not there, with the nearest ones', () => {
  expect(reportOf(() => transform('affects: [safety/overveiw#x, safety/monitoring, pain]', DRAFT)))
    .toMatchInlineSnapshot(`
    "blog/2026-11-25-news.mdx:1:1  update/affects
      Found      affects: safety/overveiw#x
      Expected   the slug of a docs page
      Closest    safety/overview, safety/monitoring, index

    blog/2026-11-25-news.mdx:1:1  update/affects
      Found      affects: pain
      Expected   the slug of a docs page
      Closest    index, safety/overview, safety/monitoring

    2 problems:
      update/affects: 2"
  `);
});
