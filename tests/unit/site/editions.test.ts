import {
  editionLabel,
  pinnedRedirects,
  readEditions,
  versionOptions,
  type Edition,
} from '../../../src/site/editions';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const FIRST: Edition = {edition: '1.0', released: '2026-11-25'};
const SECOND: Edition = {edition: '2.0', released: '2027-03-01'};

describe('readEditions', () => {
  const files: Files = {
    'versions.json': '["2.0", "1.0"]',
    'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
    'versioned_docs/version-2.0/_edition.yml': "edition: '2.0'\nreleased: 2027-03-01\n",
  };

  test('lists editions newest first, as Docusaurus does', () => {
    expect(readEditions(makeSite(files))).toEqual([SECOND, FIRST]);
  });

  test('finds none before the first is cut', () => {
    expect(readEditions(makeSite({}))).toEqual([]);
  });

  test('stops for an edition without its record', () => {
    const root = makeSite({'versions.json': '["1.0"]'});
    expect(reportOf(() => readEditions(root))).toMatchInlineSnapshot(`
      "versioned_docs/version-1.0/_edition.yml:1:1  edition/schema
        Found      the file: null
        Expected   edition and released, as \`npm run edition\` writes them

      1 problem:
        edition/schema: 1"
    `);
  });

  test('stops for a record that is wrong', () => {
    const root = makeSite({
      ...files,
      'versioned_docs/version-1.0/_edition.yml': 'edition: 1.0\nreleased: 2026-11-31\n',
    });
    expect(reportOf(() => readEditions(root))).toMatchInlineSnapshot(`
      "versioned_docs/version-1.0/_edition.yml:1:10  edition/schema
        Found      edition: 1
        Expected   an edition like "1.0", in quotes

      versioned_docs/version-1.0/_edition.yml:2:11  edition/schema
        Found      released: "2026-11-31"
        Expected   a day that exists: YYYY-MM-DD

      2 problems:
        edition/schema: 2"
    `);
  });
});

test.each([
  ['the last month', '2026-12-31', '1.0 (December 2026)'],
  ['the first day of a year, wherever the build runs', '2027-01-01', '1.0 (January 2027)'],
])('editionLabel carries the month: %s', (_, released, label) => {
  expect(editionLabel({edition: '1.0', released})).toBe(label);
});

describe('versionOptions', () => {
  test('before the first edition, the draft is the reference', () => {
    expect(versionOptions([])).toEqual({
      lastVersion: 'current',
      versions: {current: {label: 'Draft', path: '', banner: 'none', badge: false}},
    });
  });

  test('of one edition: it is at /docs/, the draft at /docs/next/', () => {
    expect(versionOptions([FIRST])).toEqual({
      lastVersion: '1.0',
      versions: {
        current: {label: 'Next edition (draft)', path: 'next', banner: 'unreleased', badge: true},
        '1.0': {
          label: '1.0 (November 2026)',
          path: '',
          banner: 'none',
          badge: true,
          noIndex: false,
        },
      },
    });
  });

  test('of two editions: the older one moves to its pinned address, with a banner, out of web search', () => {
    const {lastVersion, versions} = versionOptions([SECOND, FIRST]);
    expect(lastVersion).toBe('2.0');
    expect(versions['2.0']).toMatchObject({path: '', banner: 'none', noIndex: false});
    expect(versions['1.0']).toMatchObject({path: '1.0', banner: 'unmaintained', noIndex: true});
  });
});

describe('pinnedRedirects', () => {
  test.each<[string, string, Edition[], string[] | undefined]>([
    [
      'a page of the latest edition, from its pinned address',
      '/docs/safety/overview/',
      [SECOND, FIRST],
      ['/docs/2.0/safety/overview/'],
    ],
    ['the introduction', '/docs/', [FIRST], ['/docs/1.0/']],
    [
      'a page whose slug begins like an edition',
      '/docs/1.0-in-brief/',
      [FIRST],
      ['/docs/1.0/1.0-in-brief/'],
    ],
    [
      'a page whose slug begins like the draft',
      '/docs/next-steps/',
      [FIRST],
      ['/docs/1.0/next-steps/'],
    ],
    ['not a page of the draft', '/docs/next/safety/overview/', [FIRST], undefined],
    ['not the introduction of the draft', '/docs/next/', [FIRST], undefined],
    ['not a page of an older edition', '/docs/1.0/safety/overview/', [SECOND, FIRST], undefined],
    ['not a post', '/blog/launch/', [FIRST], undefined],
    ['not the home page', '/', [FIRST], undefined],
    ['nothing before the first edition', '/docs/safety/overview/', [], undefined],
  ])('lead to %s', (_, address, editions, expected) => {
    expect(pinnedRedirects(address, editions)).toEqual(expected);
  });
});
