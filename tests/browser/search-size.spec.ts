/** Bytes of search's files stay within tests/bench/budgets.json. KB are 1000 bytes of brotli, as they are sent. */
import {expect, test} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {FIRST, NAMES, POSTS, TEXT, WORDS} from '../../src/search/engine';

const BUILD = path.join(__dirname, '../../build');
const {search: budget} = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../bench/budgets.json'), 'utf8'),
) as {search: Record<'first answers KB' | 'edition KB', number>};

/** Of the latest edition, whose files lie in the root. */
function kilobytes(name: string): number {
  const file = fs
    .readdirSync(BUILD)
    .find((entry) => new RegExp(`^search-index-${name}-[0-9a-f]{8}\\.json$`).test(entry));
  expect(file, `search-index-${name}-<hash>.json in build/`).toBeDefined();
  return brotliCompressSync(fs.readFileSync(path.join(BUILD, file!))).length / 1000;
}

test('what first answers are made of, and an edition with the posts, stay within their budgets', () => {
  const first = kilobytes(FIRST) + kilobytes(NAMES);
  const all = first + kilobytes(TEXT) + kilobytes(WORDS) + kilobytes(POSTS);
  expect(first).toBeLessThanOrEqual(budget['first answers KB']);
  expect(all).toBeLessThanOrEqual(budget['edition KB']);
});
