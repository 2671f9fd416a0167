import type {Root} from 'mdast';
import {cachedTree} from '../../../src/lint/tree-cache';

/** No other text is the same: what an earlier run remembered does not count. */
const text = (name: string): string => `${name} ${process.pid} ${process.hrtime.bigint()}`;
const tree = (value: string): Root => ({
  type: 'root',
  children: [{type: 'paragraph', children: [{type: 'text', value}]}],
});

test('a text that was read before is not read again, and gives the same tree', () => {
  const source = text('known');
  const parse = jest.fn(tree);
  expect(cachedTree(source, parse)).toEqual(tree(source));
  expect(cachedTree(source, parse)).toEqual(tree(source));
  expect(parse).toHaveBeenCalledTimes(1);
});

test('another text has its own tree', () => {
  const [a, b] = [text('a'), text('b')];
  expect(cachedTree(a, tree)).not.toEqual(cachedTree(b, tree));
});

test('what cannot be read is tried each time', () => {
  const source = text('broken');
  const parse = jest.fn((): Root => {
    throw new Error('no');
  });
  expect(() => cachedTree(source, parse)).toThrow('no');
  expect(() => cachedTree(source, parse)).toThrow('no');
  expect(parse).toHaveBeenCalledTimes(2);
});

test('who changes a tree changes it for nobody else', () => {
  const source = text('changed');
  cachedTree(source, tree).children.length = 0;
  expect(cachedTree(source, tree)).toEqual(tree(source));
});
