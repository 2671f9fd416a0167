/** Reads back out of a built edition what search's files were made of, so that they can be made anew without a build. */
import fs from 'node:fs';
import path from 'node:path';
import {buildIndex} from '@easyops-cn/docusaurus-search-local/dist/server/server/utils/buildIndex';
import {fileAddress, textsAddress} from '../../src/search/addresses';
import {FIRST, NAMES, TEXT} from '../../src/search/engine';
import type {BuildIndex, Documents, IndexFile} from '../../src/search/files';
import type {NamesFile} from '../../src/search/names';
import {CONTENT, DESCRIPTION, HEADING, TITLE, type ThemeDocument} from '../../src/search/theme';
import {searchOptions, type SearchOptions} from '../../src/site/search';

/** @param dir folder of a built site @param base address of the edition's folder @param address that of its pages */
export function builtDocuments(
  dir: string,
  template: string,
  {base, address}: {base: string; address: string},
): Documents {
  const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8'));
  const first = read(fileAddress(template, base, FIRST)) as IndexFile;
  const text = read(fileAddress(template, base, TEXT)) as IndexFile;
  const {keywords} = read(fileAddress(template, base, NAMES)) as NamesFile;
  const titles = first[TITLE]!.documents;
  const idOf = new Map(titles.map(({i, u}) => [u, i]));
  return [
    titles,
    first[HEADING]!.documents,
    first[DESCRIPTION]!.documents,
    keywords.flatMap(([slug, ...words]): ThemeDocument[] => {
      const u = `${address}${slug}${slug ? '/' : ''}`;
      const i = idOf.get(u);
      return i === undefined ? [] : [{i, p: i, u, t: words.join(', ')}];
    }),
    withTexts(
      text[CONTENT]!.documents,
      (page) => read(textsAddress(template, base, page)) as Record<string, string>,
    ),
  ];
}

function withTexts(
  sections: readonly ThemeDocument[],
  read: (page: number) => Record<string, string>,
): ThemeDocument[] {
  const texts = new Map<number, Record<string, string>>();
  return sections.map((section) => {
    const page = section.p ?? section.i;
    const known = texts.get(page) ?? read(page);
    texts.set(page, known);
    return {...section, t: known[section.h ?? ''] ?? ''};
  });
}

/** The theme's builder, with the site's options. */
export const themeIndex: BuildIndex = (documents) =>
  buildIndex(documents, {
    ...searchOptions,
    removeDefaultStopWordFilter: [],
    removeDefaultStemmer: false,
  } as unknown as SearchOptions).map((built) => ({...built, index: built.index.toJSON()}));
