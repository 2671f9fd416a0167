/** The names of the vocabulary, as a query meets them. */
import {stemOf, tellingWords, wordsOf} from './words';

/** A term as the build hands it to search: slug of the page that is about it, preferred term, every other name. */
export type TermNames = readonly [page: string, term: string, ...names: string[]];

/** A page's own keywords, likewise. */
export type PageKeywords = readonly [page: string, ...keywords: string[]];

/** What the build writes: the vocabulary's terms, and what pages call themselves. */
export interface NamesFile {
  terms: TermNames[];
  keywords: PageKeywords[];
}

/** What a name stands for. */
export interface Meaning {
  /** The preferred term's telling words: what pages call it. */
  words: string[];
  page: string;
}

/** By name: the stems of its words, joined, with stop words and without. One name may stand for several terms ("PD"). */
export type Names = ReadonlyMap<string, readonly Meaning[]>;

/** Longest name in words, so that a query is not compared with more of its words than any name has. */
export const LONGEST_NAME = 8;

export function nameKey(words: readonly string[]): string {
  return words.map(stemOf).join(' ');
}

export function readNames(terms: readonly TermNames[]): Names {
  const names = new Map<string, Meaning[]>();
  const shortened: [key: string, meaning: Meaning][] = [];
  for (const [page, term, ...others] of terms) {
    const meaning = {words: tellingWords(wordsOf(term)), page};
    const keys = [term, ...others].map(wordsOf).filter(({length}) => length > 0);
    for (const key of new Set(keys.map(nameKey))) {
      names.set(key, [...(names.get(key) ?? []), meaning]);
    }
    for (const key of new Set(
      keys
        .map((words) => ({words, telling: tellingWords(words)}))
        // "What is ketamine used for" would be "ketamine".
        .filter(({words, telling}) => telling.length > 1 && telling.length < words.length)
        .map(({telling}) => nameKey(telling)),
    )) {
      shortened.push([key, meaning]);
    }
  }
  // A name as it stands comes before what is left of another.
  const whole = new Set(names.keys());
  for (const [key, meaning] of shortened) {
    if (!whole.has(key)) {
      names.set(key, [...(names.get(key) ?? []), meaning]);
    }
  }
  return names;
}

/** By keyword, as names are: slugs of the pages that chose it. */
export type Keywords = ReadonlyMap<string, readonly string[]>;

export function readKeywords(pages: readonly PageKeywords[]): Keywords {
  const found = new Map<string, string[]>();
  for (const [page, ...keywords] of pages) {
    for (const key of new Set(keywords.map((keyword) => nameKey(tellingWords(wordsOf(keyword)))))) {
      found.set(key, [...(found.get(key) ?? []), page]);
    }
  }
  return found;
}
