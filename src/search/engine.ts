/** Asks the theme's own query code, word by word, and ranks what it finds. Runs in the worker; in Node for tests. */
import type {WordsFile} from './files';
import {readKeywords, readNames, type NamesFile} from './names';
import {rank, type PageFound} from './rank';
import {proposal} from './spelling';
import type {ThemeResult, ThemeSearch} from './theme';
import {understand, type Understood} from './understand';
import {wordsOf} from './words';

/** Names of the files of an edition, put into the theme's file name for a context. */
export const FIRST = 'first';
export const TEXT = 'text';
export const POSTS = 'posts';
export const NAMES = 'names';
export const WORDS = 'words';

/** Which files are asked. */
export interface Scope {
  /** Address of the edition's folder: `/`, `/docs/next/`. */
  edition: string;
  /** Address of the site's root, where the posts' file lies. */
  root: string;
}

export interface Answer {
  /** Pages of the edition, best first. */
  pages: PageFound[];
  /** Posts, best first. */
  posts: PageFound[];
  /** The query with its spelling mended, where it was. */
  corrected?: string;
  /** Where nothing was found: the nearest words that the edition knows. */
  proposal?: string;
}

export interface Engine {
  /** Begins to load all that answers need, what comes first before the rest. */
  load(scope: Scope): Promise<void>;
  /**
   * What titles, headings, descriptions, keywords and names answer.
   * @returns undefined where they do not answer all that was typed: then only `full` knows
   */
  quick(scope: Scope, query: string, limit: number): Promise<Answer | undefined>;
  /** The whole answer. */
  full(scope: Scope, query: string, limit: number): Promise<Answer>;
}

const RESULTS_PER_WORD = 400;
/** Answers to single words that are kept: who types on asks the same words again. */
const KEPT_WORDS = 200;
/** A query is a few words; more come from a paste and would be asked one by one. */
const LONGEST_QUERY = 200;

/** @param read gives the parsed content of a file by edition and name; rejects where it cannot be had */
export function createEngine(
  theme: ThemeSearch,
  read: (base: string, name: string) => Promise<unknown>,
): Engine {
  const names = remember(async (base) => {
    const {terms, keywords} = (await read(base, NAMES)) as NamesFile;
    return {names: readNames(terms), keywords: readKeywords(keywords), pageCount: keywords.length};
  });
  const words = remember(async (base) => readWords((await read(base, WORDS)) as WordsFile));
  const known = new Map<string, Promise<ThemeResult[]>>();

  function ask(base: string, name: string, word: string): Promise<ThemeResult[]> {
    const key = `${base} ${name} ${word}`;
    let answer = known.get(key);
    if (!answer) {
      answer = theme.search(base, name, word, RESULTS_PER_WORD);
      known.set(key, answer);
      if (known.size > KEPT_WORDS) {
        known.delete(known.keys().next().value!);
      }
    }
    return answer;
  }

  async function askAll(
    {wanted}: Understood,
    files: readonly [base: string, name: string][],
  ): Promise<Map<string, ThemeResult[]>> {
    const all = new Set(wanted.flatMap(({alternatives}) => alternatives.flatMap((a) => a.words)));
    const answers = new Map<string, ThemeResult[]>();
    for (const word of all) {
      // A letter begins hundreds of words, and lunr joins the places of each: most of a slow keystroke, for no result.
      const asked = word.length > 1 ? files : files.filter(([, name]) => name === FIRST);
      const found = await Promise.all(asked.map(([base, name]) => ask(base, name, word)));
      answers.set(word, found.flat());
    }
    return answers;
  }

  async function first(edition: string): Promise<void> {
    await Promise.all([names(edition), theme.fetchIndexes(edition, FIRST)]);
  }

  return {
    async load({edition, root}) {
      await first(edition);
      await Promise.all([
        words(edition),
        theme.fetchIndexes(edition, TEXT),
        theme.fetchIndexes(root, POSTS),
      ]);
    },

    async quick({edition}, query, limit) {
      const known = await names(edition);
      const understood = understand(query.slice(0, LONGEST_QUERY), known, new Map());
      const answers = await askAll(understood, [[edition, FIRST]]);
      const {pages, covered} = rank(understood, answers, limit, known.pageCount);
      return covered && pages.length > 0 ? {pages, posts: []} : undefined;
    },

    async full({edition, root}, query, limit) {
      // On a slow line the larger files would delay the first answer.
      await first(edition);
      const known = await words(edition);
      const called = await names(edition);
      const understood = understand(query.slice(0, LONGEST_QUERY), called, known);
      const [pages, posts] = await Promise.all([
        askAll(understood, [
          [edition, FIRST],
          [edition, TEXT],
        ]),
        askAll(understood, [[root, POSTS]]),
      ]);
      const answer: Answer = {
        pages: rank(understood, pages, limit, called.pageCount).pages,
        posts: rank(understood, posts, limit, called.pageCount).pages,
        ...(understood.corrected ? {corrected: understood.corrected} : {}),
      };
      if (answer.pages.length + answer.posts.length === 0) {
        const nearest = proposeWords(query.slice(0, LONGEST_QUERY), known);
        return nearest ? {...answer, proposal: nearest} : answer;
      }
      return answer;
    },
  };
}

function proposeWords(query: string, known: ReadonlyMap<string, number>): string | undefined {
  const typed = wordsOf(query);
  const nearest = typed.map((word) => (known.has(word) ? word : proposal(word, known)));
  return nearest.every((word) => word === undefined)
    ? undefined
    : nearest.filter((word) => word !== undefined).join(' ');
}

function readWords({words, counts}: WordsFile): ReadonlyMap<string, number> {
  return new Map(words.split('\n').map((word, n) => [word, Number(counts[n])]));
}

/** Reads a file once; one that could not be had is asked for again. */
function remember<T>(load: (base: string) => Promise<T>): (base: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (base) => {
    const known = loaded.get(base);
    if (known) {
      return known;
    }
    const value = load(base);
    loaded.set(base, value);
    value.catch(() => loaded.delete(base));
    return value;
  };
}
