import {citationUses} from '../citations';
import {defineRule} from '../rule';

export const citeMemoryReference = defineRule({
  id: 'cite/memory-reference',
  title: 'No cited reference is marked `verified: memory`',
  why: 'A source that nobody has seen may not exist, or may say something else.',
  scope: 'all',
  check: (context) =>
    citationUses(context).flatMap(({key, edition, file, line, column}) =>
      edition.evidence.references.get(key)?.verified === 'memory'
        ? [
            {
              file,
              line,
              column,
              found: `[@${key}], marked verified: memory`,
              expected: 'a reference that was seen: full-text, abstract or secondary',
              fix: `look the source up and change its record (line ${edition.evidence.referencePlaces.get(key)?.line} of references.yml), or leave the statement out`,
            },
          ]
        : [],
    ),
});
