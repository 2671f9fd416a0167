/**
 * docs/_evidence/vocabulary.yml: the words of the field, sorted by id. The glossary shows what a term means and what else
 * it is called; search also knows what people type instead.
 */
import path from 'node:path';
import * as z from 'zod';
import {loadDataFile, type DataFile} from './data-file';
import {inOrder, withoutDuplicates} from './entries';
import {HEADING_ID} from './front-matter';
import {TARGET} from './moves';

/** What a term names. */
export const TERM_CATEGORIES = [
  'anatomy',
  'condition',
  'drug',
  'effect',
  'law',
  'method',
  'pharmacology',
  'practice',
  'scale',
] as const;

/** Names that the glossary shows, and what it calls them. */
export const SHOWN_NAMES = ['abbreviations', 'brands', 'spellings', 'lay'] as const;

/** Words that lead to the term and are not shown: no names of it, or wrongly spelled. */
const SEARCH_ONLY = ['searched_as', 'misspellings'] as const;

/** Id of the heading above terms that begin with a digit. */
const DIGITS = '0-9';

function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what});
}

function names(what: string) {
  return z
    .array(
      text('a word or words; quote a number').refine((name) => !name.includes(';'), {
        error: 'one name, without a semicolon',
      }),
      {error: `a list of ${what}`},
    )
    .min(1, {error: `at least one of ${what}, or no such field`})
    .optional();
}

const termSchema = z.strictObject(
  {
    id: z
      .string({error: 'an address that never changes'})
      .regex(HEADING_ID, {error: 'an id of lower-case letters, digits and hyphens'})
      .refine((id) => id.length > 1 && id !== DIGITS, {
        error: 'an id of at least two letters: single letters are headings of the glossary',
      }),
    term: text('the name that pages use'),
    category: z.enum(TERM_CATEGORIES, {error: `one of ${TERM_CATEGORIES.join(', ')}`}),
    definition: text('one or two plain sentences'),
    abbreviations: names('abbreviations and codes'),
    brands: names('brand names'),
    spellings: names('other names and spellings'),
    lay: names('everyday words for it'),
    searched_as: names('words that lead here and are no names of it'),
    misspellings: names('misspellings'),
    page: z
      .string({error: 'the page about it: slug or slug#id'})
      .regex(TARGET, {error: 'the page about it: slug or slug#id'}),
  },
  {error: 'id, term, category, definition and page'},
);

export const vocabularySchema = z
  .array(termSchema, {error: 'a list of terms'})
  .min(1, {error: 'at least one term'});

export type Term = z.infer<typeof termSchema>;

/** Reads vocabulary.yml of an `_evidence` folder; `root` is for the paths in problems. */
export function loadVocabulary(dir: string, root: string): DataFile<Term[]> {
  const file = loadDataFile(path.join(dir, 'vocabulary.yml'), root, vocabularySchema, 'vocabulary');
  return inOrder(withoutDuplicates(file, 'vocabulary'), 'id', 'vocabulary');
}

/** Every word that should find the term, the preferred one first: for search. */
export function wordsFor(term: Term): string[] {
  return [term.term, ...[...SHOWN_NAMES, ...SEARCH_ONLY].flatMap((field) => term[field] ?? [])];
}

export interface GlossarySection {
  /** `a`, or `0-9`. */
  id: string;
  /** `A`, or `0 to 9`. */
  title: string;
  terms: Term[];
}

/** Terms by first letter, as a reader looks them up: accents and case do not count. */
export function glossarySections(terms: readonly Term[]): GlossarySection[] {
  const sections = new Map<string, Term[]>();
  const sorted = [...terms].sort(
    (a, b) => a.term.localeCompare(b.term, 'en') || (a.id < b.id ? -1 : 1),
  );
  for (const term of sorted) {
    const id = letterOf(term.term);
    sections.set(id, [...(sections.get(id) ?? []), term]);
  }
  return [...sections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ofLetter]) => ({
      id,
      title: id === DIGITS ? '0 to 9' : id.toUpperCase(),
      terms: ofLetter,
    }));
}

function letterOf(term: string): string {
  const first = term.normalize('NFD').charAt(0).toLowerCase();
  return /[a-z]/.test(first) ? first : DIGITS;
}
