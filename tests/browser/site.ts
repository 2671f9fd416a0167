/** What the browser tests know about the built site: its addresses, read from the build itself. */
import {expect, test as base, type Page} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';

const BUILD = path.join(__dirname, '../../build');

/**
 * Every page of the app as an address, without the pages that only redirect and without those that have the app's frame
 * but not the app (evidencePages).
 */
export function builtPages(): string[] {
  const pages: string[] = [];
  const walk = (dir: string): void => {
    for (const entry of fs.readdirSync(dir, {withFileTypes: true})) {
      const absolute = path.join(dir, entry.name);
      if (entry.isDirectory()) {
        walk(absolute);
      } else if (entry.name === 'index.html' && !isRedirect(absolute) && !isStatic(absolute)) {
        const relative = path.relative(BUILD, dir).split(path.sep).join('/');
        pages.push(relative ? `/${relative}/` : '/');
      }
    }
  };
  walk(BUILD);
  if (pages.length === 0) {
    throw new Error('No page in build/: run npm run build first.');
  }
  return pages.sort();
}

/**
 * The pages of the build but for those of the draft whose source is that of the latest edition, byte for byte, and all
 * but one of each comparison's pages, which differ in their words only.
 */
export function pagesWithTextOfTheirOwn(): string[] {
  const compared = new Set<string>();
  return builtPages().filter((address) => {
    const comparison = /^\/editions\/[^/]+\/(?!references\/)./.exec(address)?.[0].split('/')[2];
    if (comparison !== undefined) {
      const isFirst = !compared.has(comparison);
      compared.add(comparison);
      return isFirst;
    }
    const slug = /^\/docs\/next\/(.*)$/.exec(address)?.[1];
    if (slug === undefined) {
      return true;
    }
    const [draft, released] = ['docs', `versioned_docs/version-${editions[0]}`].map((dir) =>
      sourceOf(path.join(__dirname, '../..', dir, slug)),
    );
    return draft === undefined || draft !== released;
  });
}

/** @param page absolute path of a page's source without its ending; a folder's is its index. */
function sourceOf(page: string): string | undefined {
  const file = [path.join(page, 'index.mdx'), `${page.replace(/\/$/, '')}.mdx`].find((candidate) =>
    fs.existsSync(candidate),
  );
  return file === undefined ? undefined : fs.readFileSync(file, 'utf8');
}

/** Addresses that only lead elsewhere. */
export function builtRedirects(): string[] {
  const redirects: string[] = [];
  const walk = (dir: string): void => {
    for (const entry of fs.readdirSync(dir, {withFileTypes: true})) {
      const absolute = path.join(dir, entry.name);
      if (entry.isDirectory()) {
        walk(absolute);
      } else if (entry.name === 'index.html' && isRedirect(absolute)) {
        redirects.push(`/${path.relative(BUILD, dir).split(path.sep).join('/')}/`);
      }
    }
  };
  walk(BUILD);
  return redirects.sort();
}

/** Studies and the bibliography, written after the build. */
export function evidencePages(): string[] {
  const pages = ['studies', 'bibliography'].flatMap((folder) =>
    fs
      .readdirSync(path.join(BUILD, folder), {recursive: true, withFileTypes: true})
      .filter(
        ({parentPath, name}) => name === 'index.html' && isStatic(path.join(parentPath, name)),
      )
      .map(({parentPath}) => `/${path.relative(BUILD, parentPath).split(path.sep).join('/')}/`),
  );
  if (pages.length === 0) {
    throw new Error('No page of a study in build/: run npm run build first.');
  }
  return pages.sort();
}

function isStatic(file: string): boolean {
  return fs.readFileSync(file, 'utf8').includes('<html lang="en" dir="ltr" class="kb-static"');
}

function isRedirect(file: string): boolean {
  return fs.readFileSync(file, 'utf8').includes('http-equiv="refresh"');
}

/** Released editions, newest first. */
export const editions = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../../versions.json'), 'utf8'),
) as string[];

/** A test that fails on any error in the page or its console. */
export const test = base.extend<{errors: string[]}>({
  errors: [
    async ({page}, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') {
          errors.push(message.text());
        }
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await use(errors);
      expect(errors, 'errors in the console').toEqual([]);
    },
    {auto: true},
  ],
});

/** Waits until React has taken over, which is when the theme's own controls work. Static pages have no scripts to wait for. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.documentElement.getAttribute('data-has-hydrated') === 'true' ||
      document.documentElement.classList.contains('kb-static') ||
      document.querySelector('script[src]') === null,
  );
}

export const TRD = '/docs/clinical-uses/treatment-resistant-depression/overview/';

export {expect};
