/** What's new posts as docs pages list them: which pages each affects. Reads front matter only. */
import fs from 'node:fs';
import path from 'node:path';
import {readMatter} from './matter';
import {splitTarget, type Move} from './moves';
import {slugOf} from './pages';

export interface Post {
  title: string;
  /** Address below the base of the site: `/blog/karma-dep-2/`. */
  address: string;
  /** Day of the event, else of the post: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  event: string;
  /** Day of the post, `YYYY-MM-DD`, with the time where it has one. */
  posted: string;
  /** `slug` or `slug#id`, in terms of the draft. */
  affects: string[];
}

/** A post that affects a page. */
export interface PageUpdate {
  post: Post;
  /** Id of the section of this page that it affects, or undefined where it affects the page as a whole. */
  section?: string;
}

const cache = new Map<string, {stamp: string; posts: Post[]}>();

/** All posts of a blog folder, the newest event first. Reads the files again only when one has changed. */
export function listPosts(blogDir: string): Post[] {
  const files = fs.existsSync(blogDir)
    ? fs
        .readdirSync(blogDir, {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.mdx') && !/(^|[\\/])_/.test(name))
        .sort()
        .map((name) => path.join(blogDir, name))
    : [];
  const stamp = files
    .map((file) => `${file}:${fs.statSync(file).mtimeMs}:${fs.statSync(file).size}`)
    .join('\n');
  const known = cache.get(blogDir);
  if (known?.stamp === stamp) {
    return known.posts;
  }
  const posts = files.map((file) => readPost(file, blogDir)).sort(byEvent);
  cache.set(blogDir, {stamp, posts});
  return posts;
}

/**
 * The posts that affect a page, newest event first, each once for the page or once for each of its sections.
 * @param slug of the page, in any edition: one that has moved since is found by its new name
 * @param ids of the page as it stands in that edition; a section that is not among them is left out of the answer
 */
export function updatesOf(
  slug: string,
  ids: ReadonlySet<string>,
  posts: readonly Post[],
  moves: readonly Move[],
): PageUpdate[] {
  return posts.flatMap((post) => {
    const places = post.affects
      .flatMap((target) => formerNames(target, moves))
      .map(splitTarget)
      .filter((place) => place.slug === slug);
    const sections = new Set(places.flatMap(({id}) => (id && ids.has(id) ? [id] : [])));
    if (places.length === 0) {
      return [];
    }
    return sections.size === 0 ? [{post}] : [...sections].map((section) => ({post, section}));
  });
}

/** A place of the draft and every place that leads to it: what it was called in older editions. */
function formerNames(target: string, moves: readonly Move[]): string[] {
  const names = new Set([target]);
  for (const name of names) {
    const {slug, id} = splitTarget(name);
    for (const {from, to} of moves) {
      if (to === name) {
        names.add(from);
      } else if (to === slug && id !== undefined && !from.includes('#')) {
        // A page that moves takes its sections along.
        names.add(`${from}#${id}`);
      }
    }
  }
  return [...names];
}

function readPost(file: string, blogDir: string): Post {
  const {data} = readMatter(fs.readFileSync(file, 'utf8'));
  const posted = dateOf(data.date);
  return {
    title: String(data.title ?? ''),
    address: `/blog/${addressOf(data.slug, slugOf(file, blogDir))}/`,
    event: dateOf(data.event_date ?? posted).replace(/T.*$/, ''),
    posted,
    affects: Array.isArray(data.affects) ? data.affects.map(String) : [],
  };
}

/** Docusaurus' rule for posts without a slug: `2026-11-25-news` stands at `2026/11/25/news`. */
function addressOf(slug: unknown, name: string): string {
  return typeof slug === 'string'
    ? slug.replace(/^\/|\/$/g, '')
    : name.replace(/(\d{4})-(\d{2})-(\d{2})-/, '$1/$2/$3/');
}

/** YAML 1.1 readers turn an unquoted date into a Date. */
function dateOf(value: unknown): string {
  return value instanceof Date
    ? value.toISOString().replace(/T00:00:00\.000Z$/, '')
    : String(value ?? '');
}

/** Newest first; a month without a day comes after the days of that month, and the later post first where all is equal. */
function byEvent(a: Post, b: Post): number {
  return compare(b.event, a.event) || compare(b.posted, a.posted) || compare(a.title, b.title);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
