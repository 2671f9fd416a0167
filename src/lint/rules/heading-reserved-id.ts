import {GENERATED_IDS} from '../links';
import {defineDocumentRule, placeOf} from '../rule';

/** Citations, their previews, figures, audits and criteria have ids that begin so. */
const PREFIXES = ['ref-', 'cite-', 'preview-', 'figure-', 'audit-', 'criteria-', 'criterion-'];

export const headingReservedId = defineDocumentRule({
  id: 'heading/reserved-id',
  title: 'Ids that the build writes are not used by hand',
  why: 'The page would have the id twice, and links to references or figures would lead to the wrong place.',
  scope: 'all',
  check: (document) =>
    document.headings
      .filter(
        ({id}) =>
          id !== undefined &&
          ((GENERATED_IDS as readonly string[]).includes(id) ||
            PREFIXES.some((prefix) => id.startsWith(prefix))),
      )
      .map(({node, id}) => ({
        ...placeOf(document, node.children.at(-1)!),
        found: `#${id}`,
        expected: `an id that is none of ${GENERATED_IDS.join(', ')} and does not begin with ${PREFIXES.join(', ')}`,
        fix: 'choose another id',
      })),
});
