import {visit} from 'unist-util-visit';
import {nearest} from '../../evidence/nearest';
import {defineDocumentRule, placeOf, type Finding} from '../rule';

const KNOWN = ['note', 'tip', 'info', 'warning', 'danger'];

export const mdxDirective = defineDocumentRule({
  id: 'mdx/directive',
  title: 'Boxes are written :::note, :::tip, :::info, :::warning or :::danger, and closed with :::',
  why: 'A box of another name is shown without its frame, or not at all.',
  scope: 'all',
  check(document) {
    const findings: Finding[] = [];
    visit(document.tree, (node) => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') {
        return;
      }
      const marks = node.type === 'leafDirective' ? '::' : ':::';
      if (node.type === 'leafDirective' || !KNOWN.includes(node.name)) {
        findings.push({
          ...placeOf(document, node),
          found: `${marks}${node.name}`,
          expected: KNOWN.map((name) => `:::${name}`).join(', '),
          closest: nearest(node.name, KNOWN).map((name) => `:::${name}`),
          fix: 'correct the name; write colons that are text with a space after them',
        });
      } else if (!document.source.slice(0, node.position?.end.offset).endsWith(':::')) {
        findings.push({
          ...placeOf(document, node),
          found: `:::${node.name} without an end`,
          expected: '::: on a line of its own after the text of the box',
          fix: 'add :::',
        });
      }
    });
    return findings;
  },
});
