/** Asks the search of the built site in Node: the theme's own worker code, our engine, the files of the build. */
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import {fileAddress} from '../../src/search/addresses';
import {generatedForTheme} from '../../src/search/bundle';
import {createEngine, type Engine} from '../../src/search/engine';
import {readIndexFile} from '../../src/search/read';
import type {ThemeSearch} from '../../src/search/theme';

const ROOT = path.join(__dirname, '../..');
const THEME = '@easyops-cn/docusaurus-search-local';
export const BUILD = path.join(ROOT, 'build');

/** @param dir folder of a built site @returns its engine, and the names of its files */
export async function builtEngine(dir = BUILD): Promise<{engine: Engine; template: string}> {
  const first = fs.readdirSync(dir).find((name) => name.startsWith('search-index-first-'));
  if (!first) {
    throw new Error('No search index in build/: run npm run build first.');
  }
  const template = first.replace('-first-', '{dir}-');
  const readJson = (address: string): unknown =>
    JSON.parse(fs.readFileSync(path.join(dir, address), 'utf8'));
  const Search = await themeWorker(template);
  const {fetch} = globalThis;
  Object.assign(globalThis, {
    location: {origin: 'http://localhost'},
    fetch: (address: string) =>
      address.startsWith('/')
        ? Promise.resolve({json: async () => readIndexFile(readJson(address))})
        : fetch(address),
  });
  const engine = createEngine(new Search(), async (base, name) =>
    readJson(fileAddress(template, base, name)),
  );
  return {engine, template};
}

/** The theme's worker class out of its module, which imports as bundlers do and wants what the build generates. */
async function themeWorker(template: string): Promise<new () => ThemeSearch> {
  const outfile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'search-')), 'worker.cjs');
  await build({
    entryPoints: [createRequire(__filename).resolve(`${THEME}/dist/client/client/theme/worker.js`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
    plugins: [generatedForTheme(JSON.stringify(template))],
  });
  const {SearchWorker} = createRequire(__filename)(outfile) as {
    SearchWorker: new () => ThemeSearch;
  };
  return SearchWorker;
}
