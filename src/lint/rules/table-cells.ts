import {visit} from 'unist-util-visit';
import {defineDocumentRule, placeOf, type Finding} from '../rule';

export const tableCells = defineDocumentRule({
  id: 'table/cells',
  title: 'Every row of a table has as many cells as its header',
  why: 'Cells beyond the header are dropped without a word, and a missing one moves figures under the wrong heading.',
  scope: 'all',
  check(document) {
    const findings: Finding[] = [];
    visit(document.tree, 'table', ({children: [head, ...rows]}) => {
      const expected = head?.children.length ?? 0;
      for (const row of rows) {
        const cells = row.children.length;
        if (cells !== expected) {
          findings.push({
            ...placeOf(document, row),
            found: `a row of ${cells} ${cells === 1 ? 'cell' : 'cells'}`,
            expected: `${expected} cells, as in the header`,
            fix: 'add the missing cells, or write | that is text as \\|',
          });
        }
      }
    });
    return findings;
  },
});
