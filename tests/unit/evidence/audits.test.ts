import path from 'node:path';
import {correctIn, errorsIn, loadAudits, totalOf, upperBound} from '../../../src/evidence/audits';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const AUDIT = {
  id: 'first',
  date: '2026-11-23',
  title: 'First',
  kind: 'sample',
  unit: 'statements',
  sample: 'Drawn at random.',
  method: 'Looked up again.',
  auditors: 'AI.',
  results: [{group: 'Safety', checked: 45, imprecise: 8, wrong: 0, unsettled: 1}],
  mended: 8,
  limits: ['Abstracts only.'],
};

function load(...audits: object[]) {
  const root = makeSite({
    'docs/_evidence/audits.yml': audits.map((a) => `- ${JSON.stringify(a)}\n`).join(''),
  });
  return loadAudits(path.join(root, 'docs/_evidence'), root);
}

test('reads audits; an edition without the file has none', () => {
  expect(load(AUDIT).value).toEqual([AUDIT]);
  const root = makeSite({'docs/_evidence/references.yml': '[]\n'});
  expect(loadAudits(path.join(root, 'docs/_evidence'), root)).toMatchObject({
    value: undefined,
    exists: false,
    problems: [],
  });
});

test('what cannot be is a problem with its place', () => {
  const file = load(
    {...AUDIT, mended: 9, results: [{group: 'Safety', checked: 5, wrong: 4, imprecise: 2}]},
    {...AUDIT, id: 'Second audit', kind: 'census', results: [], checked: 3},
  );
  expect(file.value).toBeUndefined();
  expect(report(file)).toMatchInlineSnapshot(`
    "docs/_evidence/audits.yml:1:173  audits/schema
      Found      0.results.0: {"group":"Safety","checked":5,"wrong":4,"imprecise":2}
      Expected   results that add up to no more than were checked

    docs/_evidence/audits.yml:1:238  audits/schema
      Found      0.mended: 9
      Expected   no more than the wrong, unsupported and imprecise together

    docs/_evidence/audits.yml:2:9  audits/schema
      Found      1.id: "Second audit"
      Expected   lower-case words with hyphens

    docs/_evidence/audits.yml:2:67  audits/schema
      Found      1.kind: "census"
      Expected   sample (drawn at random) or full (everything read)
      Closest    full, sample

    docs/_evidence/audits.yml:2:179  audits/schema
      Found      1.results: []
      Expected   at least one group

    docs/_evidence/audits.yml:2:232  audits/unknown-field
      Found      field "checked" in 1
      Expected   a field that the schema knows
      Fix        remove "checked" or correct its spelling

    6 problems:
      audits/schema: 5
      audits/unknown-field: 1"
  `);
});

test('an id stands once, and the newest audit first', () => {
  expect(report(load(AUDIT, {...AUDIT, date: '2026-12-01'}))).toMatchInlineSnapshot(`
    "docs/_evidence/audits.yml:2:9  audits/schema
      Found      1.id: "first"
      Expected   each id once

    docs/_evidence/audits.yml:2:24  audits/schema
      Found      1.date: "2026-12-01"
      Expected   the newest audit first

    2 problems:
      audits/schema: 2"
  `);
});

test('counts what is not typed', () => {
  const results = [
    {group: 'a', checked: 45, imprecise: 8, wrong: 0, unsettled: 1},
    {group: 'b', checked: 45, imprecise: 4, unsupported: 2, unsettled: 2},
  ];
  expect(results.map(correctIn)).toEqual([36, 37]);
  expect(errorsIn(results)).toBe(14);
  expect(totalOf(results)).toEqual({
    group: 'All',
    checked: 90,
    wrong: 0,
    unsupported: 2,
    imprecise: 12,
    unsettled: 3,
  });
});

test.each([
  // 1 - 0.05^(1/n) where there is no event.
  [0, 90, 1 - 0.05 ** (1 / 90)],
  [0, 1, 0.95],
  // Clopper and Pearson, one-sided, as tables give it.
  [1, 20, 0.2161],
  [5, 100, 0.1023],
  [3, 3, 1],
])('upper bound of %i in %i', (events, of, bound) => {
  expect(upperBound(events, of)).toBeCloseTo(bound, 4);
});
