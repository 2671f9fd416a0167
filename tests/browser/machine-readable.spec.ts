/** What machines read of the built site: structured data, pictures of links, Markdown, llms.txt. */
import fs from 'node:fs';
import path from 'node:path';
import {load, type CheerioAPI} from 'cheerio';
import matter from 'gray-matter';
import type {List, Nodes, Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {vocabularyProblems} from '../helpers/schema-org';
import {builtPages, expect, hydrated, test, TRD} from './site';

const BUILD = path.join(__dirname, '../../build');

function read(address: string, name: string): string {
  return fs.readFileSync(path.join(BUILD, address, name), 'utf8');
}

function headOf(address: string): CheerioAPI {
  const html = read(address, 'index.html');
  return load(html.slice(0, html.indexOf('</head>')));
}

// Most of these read every page of the build.
test.describe.configure({timeout: 180_000});

/** Docs pages of all editions, and posts. */
const pages = builtPages().filter(
  (address) =>
    address.startsWith('/docs/') || /^\/blog\/(?!page\/|tags\/|archive\/)[^/]+\/$/.test(address),
);

test('every page and post says in one element what it is, in words of schema.org', () => {
  const graphs = ['/', ...pages].map((address) => {
    const elements = headOf(address)('script[type="application/ld+json"]');
    expect(elements.length, address).toBe(1);
    const graph = JSON.parse(elements.text()) as {'@graph': {'@type': string; url?: string}[]};
    expect(graph['@graph'][0]!.url, address).toMatch(new RegExp(`${address}$`));
    return graph;
  });
  expect(graphs.length).toBeGreaterThan(50);
  expect(vocabularyProblems(graphs)).toEqual([]);
});

test('every page and post is there as Markdown, linked from its head', () => {
  for (const address of pages) {
    const link = headOf(address)('link[rel="alternate"][type="text/markdown"]');
    expect(link.attr('href'), address).toMatch(new RegExp(`${address}index\\.md$`));
    expect(fs.existsSync(path.join(BUILD, address, 'index.md')), address).toBe(true);
  }
});

test('Markdown holds what the page holds: title, sections, references, and citations that lead to them', () => {
  for (const address of pages) {
    const $ = load(read(address, 'index.html'));
    const {data, content} = matter(read(address, 'index.md'), {});
    const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(content);
    const headings = tree.children.filter((node) => node.type === 'heading');
    const title = $('article h1').text();
    expect(data.title, address).toBe(title);
    expect(headings.map((node) => toString(node)).map(plain), address).toEqual([
      plain(title),
      ...$('.markdown')
        .find('h2, h3, h4')
        .toArray()
        .map((element) => plain($(element).clone().children('.hash-link').remove().end().text())),
    ]);
    expect(content, address).toContain('not yet clinically reviewed');
    const prose = content.replace(/^( *)```[^]*?^\1```$|`[^`\n]+`/gm, '');
    expect(prose, address).not.toMatch(/<!--|<\/?[a-z]+[ >]|\[@|[\uE000\uE001]/);

    const head = tree.children.findIndex(
      (node) => node.type === 'heading' && toString(node) === 'References',
    );
    const list = tree.children[head + 1] as List;
    const references = $('li[id^="ref-"]').length;
    const cited = [
      ...prose.matchAll(/\[(\d+(?: [^\]]*?)?(?:, \d+(?: [^\]]*?)?)*)\](?!\()/g),
    ].flatMap(([, numbers]) =>
      [...numbers!.matchAll(/(?:^|, )(\d+)/g)].map(([, number]) => Number(number)),
    );
    if (references > 0) {
      expect(list.type, address).toBe('list');
      expect(list.children.length, address).toBe(references);
      expect(new Set(cited.filter((number) => number <= references)).size, address).toBe(
        references,
      );
      expect(list.children.map(linksIn), address).toEqual(
        $('li[id^="ref-"]')
          .toArray()
          .map((item) =>
            $(item)
              .children('span')
              .find('a[href^="http"], a[href^="/studies/"]')
              .toArray()
              .map(
                (link) =>
                  new URL($(link).attr('href')!, $('link[rel="canonical"]').attr('href')).href,
              ),
          ),
      );
    }
  }
});

test('llms.txt lists the latest edition and the posts, and every address in it is there', () => {
  const text = read('/', 'llms.txt');
  expect(text).toMatch(/^# .+\n\n> .*not yet clinically reviewed/);
  const listed = [...text.matchAll(/^- \[.+\]\((.+)\): .+$/gm)].map(
    ([, url]) => new URL(url!).pathname,
  );
  const expected = pages.filter((address) => !/^\/docs\/(next|\d+\.\d+)\//.test(address));
  expect(listed.sort()).toEqual(expected.map((address) => `${address}index.md`).sort());
});

test('a link to a page of the latest edition or to a post has its own picture', () => {
  for (const address of pages) {
    const $ = headOf(address);
    const image = new URL($('meta[property="og:image"]').attr('content')!).pathname;
    expect(new URL($('meta[name="twitter:image"]').attr('content')!).pathname).toBe(image);
    const own = !/^\/docs\/(next|\d+\.\d+)\//.test(address);
    expect(image, address).toBe(own ? `${address}social.png` : '/img/social.png');
    const png = fs.readFileSync(path.join(BUILD, image));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], address).toEqual([1200, 630]);
  }
});

test('what is said of one page is gone on the next', async ({page}) => {
  await page.goto(TRD);
  await hydrated(page);
  await expect(page.locator('head script[type="application/ld+json"]')).toHaveCount(1);
  await page.locator('.navbar a', {hasText: 'What’s new'}).first().click();
  await expect(page).toHaveURL(/\/blog\/$/);
  await expect(page.locator('head [data-page]')).toHaveCount(0);
});

function linksIn(node: Nodes): string[] {
  const urls: string[] = [];
  visit(node, 'link', ({url}) => {
    urls.push(url);
  });
  return urls;
}

function plain(text: string): string {
  return text.replace(/[\u200B\s]+/g, ' ').trim();
}
