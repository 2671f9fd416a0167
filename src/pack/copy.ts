/** A copy of one edition out of a finished build: its files by path, in order. */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {makeShell} from '../editions/shell';
import type {DocsPlace} from '../editions/places';
import {belongsTo, otherFolders} from './contents';
import {copyOfPage, redirectOf, type CopyOptions} from './pages';
import {searchFiles} from './search';
import {menuOf} from './menu';
import {readMe, searchPage, startPage, type CopyFacts} from './start-page';

const TITLE = 'Ketamine Knowledge Base';

/**
 * @param build folder of the finished build
 * @throws where the build is not there or is of another state of the site
 */
export async function copyOf(
  place: DocsPlace,
  places: readonly DocsPlace[],
  build: string,
): Promise<Map<string, Uint8Array>> {
  const all = filesIn(build);
  const {origin, baseUrl} = siteOf(build, place);
  const isIn = belongsTo(place, otherFolders(place, places));
  const redirects = new Map<string, string>();
  const pages = new Map<string, string>();
  for (const file of all.filter((name) => name.endsWith('/index.html'))) {
    const html = fs.readFileSync(path.join(build, file), 'utf8');
    const target = redirectOf(html);
    if (target !== undefined) {
      redirects.set(file, target);
    } else if (isIn(file)) {
      pages.set(file, html);
    }
  }
  const others = all.filter((file) => !file.endsWith('/index.html') && isIn(file));

  const frame = pages.get(`${place.path}index.html`)!;
  const facts: CopyFacts = {
    label: place.label,
    online: `${origin}${baseUrl}docs/${place.edition}/`,
    baseUrl,
    menu: menuOf(`${baseUrl}${place.path}`, (address) =>
      pages.get(`${address.slice(baseUrl.length)}index.html`),
    ),
    isLatest: place.isLatest,
  };
  const shell = makeShell(frame, TITLE);
  const page = (title: string, main: string): string =>
    shell({title, description: `${title}: ${place.label}`, main});
  pages.set('index.html', page(`Edition ${place.edition}`, startPage(facts)));
  pages.set('search/index.html', page('Search', searchPage(facts)));

  const options: CopyOptions = {
    origin,
    baseUrl,
    redirects,
    files: new Set([...pages.keys(), ...others]),
  };
  const texts = new Map<string, string | Uint8Array>([['READ-ME.txt', readMe(facts)]]);
  for (const [file, html] of pages) {
    texts.set(file, copyOfPage(html, file, options));
  }
  for (const file of others) {
    const bytes = fs.readFileSync(path.join(build, file));
    if (file.endsWith('.css') && /url\(["']?\/(?!\/)/.test(bytes.toString())) {
      throw new Error(
        `${file} names files by addresses from the root, which a copy cannot follow.`,
      );
    }
    texts.set(file, bytes);
  }
  const search = await searchFiles({
    edition: place.isLatest ? baseUrl : `${baseUrl}${place.path}`,
    baseUrl,
    withPosts: place.isLatest,
    read: (file) => {
      const absolute = path.join(build, file);
      return fs.existsSync(absolute) ? fs.readFileSync(absolute, 'utf8') : undefined;
    },
    list: (folder) => {
      const absolute = path.join(build, folder);
      return fs.existsSync(absolute) ? fs.readdirSync(absolute).sort() : [];
    },
  });
  for (const [name, text] of search) {
    texts.set(`search/${name}`, text);
  }
  const evidence = path.join(place.dir, '_evidence');
  for (const file of filesIn(evidence)) {
    texts.set(`data/${file}`, fs.readFileSync(path.join(evidence, file)));
  }
  return withChecksums(texts);
}

/** All files in order of their paths, and last the list of their checksums. */
function withChecksums(texts: ReadonlyMap<string, string | Uint8Array>): Map<string, Uint8Array> {
  const files = [...texts]
    .map(([file, text]) => [file, Buffer.from(text)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = files.map(
    ([file, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`,
  );
  return new Map([...files, ['SHA256SUMS', Buffer.from(sums.join(''))]]);
}

/** Where the build stands, as the edition's first page says. */
export function siteOf(build: string, place: DocsPlace): {origin: string; baseUrl: string} {
  const file = path.join(build, place.path, 'index.html');
  if (!fs.existsSync(file)) {
    throw new Error(
      `The build has no page at /${place.path}, where edition ${place.edition} begins: run npm run build first.`,
    );
  }
  const canonical = load(fs.readFileSync(file, 'utf8'))('link[rel="canonical"]').attr('href') ?? '';
  const {origin, pathname} = new URL(canonical);
  return {origin, baseUrl: pathname.slice(0, -place.path.length)};
}

/** Paths of all files below a folder, with slashes, in order. */
function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) =>
      path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/'),
    )
    .sort();
}
