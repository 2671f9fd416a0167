import {CHUNK_NAMES} from '../../lean-client';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {buildSync} from 'esbuild';
import {createElement as h} from 'react';
import {
  MANIFEST,
  OFFLINE_PAGE,
  WORKER,
  type OfflineManifest,
  type SavedFile,
} from '../../../offline/manifest';
import {editionLabel, readEditions} from '../../../site/editions';
import {makeShell} from '../../evidence-pages/server/shell';
import type {BuiltSite} from '../index';

const SOURCES = path.join(__dirname, '../../../offline');

/** A script of src/offline as browsers run it. @param define values of names that the script declares only */
function bundle(name: string, define: Record<string, string> = {}): string {
  const {outputFiles} = buildSync({
    entryPoints: [path.join(SOURCES, name)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    define,
    write: false,
  });
  return outputFiles[0]!.text;
}

/** Writes the page about offline reading, which also stands where a page is not saved, with its script. */
export function writeOfflinePage({outDir, baseUrl, siteConfig}: BuiltSite): void {
  const script = bundle('page.ts');
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 8);
  const scriptAddress = `assets/offline/page.${hash}.js`;
  const write = (address: string, text: string): void => {
    const file = path.join(outDir, address);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, text);
  };
  write(scriptAddress, script);
  const style = fs
    .readdirSync(path.join(outDir, 'assets/evidence'))
    .find((n) => n.endsWith('.css'));
  const shell = makeShell({
    html: fs.readFileSync(path.join(outDir, '404.html'), 'utf8'),
    url: siteConfig.url,
    baseUrl,
    siteTitle: siteConfig.title,
    style: `assets/evidence/${style}`,
    script: scriptAddress,
    menu: [
      {label: 'Reference', address: 'docs/'},
      {label: 'Search', address: 'search/'},
    ],
  });
  write(
    `${OFFLINE_PAGE}index.html`,
    shell({
      address: OFFLINE_PAGE,
      title: 'Offline reading',
      description: 'What of this site is saved on your device for reading without a network.',
      breadcrumbs: [{label: 'Home', address: ''}, {label: 'Offline reading'}],
      usesScript: true,
      body: [
        h('h1', {key: 'h1'}, 'Offline reading'),
        h(
          'p',
          {key: 'intro', 'data-offline': 'intro'},
          'After your first visit the latest edition is saved on your device, with its search, so that it can be read without a network. Older editions, studies and posts are saved when you read them.',
        ),
        h('p', {key: 'again', 'data-offline': 'again'}),
        h('p', {key: 'status', 'data-offline': 'status', role: 'status'}),
        h('p', {key: 'choice', 'data-offline': 'choice'}),
        h('noscript', {key: 'noscript'}, h('p', null, 'Saving needs JavaScript.')),
        h('div', {key: 'list', 'data-offline': 'list'}),
      ],
    }),
  );
}

/** Writes what the copy for reading offline is made of, and the worker that keeps it. After all else: it hashes files. */
export function writeOfflineCopy(site: BuiltSite): void {
  const {outDir, siteDir, baseUrl, generatedFilesDir} = site;
  const editions = readEditions(siteDir);
  const [latest] = editions;
  const others = ['next', ...editions.map(({edition}) => edition)];
  const chunks = JSON.parse(
    fs.readFileSync(path.join(generatedFilesDir, 'routesChunkNames.json'), 'utf8'),
  ) as Record<string, unknown>;
  const elsewhere = chunksElsewhere(chunks, (route) => {
    const below = route.slice(baseUrl.length).replace(/\/$/, '');
    return isSavedPage(below && `${below}/`, others);
  });
  // Parts of the site that are not the latest edition have chunks of their own (src/plugins/lean-client/manifest-loader.cjs).
  const isElsewhere = (chunk: string) => elsewhere.has(chunk) || chunk.startsWith('part-');
  const names = JSON.parse(
    fs.readFileSync(path.join(generatedFilesDir, CHUNK_NAMES), 'utf8'),
  ) as Record<string, string>;
  const files = fs
    .readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => isSaved(file, others, (id) => isElsewhere(names[id] ?? '')))
    .sort();
  const manifest = offlineManifest(files, (file) => fs.readFileSync(path.join(outDir, file)), {
    edition: latest ? editionLabel(latest) : 'draft',
    ...(latest ? {pinned: `docs/${latest.edition}/`} : {}),
  });
  fs.writeFileSync(path.join(outDir, MANIFEST), JSON.stringify(manifest));
  fs.writeFileSync(path.join(outDir, WORKER), workerFor(manifest.build));
}

