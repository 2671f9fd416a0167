/**
 * Which words of the draft no dictionary has. Dictionaries are those of background-thread.mjs; our own words are names and terms
 * of vocabulary.yml, the authors of references.yml, and spelling.txt for what neither can hold.
 */
import fs from 'node:fs';
import path from 'node:path';
import {readText} from '../evidence/read-text';
import type {Position} from '../evidence/yaml';
import {SHOWN_NAMES} from '../evidence/vocabulary';
import {inBackground} from './background';
import type {Content, EditionContent} from './content';
import {recordTexts} from './record-texts';
import {dataTexts} from './data-texts';
import type {Problem} from './problem';
import {mask, proseBlocks, withoutCitations} from './text';

/** Our own list, one word a line, in alphabetical order. */
export const WORD_LIST = 'spelling.txt';

export interface Misspelling extends Position {
  file: string;
  word: string;
}

export interface SpellingResult {
  /** Words that are in no dictionary and no list. */
  unknown: Misspelling[];
  list: WordList;
  /** Words of the list that some text needs. */
  needed: Set<string>;
  /** Words that are ours without the list: to find the one that was meant. */
  own: string[];
}

export interface WordList {
  lines: {word: string; line: number}[];
  text: string;
  problems: Problem[];
}

const cache = new WeakMap<Content, Promise<SpellingResult>>();

/** Checks all texts of the draft and the posts, once for all rules that ask. */
export function checkSpelling(content: Content): Promise<SpellingResult> {
  const known = cache.get(content) ?? spell(content);
  cache.set(content, known);
  return known;
}

/** Addresses, identifiers, and words of other scripts: nothing for an English dictionary. */
const NO_WORDS =
  /https?:\S+|\bwww\.\S+|[\w.+-]+@[\w.-]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|gov|net|edu|yml|mdx|json)\b\S*|\b[A-Z]{2,}[-‑]?\d[\w-]*|\b10\.\d{4,9}\/\S+|(?:(?!\p{Script=Latin})\p{L})+/gu;

interface Text {
  file: string;
  text: string;
  place(offset: number): Position;
}

async function spell(content: Content): Promise<SpellingResult> {
  const byFile = new Map<string, Text[]>();
  for (const entry of textsOf(content)) {
    byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
  }
  const files = [...byFile.values()];
  const joined = files.map((texts) =>
    texts.map(({text}) => mask(withoutCitations(text), NO_WORDS)).join('\n'),
  );
  const found = await inBackground('unknownWords', {texts: joined});

  const list = readWordList(content.root);
  const {exact, inflected} = ownWords(content.next);
  const listed = new Set(list.lines.map(({word}) => word));
  const needed = new Set<string>();
  const unknown: Misspelling[] = [];
  for (const [i, words] of found.entries()) {
    for (const part of words) {
      const {word, offset} = wholeWord(joined[i]!, part.offset);
      const forms = formsOf(word);
      if (exact.has(forms.plain) || forms.all.some((form) => inflected.has(form))) {
        continue;
      }
      const inList = forms.all.find((form) => listed.has(form));
      if (inList === undefined) {
        unknown.push({word, ...placeIn(files[i]!, offset)});
      } else {
        needed.add(inList);
      }
    }
  }
  return {unknown, list, needed, own: [...exact, ...inflected, ...listed]};
}

/** `NeuPSIG` is told as one word, where the dictionaries looked at its parts. */
function wholeWord(text: string, offset: number): {word: string; offset: number} {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, offset - 50), offset))![0].length;
  const start = offset - before;
  return {word: /^[\p{L}\p{M}'’]*/u.exec(text.slice(start, start + 100))![0], offset: start};
}

function placeIn(texts: readonly Text[], offset: number): Position & {file: string} {
  let start = 0;
  for (const {text, file, place} of texts) {
    if (offset <= start + text.length) {
      return {file, ...place(offset - start)};
    }
    start += text.length + 1;
  }
  return {file: texts[0]!.file, line: 1, column: 1};
}

function textsOf({next, posts}: Content): Text[] {
  return [
    ...[...next.pages.values(), ...posts]
      .filter(({parsed}) => parsed)
      .flatMap((document) =>
        proseBlocks(document).map(({text, place}) => ({file: document.file, text, place})),
      ),
    ...dataTexts(next),
    ...recordTexts(next),
  ];
}

/** A word as it stands, without 's, and as it would stand in the middle of a sentence, in the singular. */
function formsOf(word: string): {plain: string; all: string[]} {
  const plain = word.replace(/['’]s?$/, '');
  const lower = plain.charAt(0).toLowerCase() + plain.slice(1);
  const forms = [plain, lower];
  return {plain, all: [...forms, ...forms.map((form) => form.replace(/s$/, ''))]};
}

/** Names are names as they are written: a surname "Teh" makes no "teh" right. Terms may stand in the plural. */
function ownWords({evidence, data}: EditionContent): {
  exact: Set<string>;
  inflected: Set<string>;
} {
  const authors = [...evidence.references.values()].flatMap(({author = [], editor = []}) =>
    [...author, ...editor].map((name) => ('literal' in name ? name.literal : name.family)),
  );
  const terms = (data.vocabulary.value ?? []).flatMap((term) => [
    term.term,
    ...SHOWN_NAMES.flatMap((field) => term[field] ?? []),
  ]);
  return {exact: new Set(authors.flatMap(wordsOf)), inflected: new Set(terms.flatMap(wordsOf))};
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
}

function readWordList(root: string): WordList {
  const absolute = path.join(root, WORD_LIST);
  if (!fs.lstatSync(absolute, {throwIfNoEntry: false})) {
    return {lines: [], text: '', problems: []};
  }
  const {text, problems} = readText(absolute, WORD_LIST);
  const lines = text.split('\n').flatMap((line, i) => {
    const word = line.trim();
    return word === '' || word.startsWith('#') ? [] : [{word, line: i + 1}];
  });
  return {lines, text, problems};
}
