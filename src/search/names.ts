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

/**
 * By key. A name has up to four: as it is written, the stems of its words, the stems of its telling words, and loose.
 * One name may stand for several terms ("PD").
 */
export type Names = ReadonlyMap<string, readonly Meaning[]>;

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
  return key.length > 1 ? `~${key.sort().join(' ')}` : undefined;
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
    names.get(writtenKey(words)) ??
    names.get(nameKey(words)) ??
    (isWhole ? names.get(nameKey(tellingWords(words))) : undefined)
  );
}

/** The same, where order, stop words and which of the site's drugs is meant do not count: less sure. */
export function looseMeaningsOf(
  words: readonly string[],
  names: Names,
): readonly Meaning[] | undefined {
  const key = looseKey(words);
  return key === undefined ? undefined : names.get(key);
}

/** @param terms as the names file has them */
export function readNames(terms: readonly TermNames[]): Names {
  const names = new Map<string, Meaning[]>();
  const add = (keys: readonly (string | undefined)[], meaning: Meaning): void => {
    for (const key of new Set(keys)) {
      if (key !== undefined) {
        names.set(key, [...(names.get(key) ?? []), meaning]);
      }
    }
  };
  const shortened: [keys: string[], meaning: Meaning][] = [];
  for (const [page, ...called] of terms) {
    const all = called.map((name) => name.split(' '));
    const meaning = {words: tellingWords(all[0]!), page};
    add(
      all.flatMap((words) => [writtenKey(words), nameKey(words)]),
      meaning,
    );
    add(
      all.flatMap((words) => [looseKey(words), unsaidKey(words)]),
      meaning,
    );
    shortened.push([
      all
        .map((words) => ({words, telling: tellingWords(words)}))
        // "What is ketamine used for" would be "ketamine".
        .filter(({words, telling}) => telling.length > 1 && telling.length < words.length)
        .map(({telling}) => nameKey(telling)),
      meaning,
    ]);
  }
  // A name as it stands comes before what is left of another.
  const whole = new Set(names.keys());
  for (const [keys, meaning] of shortened) {
    add(
      keys.filter((key) => !whole.has(key)),
      meaning,
    );
  }
  return names;
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
