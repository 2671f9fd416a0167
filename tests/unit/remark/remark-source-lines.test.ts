import {remarkSourceLines} from '../../../src/remark/remark-source-lines';
import {transformPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

test('a heading knows its line in the file, front matter included', () => {
  const root = makeSite({
    'docs/a.mdx': '---\ntitle: A\n---\nText.\n\n## One {/* #one */}\n\n> ### Two {/* #two */}\n',
  });
  const lines: unknown[] = [];
  const walk = (node: {type: string; data?: object; children?: unknown[]}): void => {
    if (node.type === 'heading') {
      lines.push((node.data as {hProperties?: object} | undefined)?.hProperties);
    }
    (node.children as Parameters<typeof walk>[0][] | undefined)?.forEach(walk);
  };
  walk(transformPage(root, 'docs/a.mdx', [remarkSourceLines]));
  expect(lines).toEqual([{'data-line': '6'}, {'data-line': '8'}]);
});
