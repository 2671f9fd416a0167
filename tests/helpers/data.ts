/** Data files for tests: valid entries in which only what a test speaks of is written out. */
import {REGULATION_CELL_NAMES, type Jurisdiction} from '../../src/evidence/regulation';
import type {TimelineEvent} from '../../src/evidence/timeline';
import type {Term} from '../../src/evidence/vocabulary';

const NOTHING = {text: 'Not found', searched: '2026-11-23'};

/** A jurisdiction for which nothing was found but what `cells` says. */
export function jurisdiction(
  id: string,
  cells: Partial<Jurisdiction['cells']> = {},
  name = id.toUpperCase(),
): Jurisdiction {
  return {
    id,
    name,
    cells: {
      ...(Object.fromEntries(
        REGULATION_CELL_NAMES.map((cell) => [cell, NOTHING]),
      ) as Jurisdiction['cells']),
      ...cells,
    },
  };
}

export function event(
  id: string,
  date: string,
  overrides: Partial<TimelineEvent> = {},
): TimelineEvent {
  return {
    date,
    id,
    kind: 'trial',
    title: `Title of ${id}`,
    summary: 'It happened.',
    refs: ['a2020'],
    affects: ['page'],
    verified: 'abstract',
    verified_at: 'https://example.org/',
    ...overrides,
  };
}

export function term(id: string, overrides: Partial<Term> = {}): Term {
  return {id, term: id, category: 'drug', definition: 'A word.', page: 'page', ...overrides};
}

/** A data file: one entry a line, so that the n-th entry stands in line n. */
export function dataYml(...entries: object[]): string {
  return entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
}
