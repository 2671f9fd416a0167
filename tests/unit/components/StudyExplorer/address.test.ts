import {
  addressOf,
  DEFAULT_SORT,
  readAddress,
} from '../../../../src/components/StudyExplorer/address';
import type {Facet} from '../../../../src/components/StudyExplorer/data';

const FACETS: Facet[] = [
  {
    id: 'drug',
    label: 'Drug',
    choices: [
      {value: 'esketamine', label: 'Esketamine'},
      {value: 'none', label: 'None recorded'},
    ],
  },
  {id: 'year', label: 'Year', choices: [{value: '2020-2024', label: '2020 to 2024'}]},
];

test('the state in which the page opens has no query', () => {
  expect(readAddress('', FACETS)).toEqual({filters: {}, sort: DEFAULT_SORT});
  expect(addressOf({filters: {}, sort: DEFAULT_SORT})).toBe('');
});

test.each([
  ['?drug=esketamine', {filters: {drug: 'esketamine'}, sort: DEFAULT_SORT}],
  ['?sort=year', {filters: {}, sort: {id: 'year', desc: false}}],
  [
    '?drug=none&year=2020-2024&sort=-size',
    {filters: {drug: 'none', year: '2020-2024'}, sort: {id: 'size', desc: true}},
  ],
] as const)('%s is an address and back', (search, state) => {
  expect(readAddress(search, FACETS)).toEqual(state);
  expect(addressOf(state)).toBe(search);
});

test('what is not known is left out', () => {
  expect(readAddress('?drug=aspirin&route=iv&sort=-finding&x=<b>', FACETS)).toEqual({
    filters: {},
    sort: DEFAULT_SORT,
  });
});

test('a filter set back to Any leaves the address', () => {
  expect(addressOf({filters: {drug: undefined}, sort: DEFAULT_SORT})).toBe('');
});
