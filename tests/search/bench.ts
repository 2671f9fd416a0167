/**
 * `npm run search:bench` (after `npm run build`): bytes of the index, time to the first list on a phone, time a keystroke,
 * and the same index for ten times the pages. Prints the figures and writes test-results/search-bench.json; asserts none.
 *
 *   npm run search:bench -- now copied phone desktop
 *
 * Work of the processor is told as processor time, which other programs on the machine do not change much.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {chromium, type Browser, type Page} from '@playwright/test';
import {parse} from 'yaml';
import {findChromium} from '../../src/cli/setup.mjs';
import {loadVocabulary, type Term} from '../../src/evidence/vocabulary';
import {fileAddress} from '../../src/search/addresses';
import {FIRST, NAMES, POSTS, TEXT, WORDS} from '../../src/search/engine';
import {editionFiles} from '../../src/search/files';
import {serve, type BenchServer} from '../bench/server';
import {BUILD, builtEngine} from './built';
import {builtDocuments, copied, slugIn, themeIndex} from './documents';
import type {Judged} from './measure';

const ROOT = path.join(__dirname, '../..');
const EDITION = {base: '/', address: '/docs/'};
const FILES = [FIRST, NAMES, TEXT, WORDS, POSTS];
const COPIES = 10;
const COLD_RUNS = 7;
const PHONE = {cpu: 4, line: {latency: 150, bytesPerSecond: 1.6e6 / 8}};
/** What is typed into the cold box: two words, answered by titles, keywords and names. */
const QUERY = 'k bladder';

/** tsx names functions through a helper of its own, which a page does not have. */
const NAMELESS = 'globalThis.__name = (named) => named;';

interface Spread {
  median: number;
  p95: number;
  min: number;
  max: number;
}

