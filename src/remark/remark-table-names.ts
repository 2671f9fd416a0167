/**
 * Names each table by the section that it stands in, so that a list of tables in a screen reader tells them apart.
 *
 *   ## Dosing {/* #dosing *\/}
 *   | Route | Dose |                 becomes a table with aria-label="Dosing", a second one there "Dosing, 2"
 *
 * After the transforms that write headings; above the first heading the name is that of the page.
 */
import type {Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';
import {frontMatterOf} from './mdx';

export const remarkTableNames: Plugin<[], Root> = () => (tree, file) => {
  let section = String(frontMatterOf(file).title ?? '');
  const seen = new Map<string, number>();
  visit(tree, (node) => {
    if (node.type === 'heading') {
      section = toString(node.children.filter(({type}) => type !== 'mdxTextExpression')).trim();
    }
    if (node.type === 'table') {
      const count = (seen.get(section) ?? 0) + 1;
      seen.set(section, count);
      const name = count === 1 ? section : `${section}, ${count}`;
      node.data = {...node.data, hProperties: {...node.data?.hProperties, 'aria-label': name}};
    }
  });
};
