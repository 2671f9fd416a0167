/**
 * Tells each heading the line of its source, so that the tools of a section can lead there (src/client/section-tools.ts).
 * Headings that the build writes have no line.
 *
 *   ## Dosing {/* #dosing *\/}      becomes a heading with data-line="12"
 *
 * First of all: before any transform moves what an author wrote.
 */
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

export const remarkSourceLines: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'heading', (node) => {
    const line = node.position?.start.line;
    if (line !== undefined) {
      node.data = {
        ...node.data,
        hProperties: {...node.data?.hProperties, 'data-line': String(line)},
      };
    }
  });
};
