import {load} from 'cheerio';
import {movedIn} from '../../../src/editions/moved';
import {movedPage} from '../../../src/editions/moved-pages';
import {docsPlaces} from '../../../src/editions/places';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const page = (title: string, ...ids: string[]): string =>
  `---\ntitle: ${title}\n---\nText.\n${ids.map((id) => `\n## About ${id} {/* #${id} */}\n\nText.\n`).join('')}`;

const edition = (version: string): Files => ({
  [`versioned_docs/version-${version}/_edition.yml`]: `edition: '${version}'\nreleased: '2026-11-25'\n`,
});

/** Two editions and a draft; each moves something. */
function site(): string {
  return makeSite({
    'versions.json': '["2.0", "1.0"]',
    ...edition('1.0'),
    ...edition('2.0'),
    'versioned_docs/version-1.0/a.mdx': page('Page A', 'x', 'y', 'z'),
    'versioned_docs/version-1.0/b.mdx': page('Page B', 'old', 'away', 'stays'),
    'versioned_docs/version-2.0/b.mdx': page('Page B', 'new', 'stays', 'z'),
    'versioned_docs/version-2.0/c.mdx': page('Page C', 'x'),
    'versioned_docs/version-2.0/_moves.yml': `
- {from: a, to: middle, since: '2.0', reason: Renamed}
- {from: middle, to: c, since: '2.0', reason: Renamed again}
- {from: a#z, to: b#z, since: '2.0', reason: It belongs there}
- {from: b#old, to: b#new, since: '2.0', reason: Renamed}
- {from: b#away, to: c, since: '2.0', reason: Joined}
`,
    'docs/b.mdx': page('Page B', 'new', 'stays', 'z'),
    'docs/d.mdx': page('Page D', 'x'),
    'docs/_moves.yml': `
- {from: a, to: c, since: '2.0', reason: Renamed}
- {from: a#z, to: b#z, since: '2.0', reason: It belongs there}
- {from: b#old, to: b#new, since: '2.0', reason: Renamed}
- {from: b#away, to: c, since: '2.0', reason: Joined}
- {from: c, to: d, since: '3.0', reason: Renamed}
`,
  });
}

function movedOf(name: string) {
  const root = site();
  const places = docsPlaces(root);
  return movedIn(
    places.find(({edition: e}) => e === name)!,
    places,
    root,
  );
}

test('the latest edition serves what older ones had, through chains, with the old headings', () => {
  expect(movedOf('2.0').pages).toEqual([
    {
      slug: 'a',
      title: 'Page A',
      to: 'c',
      sections: [
        {id: 'x', title: 'About x', to: 'c#x'},
        {id: 'y', title: 'About y', to: 'c'},
        {id: 'z', title: 'About z', to: 'b#z'},
      ],
    },
    {slug: 'middle', title: 'middle', to: 'c', sections: []},
  ]);
  expect(movedOf('2.0').sections.get('b')).toEqual([
    {id: 'old', title: 'About old', to: 'b#new'},
    {id: 'away', title: 'About away', to: 'c'},
  ]);
});

test('the draft goes by its own moves, over all editions', () => {
  expect(movedOf('next').pages.map(({slug, to}) => `${slug} -> ${to}`)).toEqual([
    'a -> d',
    'c -> d',
  ]);
});

test('an edition without moves serves none, and needs no edit for those of later ones', () => {
  expect(movedOf('1.0')).toEqual({pages: [], sections: new Map()});
});

test('the page at the old address leads to every new one', () => {
  const [first] = movedOf('2.0').pages;
  const {main, canonical, script} = movedPage(
    {...first!, title: 'A <b> & c'},
    '/base/docs/',
    'https://example.org',
  );
  const $ = load(main);
  expect(
    $('a')
      .toArray()
      .map((a) => [$(a).attr('data-moved'), $(a).attr('href'), $(a).text()]),
  ).toEqual([
    ['', '/base/docs/c/', 'A <b> & c'],
    ['x', '/base/docs/c/#x', 'About x'],
    ['y', '/base/docs/c/', 'About y'],
    ['z', '/base/docs/b/#z', 'About z'],
  ]);
  expect($('li#z')).toHaveLength(1);
  expect(canonical).toBe('https://example.org/base/docs/c/');
  expect(script).toBe(movedPage(movedOf('2.0').pages[1]!, '/docs/', '').script);
});
