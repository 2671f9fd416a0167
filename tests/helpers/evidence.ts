/** References for tests: valid records in which only what a test speaks of is written out. */
import type {Reference} from '../../src/evidence/schemas';

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
