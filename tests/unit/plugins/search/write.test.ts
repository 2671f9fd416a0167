import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Term} from '../../../../src/evidence/vocabulary';
import {writeSearchFiles} from '../../../../src/plugins/search/write';
import type {ThemeDocument} from '../../../../src/search/theme';
import {themeIndex} from '../../../search/documents';

const TEMPLATE = 'search-index{dir}-0123abcd.json';
const TERM: Term = {
  id: 'urinary-bladder',
  term: 'bladder',
  category: 'anatomy',
  definition: 'Where urine is kept.',
  lay: ['waterworks'],
  page: 'bladder',
};

let outDir: string;
beforeEach(() => (outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'write-'))));
afterEach(() => fs.rmSync(outDir, {recursive: true}));

/** Writes what the theme would have, and then our files. @returns paths of files, below the build's folder */
function write(base: string, address: string, pages: readonly ThemeDocument[]): string[] {
  const dir = path.join(outDir, base.replace('/kb/', ''));
  fs.mkdirSync(dir, {recursive: true});
  const contents = pages.map((page) => ({...page, i: page.i + 1, p: page.i, h: '', t: 'Texts.'}));
  fs.writeFileSync(
    path.join(dir, TEMPLATE.replace('{dir}', '')),
    JSON.stringify(themeIndex([[...pages], [], [], [], contents])),
  );
  writeSearchFiles({
    edition: {base, address},
    template: TEMPLATE,
    terms: [TERM],
    isPost: (url) => url === '/kb/blog/new-trial/',
    outDir,
    baseUrl: '/kb/',
    build: themeIndex,
  });
  return (fs.readdirSync(outDir, {recursive: true}) as string[])
    .filter((file) => file.endsWith('.json'))
    .sort();
}

const page = (i: number, u: string): ThemeDocument => ({i, t: `Title ${i}`, u, b: []});

test('replaces the index of the latest edition, and writes that of the posts', () => {
  const files = write('/kb/', '/kb/docs/', [
    page(10, '/kb/docs/bladder/'),
    page(20, '/kb/blog/new-trial/'),
    page(30, '/kb/blog/page/2/'),
  ]);
  expect(files).toEqual([
    'search-index-first-0123abcd.json',
    'search-index-names-0123abcd.json',
    'search-index-posts-0123abcd.json',
    'search-index-text-0123abcd.json',
    'search-index-words-0123abcd.json',
    'search-texts-0123abcd/10.json',
    'search-texts-0123abcd/20.json',
  ]);
  const posts = fs.readFileSync(path.join(outDir, 'search-index-posts-0123abcd.json'), 'utf8');
  expect(posts).toContain('/kb/blog/new-trial/');
  expect(posts).not.toContain('/kb/blog/page/2/');
});

test('another edition has files in its own folder, the names of the newest vocabulary, and no posts', () => {
  const files = write('/kb/docs/1.0/', '/kb/docs/1.0/', [page(10, '/kb/docs/1.0/bladder/')]);
  expect(files).not.toContain('docs/1.0/search-index-posts-0123abcd.json');
  const names = fs.readFileSync(
    path.join(outDir, 'docs/1.0/search-index-names-0123abcd.json'),
    'utf8',
  );
  expect(JSON.parse(names)).toMatchObject({terms: [['bladder', 'bladder', 'waterworks']]});
});
