import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {unzipSync, strFromU8} from 'fflate';
import {zip} from '../../../src/pack/zip';

const files = new Map([
  ['b.txt', Buffer.from('b'.repeat(1000))],
  ['a/ä.txt', Buffer.from('a')],
]);

it('holds the files in their folder', () => {
  const read = unzipSync(zip(files, 'copy', '2026-11-25'));
  expect(Object.keys(read)).toEqual(['copy/b.txt', 'copy/a/ä.txt']);
  expect(strFromU8(read['copy/a/ä.txt']!)).toBe('a');
});

it('has the same bytes wherever the clock stands', () => {
  const bytesIn = (TZ: string): string =>
    execFileSync(
      path.resolve('node_modules/.bin/tsx'),
      [
        '-e',
        `const {zip} = require('./src/pack/zip'); console.log(Buffer.from(zip(new Map([['a', Buffer.from('a')]]), 'c', '2026-11-25')).toString('base64'))`,
      ],
      {env: {...process.env, TZ}, encoding: 'utf8'},
    );
  expect(bytesIn('Pacific/Kiritimati')).toBe(bytesIn('America/Los_Angeles'));
});
