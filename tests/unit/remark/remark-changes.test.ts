import {remarkChanges} from '../../../src/remark/remark-changes';
import {remarkNotices} from '../../../src/remark/remark-notices';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const HEAD = '---\ntitle: A\ntype: use\n---\n';
const OLD = `${HEAD}Lead.\n\n## Dose {/* #dose */}\n\nFive.\n\n## Old {/* #old */}\n\nText.\n`;
const RELEASE: Files = {
  'versions.json': '["1.0"]',
  'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
  'versioned_docs/version-1.0/a.mdx': OLD,
};

/** The element that says it, of a page of the draft. */
function line(files: Files, file = 'docs/a.mdx'): string | undefined {
  const root = makeSite({...RELEASE, ...files});
  return shownPage(root, file, [
    [remarkNotices, {root}],
    [remarkChanges, {root, baseUrl: '/base/'}],
  ])
    .split('\n')
    .find((shown) => shown.startsWith('<ChangedSince'));
}

test('names sections that changed, and counts those that came and went', () => {
  expect(
    line({
      'docs/a.mdx': `${HEAD}Lead.\n\n## Dose {/* #dose */}\n\nFour.\n\n## New {/* #new */}\n\nText.\n`,
    }),
  ).toBe(
    '<ChangedSince edition="1.0" changed="Dose" added="1" removed="1" href="/base/editions/1.0-to-next/a/" />',
  );
});

test('says of a page that it is the same, or new', () => {
  expect(line({'docs/a.mdx': OLD})).toBe('<ChangedSince edition="1.0" />');
  expect(line({'docs/a.mdx': OLD, 'docs/b.mdx': OLD}, 'docs/b.mdx')).toContain('isNew="true"');
});

test('knows a page that moved', () => {
  const shown = line(
    {
      'docs/b.mdx': OLD,
      'docs/_moves.yml': "- {from: a, to: b, since: '2.0', reason: Renamed}\n",
    },
    'docs/b.mdx',
  );
  expect(shown).toBe('<ChangedSince edition="1.0" href="/base/editions/1.0-to-next/b/" />');
});

test('stands after the notices and before the text', () => {
  const root = makeSite({...RELEASE, 'docs/a.mdx': OLD});
  const shown = shownPage(root, 'docs/a.mdx', [
    [remarkNotices, {root}],
    [remarkChanges, {root, baseUrl: '/'}],
  ]);
  expect(shown.split('\n').slice(0, 3)).toEqual([
    '<ReviewNotice />',
    '<ChangedSince edition="1.0" />',
    'Lead.',
  ]);
});

test('the first edition has nothing to compare with', () => {
  expect(line({'docs/a.mdx': OLD}, 'versioned_docs/version-1.0/a.mdx')).toBeUndefined();
});
