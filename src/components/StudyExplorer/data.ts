/** What the plugin hands to the table of studies. Small on purpose: it is all that the route loads. */

/** Stands for what a record does not say: no comparator, no number of people, no rating. */
export const NONE = 'none';

export const FACET_IDS = [
  'condition',
  'drug',
  'route',
  'comparator',
  'design',
  'size',
  'year',
  'certainty',
] as const;

export type FacetId = (typeof FACET_IDS)[number];

/** One filter: what it may be set to, in the order in which it is offered. */
export interface Facet {
  id: FacetId;
  label: string;
  choices: {value: string; label: string; group?: string}[];
}

export interface ExplorerRow {
  id: string;
  title: string;
  /** What the study adds. */
  finding: string;
  n?: number;
  /** n is a plan, as there are no results yet. */
  planned?: true;
  /** What n counts, where it is not people. */
  counting?: string;
  /** Said where there are no results. */
  status?: string;
  year?: number;
  /** Values of each filter; at least one, NONE where the record has none. */
  values: Record<FacetId, string[]>;
  /** Further values of the filter by condition: groups of conditions. */
  groups: string[];
}

export interface ExplorerData {
  /** Of the edition whose studies these are; null for the draft. */
  edition: string | null;
  /** Newest first. */
  rows: ExplorerRow[];
  facets: Facet[];
}
