/** Search of a copy: its code as one script, and the files of the edition's index as scripts. */
import {createRequire} from 'node:module';
import path from 'node:path';
import {build} from 'esbuild';
import {fileAddress} from '../search/addresses';
import {generatedForTheme} from '../search/bundle';
import {FIRST, NAMES, POSTS, TEXT, WORDS} from '../search/engine';
import type {PackedIndex} from '../search/pack';

/** What the scripts hand over, as `copyOfIndex`. */
export interface CopyOfIndex {
  /** The theme's name for files of the index. */
  template: string;
  /** Address of the folder in which the edition's files lie on the site. */
  edition: string;
  root: string;
  /** Parsed files by their address on the site. */
  files: Record<string, unknown>;
  /** Texts of pages as far as they are loaded, by id of the page, then `#section`. */
  texts: Record<number, Record<string, string>>;
}

/**
 * @param edition address on the site of the folder with the edition's index files: the root for the latest
 * @param withPosts whether the copy has posts to find
 * @param read text of a file of the build by its path; undefined where there is none
 * @param list names of the files in a folder of the build
 * @returns files of the copy's `search/` by their names
 */
export async function searchFiles({
  edition,
  baseUrl,
  withPosts,
  read,
  list,
}: {
  edition: string;
  baseUrl: string;
  withPosts: boolean;
  read: (file: string) => string | undefined;
  list: (folder: string) => string[];
}): Promise<Map<string, string>> {
  const folder = edition.slice(baseUrl.length);
  const first = list(folder || '.').find((name) => /^search-index-first-.*\.json$/.test(name));
  if (!first) {
    throw new Error(`The build has no search index in /${folder}: run npm run build first.`);
  }
  const template = first.replace('-first-', '{dir}-');
  const jsonOf = (base: string, name: string): [address: string, json: string] => {
    const address = fileAddress(template, base, name);
    const json = read(address.slice(baseUrl.length));
    if (json === undefined) {
      throw new Error(`The build has no ${address}: run npm run build again.`);
    }
    return [address, json];
  };
  /** An index of the same make that holds nothing. */
  const nothing = (): string => {
    const [some] = JSON.parse(jsonOf(edition, FIRST)[1]) as PackedIndex[];
    const {version, pipeline} = some!;
    return JSON.stringify([
      {documents: [], version, pipeline, stems: '', gaps: '', scores: ''},
      ...Array<null>(4).fill(null),
    ] satisfies (PackedIndex | null)[]);
  };
  const contents = [
    ...[FIRST, NAMES, TEXT, WORDS].map((name) => jsonOf(edition, name)),
    withPosts ? jsonOf(baseUrl, POSTS) : [fileAddress(template, baseUrl, POSTS), nothing()],
  ].map(([address, json]) => `${JSON.stringify(address)}:${json}`);
  const told: Omit<CopyOfIndex, 'files' | 'texts'> = {template, edition, root: baseUrl};
  const index = `globalThis.copyOfIndex=${JSON.stringify(told).slice(0, -1)},"texts":{},"files":{${contents.join(',')}}};\n`;

  const files = new Map([
    ['index.js', index],
    ['search.js', await searchScript()],
  ]);
  const textsFolder =
    folder + template.replace('search-index{dir}', 'search-texts').replace('.json', '');
  for (const name of list(textsFolder)) {
    const id = Number(path.parse(name).name);
    files.set(`texts/${id}.js`, `copyOfIndex.texts[${id}]=${read(`${textsFolder}/${name}`)};\n`);
  }
  return files;
}

/** The engine and the page's own code as one classic script. */
async function searchScript(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [path.join(__dirname, 'browser', 'search.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
    // The theme compares origins; pages on a disk have none.
    define: {'location.origin': '"https://copy.invalid"'},
    plugins: [
      generatedForTheme('globalThis.copyOfIndex.template'),
      {
        name: 'site',
        setup({onResolve}) {
          onResolve({filter: /^@site\//}, ({path: name}) => ({
            path: createRequire(__filename).resolve(
              name.replace('@site', path.join(__dirname, '..', '..')),
            ),
          }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}