/** The worker of a build. */
export function workerFor(build: string): string {
  return bundle('worker.ts', {BUILD: JSON.stringify(build)});
}

/**
 * @param files of the copy, by path below the build, sorted
 * @param read gives a file's bytes
 */
export function offlineManifest(
  files: readonly string[],
  read: (file: string) => Buffer,
  {edition, pinned}: Pick<OfflineManifest, 'edition' | 'pinned'>,
): OfflineManifest {
  const size = {download: 0, stored: 0};
  const saved = files.map((file): SavedFile => {
    const bytes = read(file);
    size.stored += bytes.length;
    size.download += packedLength(bytes);
    const isPage = file.endsWith('index.html');
    return {
      address: file.replace(/(^|\/)index\.html$/, '$1'),
      hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
      ...(isPage ? {title: titleOf(bytes.toString())} : {}),
    };
  });
  const runtime = files.find((file) => /^assets\/js\/runtime~main\.[0-9a-f]+\.js$/.test(file));
  if (!runtime) {
    throw new Error('The build has no script runtime~main: has Docusaurus changed its names?');
  }
  const rest = {edition, runtime, ...(pinned ? {pinned} : {}), size, files: saved};
  const build = createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16);
  return {build, ...rest};
}

/** About what hosts send. */
function packedLength(bytes: Buffer): number {
  return zlib.brotliCompressSync(bytes, {params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 4}})
    .length;
}

function titleOf(html: string): string {
  const text = /<title[^>]*>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return text
    .replace(/ \| [^|]*$/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/**
 * A page of the latest edition, or one that leads to it.
 * @param address below the base, with its slash
 * @param others folders of docs/ that hold other editions
 */
function isSavedPage(address: string, others: readonly string[]): boolean {
  if (['', '404.html', 'search/', 'editions/', OFFLINE_PAGE].includes(address)) {
    return true;
  }
  const [folder, below] = address.split('/');
  return folder === 'docs' && !others.includes(below!);
}

/** Names of chunks that only pages outside of the copy need. */
export function chunksElsewhere(
  chunks: Record<string, unknown>,
  isSavedRoute: (route: string) => boolean,
): Set<string> {
  const [here, elsewhere] = [new Set<string>(), new Set<string>()];
  for (const [key, names] of Object.entries(chunks)) {
    // Docusaurus adds a hash to the path.
    const into = isSavedRoute(key.replace(/-[0-9a-z]{3}$/, '')) ? here : elsewhere;
    JSON.stringify(names, (_, name: unknown) => {
      if (typeof name === 'string') {
        into.add(name);
      }
      return name;
    });
  }
  here.forEach((name) => elsewhere.delete(name));
  return elsewhere;
}

function isSaved(
  file: string,
  others: readonly string[],
  isElsewhere: (chunkId: string) => boolean,
): boolean {
  if (file.endsWith('.html')) {
    return isSavedPage(file.replace(/(^|\/)index\.html$/, '$1'), others);
  }
  const script = /^assets\/js\/([^/]+?)\.[0-9a-f]{8}\.js$/.exec(file);
  if (script) {
    return !isElsewhere(script[1]!);
  }
  return (
    /^(assets\/(css|evidence|offline|images|fonts)\/.*\.\w+|search-index-[^/]+\.json|search-texts-[^/]+\/.*\.json|manifest\.webmanifest)$/.test(
      file,
    ) || /^img\/(icon|.*\.svg$)/.test(file)
  );
}
