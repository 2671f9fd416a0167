import type {Move} from '../../../src/evidence/moves';
import {loadContent} from '../../../src/lint/content';
import {resolveMove} from '../../../src/lint/moves';
import {formatProblems} from '../../../src/lint/report';
import {checkContent} from '../../../src/lint/run';
import {makeTree, readFixture, removeTrees} from './tree';

afterAll(removeTrees);

const {next} = loadContent(makeTree({}));

const moves = (...pairs: [string, string][]): Move[] =>
  pairs.map(([from, to]) => ({from, to, since: '2.0', reason: 'A test'}));

test.each<[string, string, [string, string][], object]>([
  ['what exists', 'safety/monitoring', [], {kind: 'exists', at: 'safety/monitoring'}],
  [
    'a page that moved',
    'a',
    [['a', 'safety/monitoring']],
    {kind: 'exists', at: 'safety/monitoring'},
  ],
  [
    'a chain',
    'a',
    [
      ['a', 'b'],
      ['b', 'safety/monitoring#vital-signs'],
    ],
    {kind: 'exists', at: 'safety/monitoring#vital-signs'},
  ],
  [
    'a section of a page that moved',
    'a#vital-signs',
    [['a', 'safety/monitoring']],
    {kind: 'exists', at: 'safety/monitoring#vital-signs'},
  ],
  [
    'a section of a page that moved twice',
    'a#vital-signs',
    [
      ['a', 'b'],
      ['b', 'safety/monitoring'],
    ],
    {kind: 'exists', at: 'safety/monitoring#vital-signs'},
  ],
  [
    'a section that was renamed on the new page',
    'a#old',
    [
      ['a', 'safety/monitoring'],
      ['safety/monitoring#old', 'safety/monitoring#vital-signs'],
    ],
    {kind: 'exists', at: 'safety/monitoring#vital-signs'},
  ],
  [
    'a lost section of a page that moved',
    'a#lost',
    [['a', 'safety/monitoring']],
    {kind: 'exists', at: 'safety/monitoring'},
  ],
  [
    'a page that became a section',
    'a#x',
    [['a', 'safety/monitoring#vital-signs']],
    {kind: 'exists', at: 'safety/monitoring#vital-signs'},
  ],
  [
    'a lost section of a page that is there',
    'safety/monitoring#lost',
    [],
    {kind: 'gone', at: 'safety/monitoring#lost'},
  ],
  ['what is gone', 'a', [['b', 'safety/monitoring']], {kind: 'gone', at: 'a'}],
  ['a chain to what is gone', 'a', [['a', 'b']], {kind: 'gone', at: 'b'}],
  [
    'a circle',
    'a',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ],
    {kind: 'cycle', chain: ['b', 'c', 'b']},
  ],
  ['itself', 'a', [['a', 'a']], {kind: 'cycle', chain: ['a', 'a']}],
])('follows %s', (_, from, pairs, result) => {
  expect(resolveMove(from, moves(...pairs), next)).toEqual(result);
});

test('a page that is gone as a whole is told once, not for each of its sections', () => {
  const root = makeTree({
    'versioned_docs/version-1.0/old/page.mdx': readFixture('heading/level', 'good'),
  });
  expect(formatProblems(checkContent(root).problems)).toMatchInlineSnapshot(`
    "versioned_docs/version-1.0/old/page.mdx:1:1  moves/missing
      Found      old/page, published in edition 1.0 and gone from docs/
      Expected   the same page in docs/, or an entry in docs/_moves.yml
      Fix        write in _moves.yml: - {from: old/page, to: NEW_PLACE, since: "2.0", reason: "WHY"}
      Why        Published addresses are cited in papers and guidelines: nothing published ever leads nowhere.

    1 problem:
      moves/missing: 1"
  `);
});

test('an entry for the page covers its sections', () => {
  const root = makeTree({
    'versioned_docs/version-1.0/old/page.mdx': readFixture('heading/level', 'good'),
    'docs/_moves.yml':
      '- {from: old/page, to: safety/monitoring, since: "2.0", reason: The two were one}\n',
  });
  expect(formatProblems(checkContent(root).problems)).toBe('');
});

test('a post that names a page by its old address is told the new one', () => {
  const root = makeTree({
    'docs/_moves.yml': '- {from: old/page, to: safety/monitoring, since: "2.0", reason: A test}\n',
    'blog/2026-01-02-fixture.mdx': readFixture('update/affects', 'good').replace(
      '[safety/monitoring,',
      '[old/page,',
    ),
  });
  expect(formatProblems(checkContent(root).problems)).toMatchInlineSnapshot(`
    "blog/2026-01-02-fixture.mdx:5:11  update/affects
      Found      old/page
      Expected   the slug of a page in docs/
      Closest    safety/monitoring
      Fix        write safety/monitoring, where it moved
      Why        The post links them, and they link the post: a reader of either must find the other.

    1 problem:
      update/affects: 1"
  `);
});

test('a list of moves that holds only its comment is empty', () => {
  const root = makeTree({'docs/_moves.yml': '# Where pages and sections went.\n\n'});
  expect(checkContent(root).problems).toEqual([]);
});
