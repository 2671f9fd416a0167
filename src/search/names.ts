/** The names of the vocabulary, as a query meets them. */
import {stemOf, tellingWords} from './words';

/**
 * A term as the build hands it to search, every name as its words (`wordsOf`) with spaces between: slug of the page that is about it, its
 * names, the preferred one first.
 */
export type TermNames = readonly [page: string, ...names: string[]];

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

export interface Names {
  /** By key: as a name is written, the stems of its words, those of its telling words. */
  exact: ByKey;
  /** By loose key. Made when it is first asked for: the first answer does not wait for it. */
  loose(): ByKey;
}

/** One name may stand for several terms ("PD"). */
type ByKey = ReadonlyMap<string, readonly Meaning[]>;

/** Longest name in words, so that a query is not compared with more of its words than any name has. */
export const LONGEST_NAME = 8;

/** What the whole site is about: a question about the one is a question about the other. */
const SUBJECT = new Set(['ketamine', 'ketalar', 'ket', 'k', 'esketamine', 'spravato']);

/** Key of words by their stems. */
export function nameKey(words: readonly string[]): string {
  return words.map(stemOf).join(' ');
}

/** Key of words as they are: "addictive" is not "addiction", which has the same stem. */
function writtenKey(words: readonly string[]): string {
  return `=${words.join(' ')}`;
}

/** Key in which order, stop words and which of the site's drugs is meant do not count; undefined for a single word. */
function looseKey(words: readonly string[]): string | undefined {
  const key = tellingWords(words).map((word) => (SUBJECT.has(word) ? '' : stemOf(word)));
  return key.length > 1 ? key.sort().join(' ') : undefined;
}

/** Loose key without the site's drugs, which go without saying; undefined where a single word would be left. */
function unsaidKey(words: readonly string[]): string | undefined {
  return looseKey(words.filter((word) => !SUBJECT.has(word)));
}

/**
 * What words of a query stand for; undefined where they are no name.
 * @param isWhole whether the words begin and end with telling ones: stop words at the ends belong to what stands around
 */
export function meaningsOf(
  words: readonly string[],
  isWhole: boolean,
  names: Names,
): readonly Meaning[] | undefined {
  return (
    names.exact.get(writtenKey(words)) ??
    names.exact.get(nameKey(words)) ??
    (isWhole ? names.exact.get(nameKey(tellingWords(words))) : undefined)
  );
}

/** The same, where order, stop words and which of the site's drugs is meant do not count: less sure. */
export function looseMeaningsOf(
  words: readonly string[],
  names: Names,
): readonly Meaning[] | undefined {
  const key = looseKey(words);
  return key === undefined ? undefined : names.loose().get(key);
}

/** @param terms as the names file has them */
export function readNames(terms: readonly TermNames[]): Names {
  const parted = terms.map(([page, ...called]) => {
    const names = called.map((name) => name.split(' '));
    return {names, meaning: {words: tellingWords(names[0]!), page}};
  });
  let loose: ByKey | undefined;
  return {
    exact: exactNames(parted),
    loose: () => (loose ??= looseNames(parted)),
  };
}

type Parted = readonly {names: readonly string[][]; meaning: Meaning}[];

function exactNames(terms: Parted): ByKey {
  const found = new Map<string, Meaning[]>();
  const shortened: [key: string, meaning: Meaning][] = [];
  for (const {names, meaning} of terms) {
    for (const words of names) {
      add(found, writtenKey(words), meaning);
      add(found, nameKey(words), meaning);
      const telling = tellingWords(words);
      // "What is ketamine used for" would be "ketamine".
      if (telling.length > 1 && telling.length < words.length) {
        shortened.push([nameKey(telling), meaning]);
      }
    }
  }
  // A name as it stands comes before what is left of another.
  const whole = new Set(found.keys());
  for (const [key, meaning] of shortened) {
    if (!whole.has(key)) {
      add(found, key, meaning);
    }
  }
  return found;
}

function looseNames(terms: Parted): ByKey {
  const found = new Map<string, Meaning[]>();
  for (const {names, meaning} of terms) {
    for (const words of names) {
      for (const key of [looseKey(words), unsaidKey(words)]) {
        if (key !== undefined) {
          add(found, key, meaning);
        }
      }
    }
  }
  return found;
}

function add(found: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const known = found.get(key);
  if (!known) {
    found.set(key, [meaning]);
    // Names of one term come one after the other.
  } else if (known.at(-1) !== meaning) {
    known.push(meaning);
  }
}

/** By keyword, as names are: slugs of the pages that chose it. */
export type Keywords = ReadonlyMap<string, readonly string[]>;

export function readKeywords(pages: readonly PageKeywords[]): Keywords {
  const found = new Map<string, string[]>();
  for (const [page, ...keywords] of pages) {
    for (const key of new Set(
      keywords.map((keyword) => nameKey(tellingWords(keyword.split(' ')))),
    )) {
      found.set(key, [...(found.get(key) ?? []), page]);
    }
  }
  return found;
}
