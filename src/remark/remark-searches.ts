/**
 * Writes dated searches from the front matter `searches` at the end of the section on limits, so that "nothing was
 * found" says where, when and with which words nothing was found.
 *
 *   ### What was searched for
 *   <Searches><Search question="..." where="..." words="..." date="2026-11-25">...found</Search></Searches>
 *
 * `found` is Markdown and may cite: run this before remark-citations. Run it before the transforms that end the page.
 */
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import type {SearchRecord} from '../evidence/front-matter';
import {flowElement, frontMatterOf, heading, idOf, inlineMarkdown} from './mdx';
import {isoDate} from './remark-notices';

const LIMITS = 'limits-of-the-evidence';

export const remarkSearches: Plugin<[], Root> = () => (tree, file) => {
  const {searches} = frontMatterOf(file);
  if (!Array.isArray(searches)) {
    return;
  }
  const records = searches as SearchRecord[];
  tree.children.splice(
    endOfSection(tree, LIMITS),
    0,
    heading(3, 'searches', 'What was searched for'),
    flowElement(
      'Searches',
      {},
      records.map(({question, where, words, date, found}) =>
        flowElement(
          'Search',
          {question, where, words: words?.join('\n'), date: isoDate(date)},
          inlineMarkdown(found),
        ),
      ),
    ),
  );
};

/** Index after a section of level two; the end of the page where it has no such section. */
function endOfSection(tree: Root, id: string): number {
  const start = tree.children.findIndex((node) => node.type === 'heading' && idOf(node) === id);
  const next =
    start === -1
      ? -1
      : tree.children.findIndex(
          (node, i) => i > start && node.type === 'heading' && node.depth <= 2,
        );
  return next === -1 ? tree.children.length : next;
}
