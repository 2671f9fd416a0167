/**
 * Keeps addresses of sections that are gone from a page that is still there, by the edition's own `_moves.yml`: an
 * anchor before the heading that took over on the same page; else an entry in "Sections that moved", which a fragment
 * reaches without scripts and from which the browser is led on with them (src/client/addresses.ts).
 */
import path from 'node:path';
import type {List, ListItem, Root} from 'mdast';
import type {Plugin} from 'unified';
import {splitTarget} from '../evidence/moves';
import {slugOf} from '../evidence/pages';
import {movedIn} from '../editions/moved';
import {docsPlaces, placeOf} from '../editions/places';
import {flowElement, heading} from './mdx';

export const remarkMoved: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    const {edition, dir} = placeOf(file.path, root).place;
    const places = docsPlaces(root);
    const place = places.find((candidate) => candidate.edition === edition)!;
    const slug = slugOf(file.path, dir);
    const moved = movedIn(place, places, root).sections.get(slug) ?? [];
    const list: ListItem[] = [];
    for (const {id, title, to} of moved) {
      const target = splitTarget(to);
      const index =
        target.slug === slug && target.id !== undefined ? indexOfHeading(tree, target.id) : -1;
      if (index !== -1) {
        tree.children.splice(index, 0, flowElement('MovedAnchor', {id}));
        continue;
      }
      const url = path
        .relative(path.dirname(file.path), path.join(dir, `${target.slug}.mdx`))
        .split(path.sep)
        .join('/');
      list.push({
        type: 'listItem',
        spread: false,
        children: [
          flowElement('MovedSection', {id}, [
            {
              type: 'paragraph',
              children: [
                // A fragment leads here, below the heading of the list.
                {type: 'text', value: 'Moved: '},
                {
                  type: 'link',
                  url:
                    (url.startsWith('.') ? url : `./${url}`) + (target.id ? `#${target.id}` : ''),
                  children: [{type: 'text', value: title}],
                },
              ],
            },
          ]),
        ],
      });
    }
    if (list.length > 0) {
      const node: List = {type: 'list', ordered: false, spread: false, children: list};
      tree.children.push(heading(2, 'moved-sections', 'Sections that moved'), node);
    }
  };

/** Index of the heading that ends with the id's comment, before Docusaurus reads it. */
function indexOfHeading(tree: Root, id: string): number {
  return tree.children.findIndex((node) => {
    if (node.type !== 'heading') {
      return false;
    }
    const last = node.children.at(-1);
    const typed =
      last?.type === 'mdxTextExpression' ? /^\/\*\s*#([^\s*]+)/.exec(last.value)?.[1] : undefined;
    return (typed ?? node.data?.hProperties?.id) === id;
  });
}
