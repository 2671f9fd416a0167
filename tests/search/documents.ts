/** Reads back out of a built edition what search's files were made of, so that they can be made anew without a build. */
import fs from 'node:fs';
import path from 'node:path';
import {buildIndex} from '@easyops-cn/docusaurus-search-local/dist/server/server/utils/buildIndex';
import type {Term} from '../../src/evidence/vocabulary';
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

/** @returns slug of a page from its address */
export function slugIn({address}: {address: string}): (url: string) => string {
  return (url) => url.slice(address.length).replace(/\/$/, '');
}

/** How many of an edition's most frequent words every copy shares; the others become words of their own. */
const SHARED_WORDS = 1500;

/**
 * An edition with so many times the pages. Copies share the frequent words, as pages do, and have rare words, names and
 * addresses of their own, as other subjects would.
 */
export function copied(
  documents: Documents,
  terms: readonly Term[],
  times: number,
  {address}: {address: string},
): {documents: Documents; terms: Term[]} {
  const shared = frequentWords(documents);
  const own = (text: string, copy: number): string =>
    text.replace(/\p{L}{3,}/gu, (word) =>
      copy === 0 || shared.has(word.toLowerCase()) ? word : `${word}${SUFFIXES[copy % 10]}`,
    );
  const step = 1 + Math.max(...documents.flat().map(({i}) => i));
  const copies = Array.from({length: times}, (_, copy) => copy);
  const moved = (url: string, copy: number): string =>
    copy === 0 ? url : url.replace(address, `${address}copy-${copy}/`);
  return {
    documents: documents.map((kind) =>
      copies.flatMap((copy) =>
        kind.map((one) => ({
          ...one,
          i: one.i + copy * step,
          u: moved(one.u, copy),
          ...(one.p === undefined ? {} : {p: one.p + copy * step}),
          ...(one.t === undefined ? {} : {t: own(one.t, copy)}),
          ...(one.s === undefined ? {} : {s: own(one.s, copy)}),
        })),
      ),
    ),
    terms: copies.flatMap((copy) =>
      copy === 0
        ? terms
        : terms.map((term) => ({
            ...term,
            term: own(term.term, copy),
            page: `copy-${copy}/${term.page}`,
            ...Object.fromEntries(
              NAMES_OF_TERMS.flatMap((field) =>
                term[field] ? [[field, term[field].map((name) => own(name, copy))]] : [],
              ),
            ),
          })),
    ),
  };
}

/** Endings that lunr's stemmer leaves alone. */
const SUFFIXES = ['', 'ka', 'lu', 'mo', 'ra', 'tu', 'vo', 'wa', 'zu', 'xo'];
const NAMES_OF_TERMS = [
  'abbreviations',
  'brands',
  'spellings',
  'lay',
  'searched_as',
  'misspellings',
] as const;

function frequentWords(documents: Documents): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const {t = ''} of documents[CONTENT]!) {
    for (const [word] of t.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SHARED_WORDS)
      .map(([word]) => word),
  );
}
