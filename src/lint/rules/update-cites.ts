import {parseCitations} from '../../evidence/citations';
import {defineDocumentRule} from '../rule';
import {citableTexts} from '../text';

export const updateCites = defineDocumentRule({
  id: 'update/cites',
  title: 'Every post cites at least one reference',
  why: 'News without its source cannot be checked.',
  scope: 'next',
  check: (document) =>
    document.kind !== 'post' ||
    citableTexts(document).some(({text}) => parseCitations(text).clusters.length > 0)
      ? []
      : [
          {
            file: document.file,
            line: 1,
            column: 1,
            found: 'a post without a citation',
            expected: 'at least one [@key]',
            fix: 'cite the source of the development; add it to docs/_evidence/references.yml if need be',
          },
        ],
});
