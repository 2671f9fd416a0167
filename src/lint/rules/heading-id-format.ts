import {HEADING_ID} from '../../evidence/front-matter';
import {replaceAt} from '../edits';
import {defineDocumentRule, placeOf} from '../rule';

export const headingIdFormat = defineDocumentRule({
  id: 'heading/id-format',
  title: 'Ids of headings are written {/* #kebab-case */}',
  why: 'Ids are addresses that people type and copy: one form, lower case, no spaces.',
  scope: 'all',
  check: (document) =>
    document.headings.flatMap(({node, id, comment}) =>
      comment === undefined || (comment === `{/* #${id} */}` && HEADING_ID.test(id ?? ''))
        ? []
        : [
            {
              ...placeOf(document, node.children.at(-1)!),
              found: comment,
              expected: '{/* #the-id */}, the id in lower-case letters, digits and single hyphens',
              fix: `write {/* #${toKebab(id ?? comment)} */}`,
              ...replaceAt(
                document.source,
                placeOf(document, node.children.at(-1)!),
                comment,
                `{/* #${toKebab(id ?? comment)} */}`,
              ),
            },
          ],
    ),
});

function toKebab(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? 'the-id'
  );
}
