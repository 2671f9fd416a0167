/** Which pages an edition has: slug, title, file. Reads front matter only. */
import fs from 'node:fs';
import path from 'node:path';
import {readMatter} from './matter';

export interface Page {
  /** `safety/monitoring`; the introduction is `index`. */
  slug: string;
  title: string;
  description: string;
  frontMatter: Record<string, unknown>;
  /** Absolute path. */
  file: string;
}

/** All pages of a docs folder, sorted by slug. Folders and files that begin with `_` hold data, not pages. */
export function listPages(docsDir: string): Page[] {
  return pageFiles(docsDir)
    .map((file) => readPage(file, docsDir))
    .sort((a, b) => a.slug.localeCompare(b.slug, 'en'));
}

/** Absolute paths of all pages of a docs folder, which are not read. */
export function pageFiles(docsDir: string): string[] {
  return fs.readdirSync(docsDir, {withFileTypes: true}).flatMap((entry) => {
    const absolute = path.join(docsDir, entry.name);
    if (entry.name.startsWith('_')) {
      return [];
    }
    if (entry.isDirectory()) {
      return pageFiles(absolute);
    }
    return entry.isFile() && entry.name.endsWith('.mdx') ? [absolute] : [];
  });
}

/**
 * One page by its slug, without reading the others: for what is asked on each page of a build.
 * @returns undefined where there is none
 */
export function pageBySlug(docsDir: string, slug: string): Page | undefined {
  const parts = slug.split('/');
  const file = path.join(docsDir, `${slug}.mdx`);
  const isPage = parts.every((part) => part !== '' && !/^[._]/.test(part)) && fs.existsSync(file);
  return isPage ? readPage(file, docsDir) : undefined;
}

function readPage(file: string, docsDir: string): Page {
  const {data} = readMatter(fs.readFileSync(file, 'utf8'));
  return {
    slug: slugOf(file, docsDir),
    title: String(data.title ?? ''),
    description: String(data.description ?? ''),
    frontMatter: data,
    file,
  };
}

/** `docs/safety/monitoring.mdx` is `safety/monitoring`. */
export function slugOf(file: string, docsDir: string): string {
  return path
    .relative(docsDir, file)
    .split(path.sep)
    .join('/')
    .replace(/\.mdx$/, '');
}

/** Address of a page below `/docs/` of an edition: the introduction stands at the root. */
export function pagePath(slug: string): string {
  return slug === 'index' ? '' : `${slug}/`;
}
