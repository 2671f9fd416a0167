import fs from 'node:fs';
import path from 'node:path';
import {fileAddress, textsAddress} from '../../search/addresses';
import {FIRST, NAMES, POSTS, TEXT, WORDS} from '../../search/engine';
import {
  editionFiles,
  pageTexts,
  postsFile,
  type BuildIndex,
  type Documents,
} from '../../search/files';
import type {ThemeDocument, ThemeIndex} from '../../search/theme';
import type {Term} from '../../evidence/vocabulary';

export interface EditionPlace {
  /** Address of the folder in which the theme puts the edition's index: `/` for the latest. */
  base: string;
  /** Address of the edition's pages: `/docs/`. */
  address: string;
}

/**
 * Replaces the theme's index of an edition by ours; that of the site's root also gives the posts' file.
 * @param template the theme's name for an index
 * @param terms of the newest vocabulary: words that people type are no part of what an edition froze
 * @param isPost whether an address is that of a post, and not of a list of posts
 */
export function writeSearchFiles({
  edition: {base, address},
  template,
  terms,
  isPost,
  outDir,
  baseUrl,
  build,
}: {
  edition: EditionPlace;
  template: string;
  terms: readonly Term[];
  isPost: (address: string) => boolean;
  outDir: string;
  baseUrl: string;
  build: BuildIndex;
}): void {
  const absolute = (file: string) => path.join(outDir, file.slice(baseUrl.length));
  const write = (file: string, content: unknown) => {
    fs.mkdirSync(path.dirname(absolute(file)), {recursive: true});
    fs.writeFileSync(absolute(file), JSON.stringify(content));
  };
  const stock = absolute(`${base}${template.replace('{dir}', '')}`);
  const read = (JSON.parse(fs.readFileSync(stock, 'utf8')) as ThemeIndex[]).map(
    ({documents}) => documents,
  );
  fs.rmSync(stock);
  const isPage = ({u}: ThemeDocument) => u.startsWith(address);
  const pages: Documents = read.map((documents) => documents.filter(isPage));

  const slugOf = (url: string) => url.slice(address.length).replace(/\/$/, '');
  const files = editionFiles(pages, terms, slugOf, build);
  write(fileAddress(template, base, FIRST), files.first);
  write(fileAddress(template, base, NAMES), files.names);
  write(fileAddress(template, base, TEXT), files.text);
  write(fileAddress(template, base, WORDS), files.words);
  for (const [page, texts] of pageTexts(pages)) {
    write(textsAddress(template, base, page), texts);
  }
  if (base === baseUrl) {
    const posts: Documents = read.map((documents) => documents.filter(({u}) => isPost(u)));
    write(fileAddress(template, base, POSTS), postsFile(posts, build));
    for (const [page, texts] of pageTexts(posts)) {
      write(textsAddress(template, base, page), texts);
    }
  }
}
