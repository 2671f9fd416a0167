import {blockIds, blockText, isBlock, misplaced} from '../../remark/blocks';
import {editionOf} from '../content';
import {componentsOf} from '../document';
import {defineDocumentRule, placeOf, type Finding} from '../rule';

export const blockPlace = defineDocumentRule({
  id: 'block/place',
  title: 'Blocks stand on a line of their own on a page, each once',
  why: 'Twice on a page its addresses would be there twice; in a sentence there is no room for it.',
  scope: 'all',
  check(document, content) {
    const {data} = editionOf(content, document);
    const first = new Map<string, number>();
    return componentsOf(document)
      .filter(isBlock)
      .flatMap((block): Finding[] => {
        const place = placeOf(document, block);
        if (document.kind === 'post') {
          return [
            {
              ...place,
              found: `${blockText(block)} in a post`,
              expected: 'blocks on pages in docs/: a post belongs to no edition',
              fix: 'link the page that shows it',
            },
          ];
        }
        if (!(document.tree.children as unknown[]).includes(block)) {
          return [{...place, ...misplaced(block.name)}];
        }
        const ids = blockIds(block, data);
        const earlier = ids.map((id) => first.get(id)).find((line) => line !== undefined);
        ids.forEach((id) => first.set(id, first.get(id) ?? place.line));
        return earlier === undefined
          ? []
          : [
              {
                ...place,
                found: `${blockText(block)}, of which the block at line ${earlier} shows all or a part`,
                expected: 'each part of the data once on a page',
                fix: 'remove one of the two',
              },
            ];
      });
  },
});
