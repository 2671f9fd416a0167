import {blockText, isBlock} from '../../remark/blocks';
import {componentsOf} from '../document';
import {GENERATED_IDS} from '../links';
import {defineDocumentRule, placeOf} from '../rule';

/** Citations, their previews, figures, audits and criteria have ids that begin so. */
const PREFIXES = ['ref-', 'cite-', 'preview-', 'figure-', 'audit-', 'criteria-', 'criterion-'];

export const headingReservedId = defineDocumentRule({
  id: 'heading/reserved-id',
  title: 'Ids that the build writes are not used by hand',
  why: 'The page would have the id twice, and links to references or figures would lead to the wrong place.',
  scope: 'all',
  check(document) {
    const expected = `an id that is none of ${GENERATED_IDS.join(', ')} and does not begin with ${PREFIXES.join(', ')}`;
    const typed = document.headings
      .filter(({id}) => id !== undefined && isReserved(id))
      .map(({node, id}) => ({
        ...placeOf(document, node.children.at(-1)!),
        found: `#${id}`,
        expected,
        fix: 'choose another id',
      }));
    const made = [...document.blockIds]
      .filter(([id]) => isReserved(id))
      .map(([id, block]) => ({
        ...placeOf(
          document,
          componentsOf(document).find((node) => isBlock(node) && blockText(node) === block) ?? {},
        ),
        found: `#${id}, from the data of ${block}`,
        expected,
        fix: 'choose another id in the data',
      }));
    return [...typed, ...made];
  },
});

function isReserved(id: string): boolean {
  return (
    (GENERATED_IDS as readonly string[]).includes(id) ||
    PREFIXES.some((prefix) => id.startsWith(prefix))
  );
}
