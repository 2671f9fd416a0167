import path from 'node:path';
import {dueReport, searchesOf} from '../../../src/cli/due';
import {listPages} from '../../../src/evidence/pages';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const SEARCHES = [
  {file: 'docs/b.mdx', searched: '2026-03-01'},
  {file: 'docs/a.mdx', searched: '2026-03-01'},
  {file: 'docs/c.mdx', searched: '2026-09-01'},
];

test('lists what is due, oldest first, and what comes next', () => {
  expect(dueReport(SEARCHES, '2027-04-01')).toBe(
    [
      'docs/a.mdx: searched 2026-03-01, due 2027-03-01',
      'docs/b.mdx: searched 2026-03-01, due 2027-03-01',
      '2 pages of 3 due on 2027-04-01 (search older than 12 months)',
      'next: docs/c.mdx, due 2027-09-01',
    ].join('\n'),
  );
});

test('says so when nothing is', () => {
  expect(dueReport(SEARCHES, '2026-12-01').split('\n')[0]).toBe(
    '0 pages of 3 due on 2026-12-01 (search older than 12 months)',
  );
});

test('pages without a date of search are not counted', () => {
  const root = makeSite({
    'docs/a.mdx': '---\ntitle: A\nevidence_searched: 2026-03-01\n---\n',
    'docs/about/b.mdx': '---\ntitle: B\n---\n',
  });
  expect(searchesOf(listPages(path.join(root, 'docs')), root)).toEqual([
    {file: 'docs/a.mdx', searched: '2026-03-01'},
  ]);
});
