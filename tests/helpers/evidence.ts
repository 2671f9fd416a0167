/** References and studies for tests: valid records in which only what a test speaks of is written out. */
import type {Reference} from '../../src/evidence/schemas';
import {studySchema, type Study} from '../../src/evidence/studies';

/** A journal article that passes the schema; `overrides` replace or, when undefined, remove fields. */
export function reference(id: string, overrides: Partial<Reference> = {}): Reference {
  return {
    id,
    type: 'article-journal',
    title: `Title of ${id}`,
    author: [{family: 'Author', given: 'Ann'}],
    'container-title': 'Journal',
    issued: {'date-parts': [[2020]]},
    DOI: `10.1000/${id}`,
    kind: 'rct',
    verified: 'abstract',
    ...overrides,
  };
}

/** The text of a references.yml: one record a line, so that the n-th record stands in line n. */
export function referencesYml(...records: object[]): string {
  return records.map((record) => `- ${JSON.stringify(record)}\n`).join('');
}

/** A two-arm trial that passes the schema; `overrides` replace or, when undefined, remove fields. */
export function studyRecord(id: string, overrides: object = {}): Record<string, unknown> {
  return {
    id,
    refs: ['base2020'],
    design: 'rct',
    design_details: 'Randomized, double-blind',
    conditions: ['major-depression'],
    population: 'Adults',
    participants: 72,
    arms: [
      {id: 'ket', label: 'Ketamine', drug: 'racemic-ketamine', route: 'iv', n: 47},
      {id: 'mid', label: 'Midazolam', role: 'comparator', drug: 'midazolam', route: 'iv', n: 25},
    ],
    bottom_line: 'What it adds.',
    verified: 'abstract',
    ...overrides,
  };
}

/** The same, checked. */
export function study(id: string, overrides: object = {}): Study {
  return studySchema.parse(studyRecord(id, overrides));
}

const OUTCOME = {
  id: 'o',
  outcome: 'response',
  name: 'Response',
  time: '24 h',
  better: 'higher',
  primary: true,
  verified: 'abstract',
};

/** An outcome of response at 24 h; `fields` say its type and results. */
export function outcomeRecord(fields: object): Record<string, unknown> {
  return {...OUTCOME, ...fields};
}
