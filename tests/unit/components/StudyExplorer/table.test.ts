import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {useTable} from '@tanstack/react-table';
import type {ExplorerRow, Facet, FacetId} from '../../../../src/components/StudyExplorer/data';
import {
  columnsOf,
  features,
  labelsOf,
  wordsOf,
} from '../../../../src/components/StudyExplorer/table';

const choices = (...values: string[]) =>
  values.map((value) => ({value, label: value.toUpperCase()}));
const FACETS: Facet[] = [
  {id: 'condition', label: 'Condition', choices: choices('any-pain', 'mdd', 'crps', 'burns')},
  {id: 'drug', label: 'Drug', choices: choices('ket', 'esk')},
  {id: 'route', label: 'Route', choices: choices('iv')},
  {id: 'comparator', label: 'Comparator', choices: choices('pbo', 'none')},
  {id: 'design', label: 'Design', choices: choices('rct')},
  {id: 'size', label: 'Size', choices: choices('small', 'none')},
  {id: 'year', label: 'Year', choices: choices('new')},
  {
    id: 'certainty',
    label: 'Certainty',
    choices: choices('high', 'moderate', 'low', 'very-low', 'none'),
  },
];

function row(
  id: string,
  values: Partial<Record<FacetId, string[]>>,
  rest: object = {},
): ExplorerRow {
  return {
    id,
    title: id,
    finding: '',
    values: {
      condition: ['mdd'],
      drug: ['ket'],
      route: ['iv'],
      comparator: ['none'],
      design: ['rct'],
      size: ['none'],
      year: ['new'],
      certainty: ['none'],
      ...values,
    },
    groups: [],
    ...rest,
  };
}

const ROWS = [
  row('a', {condition: ['crps'], certainty: ['low']}, {n: 9, groups: ['any-pain']}),
  row('b', {condition: ['burns', 'mdd'], certainty: ['high']}, {n: 100, groups: ['any-pain']}),
  row('c', {drug: ['ket', 'esk'], comparator: ['pbo']}),
  row('d', {drug: ['esk'], certainty: ['very-low']}, {n: 20}),
];

/** What the table holds when it is first rendered in a state. */
function shown(filters: Record<string, string>, sort = {id: 'study', desc: false}) {
  let result: {ids: string; counts: Record<string, object>} | undefined;
  renderToStaticMarkup(
    createElement(function Table() {
      const table = useTable({
        features,
        columns: columnsOf(FACETS),
        data: ROWS,
        getRowId: ({id}) => id,
        state: {
          columnFilters: Object.entries(filters).map(([id, value]) => ({id, value})),
          sorting: [sort],
        },
      });
      result = {
        ids: table
          .getRowModel()
          .rows.map(({id}) => id)
          .join(''),
        counts: Object.fromEntries(
          FACETS.map(({id}) => [
            id,
            Object.fromEntries(table.getColumn(id)!.getFacetedUniqueValues()),
          ]),
        ),
      };
      return null;
    }),
  );
  return result!;
}

test.each([
  [{}, 'abcd'],
  [{drug: 'esk'}, 'cd'],
  [{condition: 'mdd'}, 'bcd'],
  [{condition: 'any-pain'}, 'ab'],
  [{comparator: 'none'}, 'abd'],
  [{drug: 'ket', condition: 'mdd'}, 'bc'],
  [{drug: 'esk', condition: 'any-pain'}, ''],
] as [Record<string, string>, string][])('filtered by %j: %s', (filters, ids) => {
  expect(shown(filters).ids).toBe(ids);
});

test('a filter counts what the others leave, not what it leaves itself', () => {
  const {counts} = shown({condition: 'any-pain'});
  expect(counts.drug).toEqual({ket: 2});
  expect(counts.condition).toEqual({crps: 1, burns: 1, mdd: 3, 'any-pain': 2});
});

test.each([
  ['size', 'adbc', 'bdac'],
  ['certainty', 'dabc', 'badc'],
  ['condition', 'bacd', 'cdab'],
] as const)('sorted by %s; what is not known comes last either way', (id, up, down) => {
  expect(shown({}, {id, desc: false}).ids).toBe(up);
  expect(shown({}, {id, desc: true}).ids).toBe(down);
});

test('values in words, without those that stand for nothing', () => {
  const labels = labelsOf(FACETS);
  expect(wordsOf(ROWS[1]!, 'condition', labels)).toBe('BURNS, MDD');
  expect(wordsOf(ROWS[0]!, 'comparator', labels)).toBe('');
});
