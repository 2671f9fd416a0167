/** What the build writes for search, made from the documents that the theme has read out of the pages. */
import {wordsFor, type Term} from '../evidence/vocabulary';
import type {NamesFile, PageKeywords, TermNames} from './names';
import {pack, type PackedIndex} from './pack';
import {
  CONTENT,
  DESCRIPTION,
  HEADING,
  KEYWORDS,
  TITLE,
  type ThemeDocument,
  type ThemeIndex,
} from './theme';
import {wordsOf} from './words';

/** The theme's documents by kind: titles, headings, descriptions, keywords, contents. */
export type Documents = readonly (readonly ThemeDocument[])[];

/** The theme's own builder of indexes. */
export type BuildIndex = (documents: ThemeDocument[][]) => ThemeIndex[];

/** Five packed indexes by kind; null where a file has none of a kind. */
export type IndexFile = (PackedIndex | null)[];

export interface WordsFile {
  /** Every word of the pages and right names, in alphabetical order, one a line. */
  words: string;
  /** For each word a digit: in how many sections it stands, 9 for nine or more. */
  counts: string;
}

export interface EditionFiles {
  /** Titles, headings, descriptions and keywords with the vocabulary's names: enough for most first results. */
  first: IndexFile;
  names: NamesFile;
  /** The text of the sections. */
  text: IndexFile;
  words: WordsFile;
}

/** A page's texts for excerpts, by `#section`; its description under ''. Key: id of the page. */
export type PageTexts = ReadonlyMap<number, Record<string, string>>;

/**
 * @param documents of an edition's pages, without posts
 * @param terms of the newest vocabulary; those whose page the edition does not have are left out
 * @param slugOf slug of a page from its address
 */
export function editionFiles(
  documents: Documents,
  terms: readonly Term[],
  slugOf: (address: string) => string,
  build: BuildIndex,
): EditionFiles {
  const slugs = new Set((documents[TITLE] ?? []).map(({u}) => slugOf(u)));
  const vocabulary = terms.filter((term) => slugs.has(pageOf(term)));
  const [titles, headings, descriptions, , contents] = filled(documents);
  const built = build([
    titles!,
    headings!,
    descriptions!,
    withNames(filled(documents), vocabulary, slugOf),
    contents!,
  ]);
  const [title, heading, description, keywords, content] = built;
  return {
    first: [pack(title!), pack(heading!), pack(description!), pack(untold(keywords!)), null],
    names: {
      terms: vocabulary.map((term): TermNames => [pageOf(term), ...plain(wordsFor(term))]),
      keywords: (documents[KEYWORDS] ?? []).map(({u, t = ''}): PageKeywords => [
        slugOf(u),
        ...plain(t.split(', ')),
      ]),
    },
    // The theme looks up a section's page among the titles of the same file.
    text: [pack(unindexed(title!)), null, null, null, pack(untold(content!))],
    words: knownWords(documents, vocabulary),
  };
}

/** One file for all posts: there are few, and they come after the pages. */
export function postsFile(documents: Documents, build: BuildIndex): IndexFile {
  return build(filled(documents)).map((index, kind) =>
    pack(kind === CONTENT || kind === KEYWORDS ? untold(index) : index),
  );
}

export function pageTexts(documents: Documents): PageTexts {
  const texts = new Map<number, Record<string, string>>();
  for (const {i, p = i, h = '', t = ''} of [
    ...filled(documents)[CONTENT]!,
    ...filled(documents)[DESCRIPTION]!.map((page) => ({...page, h: ''})),
  ]) {
    const page = texts.get(p) ?? {};
    texts.set(p, page);
    // The text before the first heading has no section of its own: the description says more.
    page[h] = t;
  }
  return texts;
}

function filled(documents: Documents): ThemeDocument[][] {
  return [TITLE, HEADING, DESCRIPTION, KEYWORDS, CONTENT].map((kind) => [
    ...(documents[kind] ?? []),
  ]);
}

/**
 * Keywords of each page, and the names of the terms that it is about as a text of their own, so that a page is found by
 * each of them: in one text, many names would make each of the page's own keywords count less.
 */
function withNames(
  documents: ThemeDocument[][],
  vocabulary: readonly Term[],
  slugOf: (address: string) => string,
): ThemeDocument[] {
  const keywords = new Map(documents[KEYWORDS]!.map((page) => [page.i, page]));
  return documents[TITLE]!.flatMap(({i, t: title, u}) => {
    const names = vocabulary.filter((term) => pageOf(term) === slugOf(u)).flatMap(wordsFor);
    // The theme's ids are whole numbers; it joins what has the same one.
    const texts = [
      {i, t: keywords.get(i)?.t ?? ''},
      {i: i + 0.5, t: [...new Set(names)].join(', ')},
    ];
    return texts.filter(({t}) => t).map((text) => ({...text, s: title!, u, p: i}));
  });
}

/** Names as the words that queries are compared with, so that the browser need not part them; each once. */
function plain(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => wordsOf(name).join(' ')).filter(Boolean))];
}

/** Slug of the page about a term. */
function pageOf({page}: Term): string {
  return page.split('#', 1)[0]!;
}

/** Without the texts of documents: they are searched, not shown. */
function untold({documents, index}: ThemeIndex): ThemeIndex {
  return {index, documents: documents.map(({t: _, ...document}) => document)};
}

/** The documents alone: nothing is found in them. */
function unindexed({documents, index}: ThemeIndex): ThemeIndex {
  return {documents, index: {...index, invertedIndex: [], fieldVectors: []}};
}

/** Every word that should find the term and is spelled right. */
function rightWordsFor(term: Term): string[] {
  const wrong = new Set(term.misspellings);
  return wordsFor(term).filter((name) => !wrong.has(name));
}

function knownWords(documents: Documents, vocabulary: readonly Term[]): WordsFile {
  const counts = new Map<string, number>();
  const texts = [TITLE, HEADING, DESCRIPTION, CONTENT].flatMap((kind) =>
    (documents[kind] ?? []).map(({t = ''}) => t),
  );
  for (const text of [...texts, ...vocabulary.flatMap(rightWordsFor)]) {
    for (const word of new Set(wordsOf(text))) {
      if (word.length > 2 && /^\p{L}[\p{L}'.]*$/u.test(word)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  const words = [...counts.keys()].sort();
  return {
    words: words.join('\n'),
    counts: words.map((word) => Math.min(9, counts.get(word)!)).join(''),
  };
}
