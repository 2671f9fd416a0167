/** The same pages in two other search libraries, each set up as its documentation recommends. */
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {load} from 'cheerio';
import MiniSearch from 'minisearch';
import {searchOptions} from '../../src/site/search';

/** A page as the rivals read it. */
export interface RivalPage {
  /** Slug. */
  id: string;
  html: string;
}

/** @returns slugs of pages, best first */
export type Rival = (query: string) => Promise<string[]>;

/** Pages of a built edition without what our own index leaves out. @param addresses by slug */
export function rivalPages(build: string, addresses: ReadonlyMap<string, string>): RivalPage[] {
  return [...addresses].map(([id, address]) => {
    const $ = load(fs.readFileSync(path.join(build, address, 'index.html'), 'utf8'));
    for (const selector of searchOptions.ignoreCssSelectors) {
      $(selector).remove();
    }
    const head = ['description', 'keywords'].map((name) => $.html($(`meta[name="${name}"]`)));
    return {
      id,
      html: `<html lang="en"><head><title>${$('article h1').first().text()}</title>${head.join('')}</head><body><main data-pagefind-body>${$('article').html()}</main></body></html>`,
    };
  });
}

/** MiniSearch with its documented search options for site search: prefixes, fuzzy words, titles before text. */
export function miniSearch(pages: readonly RivalPage[]): Rival {
  const index = new MiniSearch({
    fields: ['title', 'headings', 'description', 'keywords', 'text'],
    searchOptions: {boost: {title: 2}, prefix: true, fuzzy: 0.2},
  });
  index.addAll(
    pages.map(({id, html}) => {
      const $ = load(html);
      return {
        id,
        title: $('title').text(),
        headings: $('h2, h3')
          .toArray()
          .map((heading) => $(heading).text())
          .join(' '),
        description: $('meta[name="description"]').attr('content') ?? '',
        keywords: $('meta[name="keywords"]').attr('content') ?? '',
        text: $('main').text(),
      };
    }),
  );
  return async (query) => index.search(query).map(({id}) => id as string);
}

interface PagefindBrowser {
  options(options: {basePath: string}): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{results: {data(): Promise<{raw_url: string}>}[]}>;
}

/** Pagefind's index of the pages' main part, asked through its own browser code. @returns also how to end it */
export async function pagefind(
  pages: readonly RivalPage[],
): Promise<{search: Rival; close: () => Promise<void>}> {
  const {createIndex, close} = await import('pagefind');
  const {index} = await createIndex();
  for (const {id, html} of pages) {
    await index!.addHTMLFile({url: id ? `/${id}/` : '/', content: html});
  }
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pagefind-'));
  await index!.writeFiles({outputPath: dir});
  await close();

  // Its browser code fetches its files, so it gets a server; a module of its own, as browsers load it.
  const server = http.createServer((request, response) => {
    fs.createReadStream(path.join(dir, path.normalize(request.url!.split('?')[0]!))).pipe(response);
  });
  // Between two contenders the server is idle for longer than its default allows.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const basePath = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  fs.renameSync(path.join(dir, 'pagefind.js'), path.join(dir, 'pagefind.mjs'));
  const browser = (await import(
    pathToFileURL(path.join(dir, 'pagefind.mjs')).href
  )) as PagefindBrowser;
  await browser.options({basePath});
  await browser.init();
  return {
    search: async (query) => {
      const {results} = await browser.search(query);
      const found = await Promise.all(results.map((result) => result.data()));
      return found.map((page) => page.raw_url.replace(/^\/|\/$/g, ''));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
