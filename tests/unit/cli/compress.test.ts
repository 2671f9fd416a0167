import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {compress} from '../../../src/cli/compress';
import {makeSite, readFiles, removeSites} from '../../helpers/site';

afterAll(removeSites);

test('texts that gain by it have packed copies that unpack to them', async () => {
  const text = 'ketamine '.repeat(200);
  const root = makeSite({
    'index.html': text,
    'docs/index.md': text,
    'small.json': '{}',
    'a.png': text,
  });
  expect(await compress(root)).toBe(2);
  expect(Object.keys(readFiles(root))).toEqual([
    'a.png',
    'docs/index.md',
    'docs/index.md.br',
    'docs/index.md.gz',
    'index.html',
    'index.html.br',
    'index.html.gz',
    'small.json',
  ]);
  const read = (name: string): Buffer => fs.readFileSync(path.join(root, name));
  expect(zlib.brotliDecompressSync(read('index.html.br')).toString()).toBe(text);
  expect(zlib.gunzipSync(read('docs/index.md.gz')).toString()).toBe(text);
});

test('run again, it packs no copy', async () => {
  const root = makeSite({'index.html': 'ketamine '.repeat(200)});
  await compress(root);
  expect(await compress(root)).toBe(1);
  expect(Object.keys(readFiles(root))).toHaveLength(3);
});
