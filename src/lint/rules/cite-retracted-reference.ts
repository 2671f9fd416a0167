import {citationUses} from '../citations';
import {defineRule} from '../rule';

export const citeRetractedReference = defineRule({
  id: 'cite/retracted-reference',
  title: 'No retracted source is cited without a stated reason',
  why: 'A reader must not rest a decision on what its own journal has withdrawn.',
  // A released page cannot drop its citation any more: it is marked there, from the draft's record.
  scope: 'next',
  check: (context) =>
    citationUses(context).flatMap(({key, edition, file, line, column}) => {
      const status = edition.evidence.references.get(key)?.status;
      return status?.is === 'retracted' && status.kept_because === undefined
        ? [
            {
              file,
              line,
              column,
              found: `[@${key}], retracted${status.date === undefined ? '' : ` (${status.date})`}`,
              expected: 'a source that stands, or a stated reason to keep this one',
              fix: `leave the statement out, or say in its record why it stays: status.kept_because (line ${edition.evidence.referencePlaces.get(key)?.line} of references.yml)`,
            },
          ]
        : [];
    }),
});
