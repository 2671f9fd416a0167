/** From what was typed to the things that are looked for, each with the ways in which pages may say it. */
import {
  LONGEST_NAME,
  looseMeaningsOf,
  meaningsOf,
  nameKey,
  type Keywords,
  type Meaning,
  type Names,
} from './names';
import {american, corrections} from './spelling';
import {tellingWords, wordsOf} from './words';

/** One way to say a thing, and how surely it is what was meant: 1 for the words typed. */
export interface Alternative {
  words: readonly string[];
  weight: number;
}

/** A thing looked for: one or more typed words. */
export interface Wanted {
  alternatives: Alternative[];
  /** Slugs of the pages that are about it. */
  homes: string[];
}

export interface Understood {
  wanted: Wanted[];
  /** Slugs of pages that have words of the query among their keywords, with how many of its words. */
  chosen: ReadonlyMap<string, number>;
  /** The query as it was understood, where that is not as it was typed. */
  corrected?: string;
}

/** A name of the vocabulary stands for the pages' word, less surely than the word itself; a mended word likewise. */
const NAME_WEIGHT = 0.9;
const CORRECTION_WEIGHT = 0.8;

/**
 * @param input what was typed
 * @param known words of the edition with their counts; empty while they are not loaded: then nothing is mended
 */
export function understand(
  input: string,
  {names, keywords}: {names: Names; keywords: Keywords},
  known: ReadonlyMap<string, number>,
): Understood {
  const typed = wordsOf(input);
  const telling = new Set(tellingWords(typed));
  const unfinished = !/\s$/.test(input);
  const british = typed.map((word) => american(word, known));
  const mended = typed.map((word, at) => {
    if (british[at]) {
      return [british[at]];
    }
    return known.size === 0 || !telling.has(word) || names.exact.has(nameKey([word]))
      ? []
      : corrections(word, known, unfinished && at === typed.length - 1);
  });
  const meant = typed.map((word, at) => mended[at]![0] ?? word);

  const wanted: Wanted[] = [];
  for (let at = 0; at < typed.length;) {
    // The first answer, for which the words are not loaded, does not wait for loose names to be read either.
    const isLoose = known.size > 0;
    const asTyped = longestName(typed, at, telling, names, isLoose);
    const asMeant = longestName(meant, at, telling, names, isLoose);
    const name = (asMeant?.end ?? 0) > (asTyped?.end ?? 0) ? asMeant : asTyped;
    const end = name?.end ?? at + 1;
    const own = typed.slice(at, end).filter((word) => telling.has(word));
    if (own.length > 0) {
      const thing: Wanted = {alternatives: [{words: own, weight: 1}], homes: []};
      const right = meant.slice(at, end).filter((_, n) => telling.has(typed[at + n]!));
      const isMended = right.some((word, n) => word !== own[n]);
      if (isMended) {
        const ways =
          own.length === 1 ? mended[typed.indexOf(own[0]!, at)]!.map((word) => [word]) : [right];
        thing.alternatives.push(...ways.map((words) => ({words, weight: CORRECTION_WEIGHT})));
      }
      for (const {words, page} of name?.meanings ?? []) {
        thing.homes.push(page);
        thing.alternatives.push({words, weight: NAME_WEIGHT * (isMended ? CORRECTION_WEIGHT : 1)});
      }
      wanted.push(thing);
    }
    at = end;
  }
  const chosen = pagesThatChose(
    meant.filter((_, at) => telling.has(typed[at]!)),
    keywords,
  );
  // A British spelling is no mistake.
  const corrected = meant.map((word, at) => (british[at] ? typed[at] : word)).join(' ');
  return {wanted, chosen, ...(corrected === typed.join(' ') ? {} : {corrected})};
}

function pagesThatChose(words: readonly string[], keywords: Keywords): Map<string, number> {
  const chosen = new Map<string, number>();
  for (let at = 0; at < words.length; at += 1) {
    for (let end = Math.min(words.length, at + LONGEST_NAME); end > at; end -= 1) {
      for (const page of keywords.get(nameKey(words.slice(at, end))) ?? []) {
        chosen.set(page, Math.max(chosen.get(page) ?? 0, end - at));
      }
    }
  }
  return chosen;
}

/** The longest name that begins with a word: as it was typed, else by its telling words alone, else loosely. */
function longestName(
  words: readonly string[],
  at: number,
  telling: ReadonlySet<string>,
  names: Names,
  isLoose: boolean,
): Name | undefined {
  for (let end = Math.min(words.length, at + LONGEST_NAME); end > at; end -= 1) {
    const all = words.slice(at, end);
    const isWhole = telling.has(words[at]!) && telling.has(words[end - 1]!);
    const meanings = meaningsOf(all, isWhole, names);
    if (meanings) {
      return {end, meanings};
    }
    const loose = isLoose && isWhole ? looseMeaningsOf(all, names) : undefined;
    if (loose && !reachesBeyond(words, at, end, telling, names)) {
      return {end, meanings: loose};
    }
  }
  return undefined;
}

interface Name {
  end: number;
  meanings: readonly Meaning[];
}

/** Whether a name begins within some words and ends after them: in "ketamine schedule 3" that is "schedule 3". */
function reachesBeyond(
  words: readonly string[],
  at: number,
  end: number,
  telling: ReadonlySet<string>,
  names: Names,
): boolean {
  for (let from = at + 1; from < end; from += 1) {
    for (let to = end + 1; to <= Math.min(words.length, from + LONGEST_NAME); to += 1) {
      const isWhole = telling.has(words[from]!) && telling.has(words[to - 1]!);
      if (isWhole && meaningsOf(words.slice(from, to), isWhole, names)) {
        return true;
      }
    }
  }
  return false;
}
