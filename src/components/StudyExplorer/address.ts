/** The state of the table of studies as a query string, so that every state has an address: `?drug=esketamine&sort=-size`. */
import type {Facet, FacetId} from './data';

export const SORTABLE = [
  'study',
  'condition',
  'drug',
  'route',
  'comparator',
  'design',
  'size',
  'year',
  'certainty',
] as const;

export type SortId = (typeof SORTABLE)[number];

export interface ExplorerState {
  filters: Partial<Record<FacetId, string>>;
  sort: {id: SortId; desc: boolean};
}

export const DEFAULT_SORT: ExplorerState['sort'] = {id: 'year', desc: true};

/** Reads an address. What it does not know (an old link, a typing mistake) it leaves out. */
export function readAddress(search: string, facets: readonly Facet[]): ExplorerState {
  const query = new URLSearchParams(search);
  const filters: ExplorerState['filters'] = {};
  for (const {id, choices} of facets) {
    const value = query.get(id);
    if (choices.some((choice) => choice.value === value)) {
      filters[id] = value!;
    }
  }
  const sort = query.get('sort') ?? '';
  const id = SORTABLE.find((known) => known === sort.replace(/^-/, ''));
  return {filters, sort: id ? {id, desc: sort.startsWith('-')} : DEFAULT_SORT};
}

/** The query string of a state, with its `?`; empty for the state in which the page opens. */
export function addressOf({filters, sort}: ExplorerState): string {
  const query = new URLSearchParams();
  for (const [id, value] of Object.entries(filters)) {
    if (value) {
      query.set(id, value);
    }
  }
  if (sort.id !== DEFAULT_SORT.id || sort.desc !== DEFAULT_SORT.desc) {
    query.set('sort', `${sort.desc ? '-' : ''}${sort.id}`);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
