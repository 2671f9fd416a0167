/**
 * Writes "Updates": the What's new posts that affect this page or a section of it, newest event first. Posts are not
 * versioned, so pages of released editions list them as well; a section that an older edition does not have is left out.
 *
 *   ## Updates
 *   <PageUpdates><PageUpdate event="2025-10-22">[Title](/blog/slug/), on [Dosing](#dosing)</PageUpdate></PageUpdates>
 *
 * The line on review at the top of a clinical page says how many there are. After remark-notices, which writes that
 * line, and remark-figures; before remark-related and remark-citations, whose lists come last.
 */
import path from 'node:path';
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {loadMoves} from '../evidence/moves';
import {slugOf} from '../evidence/pages';
import {listPosts, updatesOf} from '../evidence/posts';
import {docsDirOf} from '../evidence/store';
import {flowElement, heading, idsOf, link, paragraph} from './mdx';

export const remarkUpdates: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    const ids = idsOf(tree);
    const updates = updatesOf(
      slugOf(file.path, docsDirOf(file.path, root)),
      new Set(ids.keys()),
      listPosts(path.join(root, 'blog')),
      loadMoves(path.join(root, 'docs'), root).moves,
    );
    if (updates.length === 0) {
      return;
    }
    for (const node of tree.children) {
      if (node.type === 'mdxJsxFlowElement' && node.name === 'ReviewNotice') {
        const count = new Set(updates.map(({post}) => post)).size;
        node.attributes.push({type: 'mdxJsxAttribute', name: 'updates', value: String(count)});
      }
    }
    tree.children.push(
      heading(2, 'updates', 'Updates'),
      flowElement(
        'PageUpdates',
        {},
        updates.map(({post, section}) =>
          flowElement('PageUpdate', {event: post.event}, [
            paragraph([
              link(post.address, post.title),
              ...(section === undefined
                ? []
                : [
                    {type: 'text' as const, value: ', on '},
                    link(`#${section}`, ids.get(section) || section),
                  ]),
            ]),
          ]),
        ),
      ),
    );
  };
