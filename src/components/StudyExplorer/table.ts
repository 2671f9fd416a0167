/** The table's model: what TanStack Table filters, counts and sorts. It draws nothing. */
import {
  columnFacetingFeature,
  columnFilteringFeature,
  createFacetedRowModel,
  createFacetedUniqueValues,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table';
import {FACET_IDS, NONE, type ExplorerRow, type Facet, type FacetId} from './data';

export const features = tableFeatures({
  columnFilteringFeature,
  columnFacetingFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  facetedRowModel: createFacetedRowModel(),
  facetedUniqueValues: createFacetedUniqueValues(),
});

type Features = typeof features;
type Column = ColumnDef<Features, ExplorerRow>;

/** Labels of a filter's values by value. */
export type Labels = Record<FacetId, Map<string, string>>;

export function labelsOf(facets: readonly Facet[]): Labels {
  return Object.fromEntries(
    facets.map(({id, choices}) => [id, new Map(choices.map(({value, label}) => [value, label]))]),
  ) as Labels;
}

/** A row's values of a filter in words; empty where the record has none. */
export function wordsOf(row: ExplorerRow, id: FacetId, labels: Labels): string {
  return row.values[id]
    .filter((value) => value !== NONE)
    .map((value) => labels[id].get(value))
    .join(', ');
}

/** Columns that are filtered by key and sorted by what they show; rows without a value come last either way. */
export function columnsOf(facets: readonly Facet[]): Column[] {
  const labels = labelsOf(facets);
  const certainty = facets.find(({id}) => id === 'certainty')!.choices.map(({value}) => value);
  const sortValue = (row: ExplorerRow, id: FacetId): string | number | undefined => {
    switch (id) {
      case 'size':
        return row.n;
      case 'year':
        return row.year;
      case 'certainty': {
        const [level] = row.values.certainty;
        return level === NONE ? undefined : -certainty.indexOf(level!);
      }
      default:
        return wordsOf(row, id, labels) || undefined;
    }
  };
  return [
    {id: 'study', accessorFn: ({title}) => title, sortFn: compare, enableColumnFilter: false},
    ...FACET_IDS.map((id): Column => ({
      id,
      accessorFn: (row) => sortValue(row, id),
      getUniqueValues: ({values, groups}) =>
        id === 'condition' ? [...values[id], ...groups] : values[id],
      filterFn: (row, column, value) => row.getUniqueValues<string>(column).includes(value),
      sortFn: compare,
      sortUndefined: 'last',
    })),
  ];
}

interface Sortable {
  getValue(column: string): unknown;
}

function compare(a: Sortable, b: Sortable, column: string): number {
  const [x, y] = [a.getValue(column), b.getValue(column)];
  return typeof x === 'number' && typeof y === 'number'
    ? x - y
    : String(x).localeCompare(String(y), 'en');
}
