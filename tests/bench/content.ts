/**
 * The pages of a built site as other tools can build them: the latest edition and the posts, as the Markdown that the
 * build writes beside each page, and the home page as Markdown of its own HTML.
 */
import fs from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import matter from 'gray-matter';
import type {Nodes, Root} from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

export interface BenchPage {
  /** `/docs/safety/monitoring/` */
  path: string;
  title: string;
  description: string;
  /** Of a post: `2026-11-25`. */
  date?: string;
  body: Root;
}

export interface SidebarItem {
  label: string;
  /** Of a page, or of a section's overview. */
  path?: string;
  items?: SidebarItem[];
}

export interface Content {
  home: BenchPage;
  docs: BenchPage[];
  posts: BenchPage[];
  sidebar: SidebarItem[];
}

const markdown = unified().use(remarkParse).use(remarkGfm);

/** @param build folder of the built site @throws where it has no llms.txt or no Markdown of its pages */
export function readContent(build: string): Content {
  const sections = listedPages(fs.readFileSync(path.join(build, 'llms.txt'), 'utf8'));
  const listed = sections.flatMap(({paths}) => paths);
  const known = new Set([...listed, '/']);
  const pages = new Map(listed.map((address) => [address, readPage(build, address, known)]));
  const isPost = (address: string): boolean => address.startsWith('/blog/');
  return {
    home: readHome(build, known),
    docs: [...pages.values()].filter((page) => !isPost(page.path)),
    posts: [...pages.values()].filter((page) => isPost(page.path)),
    sidebar: sections
      .filter(({paths}) => !isPost(paths[0]!))
      .flatMap(({label, paths}) => {
        const items = sectionItems(paths, pages);
        const [first] = items;
        if (paths.every((address) => address.split('/').length <= 4)) {
          // Pages at the top belong to no section of the sidebar.
          return items;
        }
        return first!.path!.endsWith('/overview/')
          ? [{label, path: first!.path!, items: items.slice(1)}]
          : [{label, items}];
      }),
  };
}

/** Sections of llms.txt, in its order, which is that of the sidebar. */
function listedPages(text: string): {label: string; paths: string[]}[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      label: section.split('\n', 1)[0]!,
      paths: [...section.matchAll(/^- \[.*?\]\((\S+)index\.md\)/gm)].map(
        ([, address]) => new URL(address!).pathname,
      ),
    }))
    .filter(({paths}) => paths.length > 0);
}

/** Pages of a section; those of a folder below it are a section of their own, under their overview. */
function sectionItems(paths: readonly string[], pages: Map<string, BenchPage>): SidebarItem[] {
  const items: SidebarItem[] = [];
  const folders = new Map<string, SidebarItem>();
  for (const address of paths) {
    // `treatment-resistant-depression` of `/docs/clinical-uses/treatment-resistant-depression/overview/`.
    const folder = address.split('/').slice(3, -2).join('/');
    const item = {label: pages.get(address)!.title, path: address};
    const above = folders.get(folder);
    if (above) {
      above.items!.push(item);
    } else if (folder && address.endsWith('/overview/')) {
      const section = {...item, items: []};
      folders.set(folder, section);
      items.push(section);
    } else {
      items.push(item);
    }
  }
  return items;
}

function readPage(build: string, address: string, known: ReadonlySet<string>): BenchPage {
  const {data, content} = matter(
    fs.readFileSync(path.join(build, address, 'index.md'), 'utf8'),
    {},
  );
  const body = markdown.parse(content);
  linksWithin(body, known, new URL(String(data.url)).origin);
  return {
    path: address,
    title: String(data.title),
    description: String(data.description ?? ''),
    ...(data.date ? {date: day(data.date)} : {}),
    body,
  };
}

/** YAML reads an unquoted date as a Date. */
function day(date: unknown): string {
  return date instanceof Date ? date.toISOString().slice(0, 10) : String(date);
}

function readHome(build: string, known: ReadonlySet<string>): BenchPage {
  const $ = load(fs.readFileSync(path.join(build, 'index.html'), 'utf8'));
  $('svg, script, style, form, button, dialog, [hidden]').remove();
  const html = $('main').html() ?? '';
  const processor = unified().use(rehypeParse, {fragment: true}).use(rehypeRemark);
  const body = processor.runSync(processor.parse(html)) as Root;
  linksWithin(body, known);
  return {
    path: '/',
    title: $('h1').first().text().trim(),
    description: $('meta[name="description"]').attr('content') ?? '',
    body,
  };
}

/** Links to pages that every site has stay, without fragments; of others in this site only the words. */
function linksWithin(body: Root, known: ReadonlySet<string>, origin?: string): void {
  visit(body, (node, index, parent) => {
    if (node.type === 'html' || node.type === 'image') {
      parent!.children.splice(index!, 1);
      return [SKIP, index!];
    }
    if (node.type !== 'link') {
      return undefined;
    }
    const url = new URL(node.url, origin ?? 'http://home.invalid');
    if (url.origin !== (origin ?? 'http://home.invalid')) {
      return undefined;
    }
    if (known.has(url.pathname)) {
      node.url = url.pathname;
      return undefined;
    }
    parent!.children.splice(index!, 1, ...(node.children as never[]));
    return [SKIP, index!];
  });
}

const options = {bullet: '-', rule: '-', resourceLink: true} as const;
const plain = unified().use(remarkGfm, {tablePipeAlign: false}).use(remarkStringify, options);
const mdx = unified()
  .use(remarkGfm, {tablePipeAlign: false})
  .use(remarkMdx)
  .use(remarkStringify, options);

/** A page's body as Markdown, or as MDX, whose braces and angle brackets are escaped. */
export function bodyText(
  {body}: BenchPage,
  {format, title}: {format: 'md' | 'mdx'; title: boolean},
): string {
  const children = title ? body.children : body.children.filter((node) => !isTitle(node));
  return (format === 'mdx' ? mdx : plain).stringify({type: 'root', children});
}

function isTitle(node: Nodes): boolean {
  return node.type === 'heading' && node.depth === 1;
}
