import path from 'node:path';
import {loadRegulation, regulationId} from '../../../src/evidence/regulation';
import {dataYml, jurisdiction} from '../../helpers/data';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function load(content?: string) {
  const root = makeSite(content === undefined ? {} : {'docs/_evidence/regulation.yml': content});
  return loadRegulation(path.join(root, 'docs/_evidence'), root);
}

test('jurisdictions in the order of the file, with their places', () => {
  const file = load(dataYml(jurisdiction('united-states'), jurisdiction('germany')));
  expect(report(file)).toBe('');
  expect(file.value?.map(({id}) => id)).toEqual(['united-states', 'germany']);
  expect(file.place([1, 'cells', 'funding'])).toMatchObject({
    file: 'docs/_evidence/regulation.yml',
    line: 2,
  });
});

test('an edition without the file has nothing, and that is no problem', () => {
  expect(load()).toMatchObject({exists: false, value: undefined, problems: []});
});

test('an empty file is a problem: it would show an empty table', () => {
  expect(report(load('[]\n'))).toMatchInlineSnapshot(`
    "docs/_evidence/regulation.yml:1:1  regulation/schema
      Found      the file: []
      Expected   at least one jurisdiction

    1 problem:
      regulation/schema: 1"
  `);
});

test.each<[string, object]>([
  ['neither source nor search', {text: 'x'}],
  ['a source without date', {text: 'x', refs: ['a2020']}],
  ['both', {text: 'x', date: '2020', refs: ['a2020'], searched: '2026-11-23'}],
])('a cell says where it is from or when somebody looked: %s', (_, funding) => {
  expect(load(dataYml(jurisdiction('a', {funding} as never))).problems).toMatchObject([
    {
      rule: 'regulation/schema',
      expected: 'date and refs of the source; or, where nothing was found, searched alone',
    },
  ]);
});

test('addresses are made of words that never change', () => {
  expect(regulationId('dose_limits')).toBe('regulation-dose-limits');
  expect(regulationId('dose_limits', 'germany')).toBe('regulation-dose-limits-germany');
});
