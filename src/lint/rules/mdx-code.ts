import {visit} from 'unist-util-visit';
import {defineDocumentRule, placeOf, type Finding} from '../rule';

export const mdxCode = defineDocumentRule({
  id: 'mdx/code',
  title: 'Pages hold no code: no import, no export, and in braces only comments',
  why: 'Code in a page runs in the build and in every browser, and nobody reviews it there.',
  scope: 'all',
  check(document) {
    const findings: Finding[] = [];
    visit(document.tree, (node) => {
      if (node.type === 'mdxjsEsm') {
        findings.push({
          ...placeOf(document, node),
          found: node.value.split('\n')[0]!.slice(0, 80),
          expected: 'no import and no export: blocks such as <Figure /> need none',
          fix: 'remove it; begin the line with another word if it is text',
        });
      } else if (
        (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
        !isComment(node.value)
      ) {
        findings.push({
          ...placeOf(document, node),
          found: `{${node.value.slice(0, 80)}}`,
          expected: 'a comment {/* ... */}',
          fix: 'write a brace that is text as \\{',
        });
      }
    });
    return findings;
  },
});

/** One comment and nothing after it: `/* a *\/ code()` is code. */
function isComment(value: string): boolean {
  return /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(value);
}
