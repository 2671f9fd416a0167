/**
 * Writes "Related pages" from the `related` front matter (slugs under docs/), with each page's own title and
 * description, as links to files, so that they lead to the same edition. Before remark-citations, whose list comes last.
 */
import type {List, Root} from 'mdast';
import type {Plugin} from 'unified';
import {nearest} from '../evidence/nearest';
import {listPages, pageBySlug} from '../evidence/pages';
import {docsDirOf} from '../evidence/store';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {frontMatterOf, heading, link, linkToFile, paragraph, relativePath} from './mdx';

export const remarkRelated: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    const {related} = frontMatterOf(file);
    if (!Array.isArray(related) || related.length === 0) {
      return;
    }
    const docsDir = docsDirOf(file.path, root);
    const problems: Problem[] = [];
    const list: List = {type: 'list', ordered: false, spread: false, children: []};
    for (const slug of related.map(String)) {
      const page = pageBySlug(docsDir, slug);
      if (!page) {
        problems.push({
          file: relativePath(file, root),
          line: 1,
          column: 1,
          rule: 'page/related',
          found: `related: ${slug}`,
          expected: 'the slug of a page of this edition',
          closest: nearest(
            slug,
            listPages(docsDir).map((other) => other.slug),
          ),
        });
        continue;
      }
      list.children.push({
        type: 'listItem',
        spread: false,
        children: [paragraph([link(linkToFile(file, page.file), page.title)])],
      });
    }
    stopOnProblems(problems);
    tree.children.push(heading(2, 'related-pages', 'Related pages'), list);
  };
