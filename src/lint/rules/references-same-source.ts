import type {Reference} from '../../evidence/schemas';
import {defineRule, type Finding} from '../rule';

const IDENTIFIERS = ['DOI', 'PMID', 'PMCID'] as const;

export const referencesSameSource = defineRule({
  id: 'references/same-source',
  title: 'A source has one record: no DOI, PMID or PMCID stands there twice',
  why: 'Two keys for one paper count it twice, and a retraction would reach only one of them.',
  scope: 'next',
  check: ({editions}) =>
    editions.flatMap(({evidence}) => {
      const first = new Map<string, Reference>();
      return [...evidence.references.values()].flatMap((reference): Finding[] =>
        IDENTIFIERS.flatMap((name) => {
          const value = reference[name];
          if (value === undefined) {
            return [];
          }
          // A DOI is the same in upper and lower case.
          const key = `${name} ${value.toLowerCase()}`;
          const other = first.get(key);
          if (other === undefined) {
            first.set(key, reference);
            return [];
          }
          return [
            {
              ...evidence.referencePlaces.get(reference.id)!,
              found: `${name} ${value} of ${reference.id}, which ${other.id} has too`,
              expected: 'one record for one source',
              fix: `cite ${other.id} and remove ${reference.id}, or correct the ${name}`,
            },
          ];
        }),
      );
    }),
});