async function main(): Promise<void> {
  const template = fs
    .readdirSync(BUILD)
    .find((name) => name.startsWith('search-index-first-'))
    ?.replace('-first-', '{dir}-');
  if (!template) {
    throw new Error('No search index in build/: run npm run build first.');
  }
  const queries = parse(fs.readFileSync(path.join(__dirname, 'queries.yml'), 'utf8')) as Judged[];
  const typed = queries.filter((_, n) => n % 5 === 0).map(({q}) => q);
  const parts: Record<string, () => Promise<object>> = {
    now: () => sizesAndWork(BUILD, template, typed),
    copied: () => tenfold(template, typed),
    phone: () => inBrowser(coldFirstList),
    desktop: () => inBrowser((browser, server) => warmKeystrokes(browser, server, typed)),
  };
  const chosen = process.argv.slice(2).filter((part) => part in parts);
  const out = path.join(ROOT, 'test-results/search-bench.json');
  const figures: Record<string, unknown> = {
    date: new Date().toISOString(),
    machine: `${os.cpus().length} x ${os.cpus()[0]?.model}`,
  };
  for (const part of chosen.length > 0 ? chosen : Object.keys(parts)) {
    const load = os.loadavg()[0]!.toFixed(1);
    figures[part] = {load, ...(await parts[part]!())};
    console.log(part, JSON.stringify(figures[part], undefined, 2));
  }
  fs.mkdirSync(path.dirname(out), {recursive: true});
  fs.writeFileSync(out, `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** Bytes of the files (brotli), and the processor time that loading and asking them takes in Node. */
async function sizesAndWork(
  dir: string,
  template: string,
  typed: readonly string[],
): Promise<object> {
  const kilobytes = Object.fromEntries(
    FILES.map((name) => {
      const file = fs.readFileSync(path.join(dir, fileAddress(template, EDITION.base, name)));
      return [name, Math.round(brotliCompressSync(file).length / 100) / 10];
    }),
  );
  const scope = {edition: EDITION.base, root: '/'};
  // The first engine warms up the code: a browser's worker is not warm, but neither does it begin with ours.
  await (await builtEngine(dir)).engine.quick(scope, QUERY, 6);
  const {engine} = await builtEngine(dir);
  const firstMs = await work(() => engine.quick(scope, QUERY, 6));
  const restMs = await work(() => engine.load(scope));
  const keys: number[] = [];
  for (const query of typed) {
    for (let length = 1; length <= query.length; length += 1) {
      keys.push(await work(() => engine.full(scope, query.slice(0, length), 6)));
    }
  }
  return {
    kilobytes,
    kilobytesOfFirst: kilobytes[FIRST]! + kilobytes[NAMES]!,
    kilobytesOfAll: FILES.reduce((sum, name) => sum + kilobytes[name]!, 0),
    firstAnswerCpuMs: firstMs,
    restCpuMs: restMs,
    keystrokeCpuMs: spread(keys),
  };
}

/** The same for ten times the pages, each copy with rare words and names of its own. */
async function tenfold(template: string, typed: readonly string[]): Promise<object> {
  const {value: terms = []} = loadVocabulary(path.join(ROOT, 'docs/_evidence'), ROOT);
  const many = copied(builtDocuments(BUILD, template, EDITION), terms as Term[], COPIES, EDITION);
  const files = editionFiles(many.documents, many.terms, slugIn(EDITION), themeIndex);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'search-'));
  const write = (name: string, content: unknown): void =>
    fs.writeFileSync(
      path.join(dir, fileAddress(template, EDITION.base, name)),
      JSON.stringify(content),
    );
  write(FIRST, files.first);
  write(NAMES, files.names);
  write(TEXT, files.text);
  write(WORDS, files.words);
  fs.copyFileSync(
    path.join(BUILD, fileAddress(template, '/', POSTS)),
    path.join(dir, fileAddress(template, '/', POSTS)),
  );
  const figures = await sizesAndWork(dir, template, typed);
  fs.rmSync(dir, {recursive: true});
  return {pages: many.documents[0]!.length, ...figures};
}

async function inBrowser<T>(
  measure: (browser: Browser, server: BenchServer) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const server = await serve(BUILD);
  try {
    return await measure(browser, server);
  } finally {
    await server.close();
    await browser.close();
  }
}

/**
 * From the focus of the box to the first list, on a phone that has the page but nothing of search. The line is slowed in
 * the server, so for the worker too; Chromium slows the processor for the page alone.
 */
async function coldFirstList(browser: Browser, server: BenchServer): Promise<object> {
  const lists: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run <= COLD_RUNS; run += 1) {
    const context = await browser.newContext({viewport: {width: 412, height: 823}});
    const page = await context.newPage();
    await page.addInitScript(NAMELESS);
    server.line = undefined;
    await page.goto(`${server.url}/docs/`, {waitUntil: 'networkidle'});
    server.line = PHONE.line;
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', {rate: PHONE.cpu});
    const times = await page.evaluate(typeAtOnce, QUERY);
    await context.close();
    // The first run fills the server's cache of pressed files.
    if (run > 0) {
      lists.push(times.list);
      whole.push(times.whole);
    }
  }
  return {profile: PHONE, query: QUERY, firstListMs: spread(lists), wholeListMs: spread(whole)};
}

/** Runs in the page: focuses the box, types a query at once and waits for the list. */
async function typeAtOnce(query: string): Promise<{list: number; whole: number}> {
  const box = document.querySelector<HTMLInputElement>('[role="combobox"]')!;
  const until = (selector: string, text?: RegExp): Promise<number> =>
    new Promise((done) => {
      const look = (): void => {
        const found = document.querySelector(selector);
        if (found && (!text || text.test(found.textContent ?? ''))) {
          observer.disconnect();
          requestAnimationFrame(() => done(performance.now()));
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, {subtree: true, childList: true, characterData: true});
      look();
    });
  const begun = performance.now();
  box.focus();
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  set.call(box, query);
  box.dispatchEvent(new Event('input', {bubbles: true}));
  const list = await until('[role="option"]');
  const whole = await until('.navbar__search [role="status"]', /pages? (and|for)/);
  return {list: list - begun, whole: whole - begun};
}

/** From a keystroke to its whole list, everything loaded; a query that was typed before is not asked again. */
async function warmKeystrokes(
  browser: Browser,
  server: BenchServer,
  typed: readonly string[],
): Promise<object> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.addInitScript(NAMELESS);
  await page.goto(`${server.url}/docs/`, {waitUntil: 'networkidle'});
  await page.evaluate(typeAtOnce, QUERY);
  const times: number[] = [];
  for (const query of typed) {
    times.push(...(await typeSlowly(page, query)));
  }
  return {keystrokes: times.length, keystrokeMs: spread(times)};
}

function typeSlowly(page: Page, query: string): Promise<number[]> {
  return page.evaluate(async (text) => {
    const box = document.querySelector<HTMLInputElement>('[role="combobox"]')!;
    const status = document.querySelector('.navbar__search [role="status"]')!;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    const times: number[] = [];
    for (let length = 1; length <= text.length; length += 1) {
      const begun = performance.now();
      const answered = new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          if (/ for “|^Nothing/.test(status.textContent ?? '')) {
            observer.disconnect();
            done();
          }
        });
        observer.observe(status, {subtree: true, childList: true, characterData: true});
      });
      set.call(box, text.slice(0, length));
      box.dispatchEvent(new Event('input', {bubbles: true}));
      // A blank at the end asks for the same words: then nothing changes.
      if (text[length - 1] !== ' ') {
        await answered;
        times.push(performance.now() - begun);
      }
    }
    return times;
  }, query);
}

async function work(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(10 * sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!) / 10;
  return {median: at(0.5), p95: at(0.95), min: at(0), max: at(1)};
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
