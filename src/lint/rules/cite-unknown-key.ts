import {nearest} from '../../evidence/nearest';
import {citationUses} from '../citations';
import {defineRule} from '../rule';

export const citeUnknownKey = defineRule({
  id: 'cite/unknown-key',
  title: 'Every citation key is in the references of its own edition',
  why: 'A reader cannot check a figure whose source is not there.',
  scope: 'all',
  check: (context) =>
    citationUses(context)
      // A list of references that could not be read is a problem of its own: all keys would be unknown.
      .filter(
        ({key, edition}) =>
          edition.evidence.references.size > 0 && !edition.evidence.references.has(key),
      )
      .map(({key, edition, file, line, column}) => ({
        file,
        line,
        column,
        found: `[@${key}]`,
        expected: `a key in ${edition.folder}/_evidence/references.yml`,
        closest: nearest(key, edition.evidence.references.keys()),
        fix: 'correct the key, or add the source to references.yml',
      })),
});
