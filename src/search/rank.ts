/**
 * Ranks what the theme finds. The theme asks for all words within one title, heading or paragraph; a reader's words lie
 * apart ("TRD dose": the page is about the one, its section about the other) and are often not the page's. So each word
 * is asked for by itself, and pages are ranked by how well their best places answer all that is wanted, sections within
 * a page likewise.
 */
import {CONTENT, HEADING, type Kind, type ThemeResult} from './theme';
import type {Understood, Wanted} from './understand';
import {isIndexed, stemOf} from './words';

export interface SectionFound {
  /** `#section`, or '' for the page itself. */
  hash: string;
  heading: string;
  /** Beginnings of the words found in it: what is marked. */
  marks: string[];
}

export interface PageFound {
  /** Id of the page, under which its texts lie. */
  id: number;
  url: string;
  title: string;
  breadcrumb: string[];
  /** Best first, at most three. */
  sections: SectionFound[];
}

/** What a match is worth by where it stands: a title says what a page is about, a keyword was chosen, text mentions. */
const WORTH: Record<Kind, number> = {0: 3, 1: 1.6, 2: 1.6, 3: 2, 4: 1};
/** The beginning of a word is worth less than the whole. */
const BEGINNING = 0.5;
/** What the best section adds to what the whole page answers: one place for all beats many places for each. */
const BEST_SECTION = 0.5;
/** A page that the vocabulary names for a thing counts this much more for it. */
const HOME = 1.6;
/** Of two pages that answer alike, the overview is the place to begin. */
const OVERVIEW = 1.1;
/** A page that chose words of the query as a keyword counts more; one word is often chosen by several pages. */
const KEYWORD = 1.1;
const KEYWORD_OF_SEVERAL_WORDS = 1.4;
/** A name of several words is worth more than one word, but not as often as it has words. */
const LENGTH_EXPONENT = 0.2;
const SECTIONS_PER_PAGE = 3;
/** What answers less than this share of what the best answers is not shown: it would say one word of several. */
const RELEVANT = 0.25;
/** But so many are shown where they answer at all: a name that is one page's own may not hide all others. */
const AT_LEAST = 5;
/** What a word that stands on every page still counts: here "ketamine" says little about which page is meant. */
const COMMON = 0.4;

interface Place {
  heading: string;
  kind: Kind;
  /** By word asked for. */
  scores: Map<string, number>;
}

interface Page {
  id: number;
  title: string;
  breadcrumb: string[];
  /** By `#section`. */
  places: Map<string, Place>;
}

/**
 * @param answers the theme's results by word
 * @returns pages, best first; `covered` says whether some page answers each thing
 */
export function rank(
  {wanted, chosen}: Understood,
  answers: ReadonlyMap<string, readonly ThemeResult[]>,
  limit: number,
  pageCount: number,
): {pages: PageFound[]; covered: boolean} {
  const pages = gather(answers, pageCount);
  const covered = wanted.every(
    (thing) =>
      // What no index keeps cannot be found, and need not be waited for.
      !thing.alternatives.some(({words}) => words.some(isIndexed)) ||
      [...pages].some(([url, page]) => worthOf(thing, (word) => bestOf(page, word), url) > 0),
  );
  const ranked = [...pages].map(([url, page]) => {
    const sections = [...page.places]
      .map(([hash, place]) => ({
        hash,
        place,
        score: sum(wanted, (word) => place.scores.get(word) ?? 0),
      }))
      .sort((a, b) => b.score - a.score);
    const whole = sum(wanted, (word) => bestOf(page, word), url);
    const score = whole + BEST_SECTION * sections[0]!.score;
    return {url, page, sections, score: score * bonusOf(url, chosen)};
  });
  ranked.sort((a, b) => b.score - a.score);
  const relevant = ranked.filter(
    ({score}, n) => n < AT_LEAST || score >= RELEVANT * ranked[0]!.score,
  );
  return {
    covered,
    pages: relevant.slice(0, limit).map(({url, page, sections}) => ({
      id: page.id,
      url,
      title: page.title,
      breadcrumb: page.breadcrumb,
      sections: sections.slice(0, SECTIONS_PER_PAGE).map(({hash, place}) => ({
        hash,
        heading: place.heading,
        marks: [...place.scores.keys()].map(markOf),
      })),
    })),
  };
}

function gather(
  answers: ReadonlyMap<string, readonly ThemeResult[]>,
  pageCount: number,
): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const [word, results] of answers) {
    const share = new Set(results.map(({document}) => document.u)).size / Math.max(1, pageCount);
    const telling = 1 - (1 - COMMON) * Math.min(1, share);
    for (const result of results) {
      const {document, type} = result;
      const title = result.page || document;
      let page = pages.get(document.u);
      if (!page) {
        page = {id: title.i, title: title.t ?? '', breadcrumb: title.b ?? [], places: new Map()};
        pages.set(document.u, page);
      }
      const hash = document.h ?? '';
      let place = page.places.get(hash);
      if (!place) {
        place = {heading: page.title, kind: type, scores: new Map()};
        page.places.set(hash, place);
      }
      if (hash) {
        place.heading =
          (type === HEADING ? document.t : type === CONTENT ? document.s : '') ?? page.title;
      }
      place.scores.set(
        word,
        Math.max(place.scores.get(word) ?? 0, telling * scoreOf(word, result)),
      );
    }
  }
  return pages;
}

function bonusOf(url: string, chosen: Understood['chosen']): number {
  let keyword = 1;
  for (const [slug, words] of chosen) {
    if (url.endsWith(`/${slug}/`)) {
      keyword = words > 1 ? KEYWORD_OF_SEVERAL_WORDS : KEYWORD;
    }
  }
  return keyword * (/\/overview\/$/.test(url) ? OVERVIEW : 1);
}

function bestOf({places}: Page, word: string): number {
  let best = 0;
  for (const {scores} of places.values()) {
    best = Math.max(best, scores.get(word) ?? 0);
  }
  return best;
}

/** How well a place answers all that is wanted. */
function sum(wanted: readonly Wanted[], scoreOfWord: (word: string) => number, url = ''): number {
  return wanted.reduce((total, thing) => total + worthOf(thing, scoreOfWord, url), 0);
}

/** The best way in which a place says a thing. */
function worthOf(
  {alternatives, homes}: Wanted,
  scoreOfWord: (word: string) => number,
  url: string,
): number {
  let best = 0;
  for (const {words, weight} of alternatives) {
    let total = 0;
    for (const word of words) {
      total += scoreOfWord(word);
    }
    best = Math.max(best, (weight * total) / words.length ** LENGTH_EXPONENT);
  }
  return best * (homes.some((home) => url.endsWith(`/${home}/`)) ? HOME : 1);
}

/** lunr's score (BM25: rare words count more) by where the word stands, and whether it is the whole word. */
function scoreOf(word: string, {type, score, metadata}: ThemeResult): number {
  const whole = Object.keys(metadata).some((stem) => stem.length <= word.length);
  return WORTH[type] * score * (whole ? 1 : BEGINNING);
}

/** What a word and its stem begin with alike: "urinary", kept as "urinari", marks what begins with "urinar". */
function markOf(word: string): string {
  const stem = stemOf(word);
  let length = 0;
  while (length < word.length && word[length] === stem[length]) {
    length += 1;
  }
  return word.slice(0, Math.max(length, 1));
}
