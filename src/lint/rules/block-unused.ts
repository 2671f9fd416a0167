import {BLOCKS, type BlockName} from '../../remark/blocks';
import {blocksOf} from '../content';
import {defineRule, type Finding} from '../rule';

export const blockUnused = defineRule({
  id: 'block/unused',
  title: 'Data of blocks is shown on a page',
  why: 'Data that nobody sees is corrected by nobody.',
  scope: 'next',
  check({content: {next}}) {
    const used = new Set([...next.pages.values()].flatMap(blocksOf).map(({name}) => name));
    return (Object.keys(BLOCKS) as BlockName[])
      .filter((name) => next.data[BLOCKS[name].data].exists && !used.has(name))
      .map((name): Finding => ({
        file: `${next.folder}/_evidence/${BLOCKS[name].file}`,
        line: 1,
        column: 1,
        found: `${BLOCKS[name].file}, shown on no page`,
        expected: 'data that a page shows',
        fix: `write <${name} /> on a page, or remove the file`,
      }));
  },
});
