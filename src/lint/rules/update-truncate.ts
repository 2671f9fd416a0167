import {visit} from 'unist-util-visit';
import {defineDocumentRule} from '../rule';

export const updateTruncate = defineDocumentRule({
  id: 'update/truncate',
  title: 'Every post marks where its excerpt ends',
  why: "Without the mark the list of What's new shows the whole post.",
  scope: 'next',
  check(document) {
    let found = document.kind !== 'post';
    visit(document.tree, 'mdxFlowExpression', ({value}) => {
      found ||= /^\/\*\s*truncate\s*\*\/$/.test(value.trim());
    });
    return found
      ? []
      : [
          {
            file: document.file,
            line: 1,
            column: 1,
            found: 'no mark for the end of the excerpt',
            expected: '{/* truncate */} alone on a line, after the first paragraph',
            fix: 'add the line: {/* truncate */}',
          },
        ];
  },
});
