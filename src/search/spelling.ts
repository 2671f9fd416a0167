/** Finds the word that was meant, among the words that the edition knows. */
import {distance} from 'fastest-levenshtein';

/** How many letters may be wrong in a word of a length. Short words are left alone: one letter makes another drug. */
function tolerance(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : length < 11 ? 2 : 3;
}

/** British spellings by what American ones have in their place, in words long enough to be no other word. */
const BRITISH: readonly [british: RegExp, american: string][] = [
  [/ae/g, 'e'],
  [/oe/g, 'e'],
  [/our(?=$|s$|ed$|ing$|al$|able$)/, 'or'],
  [/is(?=(e|ed|es|er|ing|ation|ations)$)/, 'iz'],
  [/ys(?=(e|ed|es|er|ing)$)/, 'yz'],
  [/tre(?=s?$)/, 'ter'],
  [/ll(?=(ed|ing|or|ors)$)/, 'l'],
  [/ence$/, 'ense'],
  [/ogue$/, 'og'],
];
const SHORTEST_BRITISH = 5;

/**
 * The American spelling of a British word, where the edition knows it: the pages are in American English.
 * @param known words of the edition and in how many sections each stands
 */
export function american(typed: string, known: ReadonlyMap<string, number>): string | undefined {
  if (typed.length < SHORTEST_BRITISH) {
    return undefined;
  }
  let all = typed;
  for (const [british, instead] of BRITISH) {
    const one = typed.replace(british, instead);
    if (one !== typed && known.has(one)) {
      return one;
    }
    all = all.replace(british, instead);
  }
  return all !== typed && known.has(all) ? all : undefined;
}

/**
 * @param typed a word in lower case
 * @param known words of the edition and in how many sections each stands
 * @param unfinished whether more letters may follow: then a beginning of a known word is right
 * @returns the nearest known words, most frequent first, at most three; empty where `typed` is right or nothing is near
 */
export function corrections(
  typed: string,
  known: ReadonlyMap<string, number>,
  unfinished: boolean,
): string[] {
  const allowed = tolerance(typed.length);
  if (allowed === 0 || known.has(typed) || /\d/.test(typed)) {
    return [];
  }
  if (unfinished && [...known.keys()].some((word) => word.startsWith(typed))) {
    return [];
  }
  return nearestWords(typed, known, allowed).slice(0, 3);
}

/**
 * The known word nearest to one that found nothing, however short or far: a proposal, never searched for unasked.
 * @returns undefined where the nearest shares less than half of its letters
 */
export function proposal(typed: string, known: ReadonlyMap<string, number>): string | undefined {
  return nearestWords(typed, known, Math.floor(typed.length / 2))[0];
}

/** Words with the smallest distance, most frequent first. People get the first letter right. */
function nearestWords(
  typed: string,
  known: ReadonlyMap<string, number>,
  allowed: number,
): string[] {
  let nearest = allowed;
  let found: {word: string; count: number}[] = [];
  for (const [word, count] of known) {
    if (Math.abs(word.length - typed.length) > nearest || word[0] !== typed[0]) {
      continue;
    }
    const letters = distance(typed, word);
    if (letters < nearest) {
      nearest = letters;
      found = [];
    }
    if (letters === nearest) {
      found.push({word, count});
    }
  }
  return found.sort((a, b) => b.count - a.count).map(({word}) => word);
}
