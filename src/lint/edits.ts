/** Mends that need no thought, as edits of a file's text. fix.ts makes them. */
import {isDeepStrictEqual} from 'node:util';
import {isSeq, parseDocument} from 'yaml';
import type {Position} from '../evidence/yaml';
import type {Edit, Problem} from './problem';

/** Offset of a place in a text whose lines end in line feeds. */
export function offsetAt(source: string, {line, column}: Position): number {
  let at = 0;
  for (let i = 1; i < line; i += 1) {
    at = source.indexOf('\n', at) + 1;
  }
  return at + column - 1;
}

/** Replaces what was found at a place; nothing where it does not stand there as it was found. */
export function replaceAt(
  source: string,
  at: Position,
  found: string,
  text: string,
): Pick<Problem, 'edit'> {
  const start = offsetAt(source, at);
  return found !== '' && source.startsWith(found, start)
    ? {edit: {start, end: start + found.length, text}}
    : {};
}

/** Replaces a whole text; nothing where there is no difference. */
export function replaceAll(source: string, text: string): Pick<Problem, 'edit'> {
  return source === text ? {} : {edit: {start: 0, end: source.length, text}};
}

/** Puts a list into order, for an entry that stands out of it. */
export function sortEdit(source: string, field: string): Pick<Problem, 'edit'> {
  const sorted = sortedList(source, field);
  return sorted === undefined ? {} : replaceAll(source, sorted);
}

/** The text with edits made that do not overlap; a later one that overlaps an earlier one waits for the next time. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let end = 0;
  for (const edit of sorted) {
    if (edit.start >= end) {
      result += text.slice(end, edit.start) + edit.text;
      end = edit.end;
    }
  }
  return result + text.slice(end);
}

/**
 * A YAML list with its entries sorted by a field, each with the comment above it; equal ones keep their order. Undefined
 * where entries do not stand one below the other as `- ` at the begin of a line.
 */
export function sortedList(source: string, field: string): string | undefined {
  const document = parseDocument(source);
  const {contents} = document;
  if (document.errors.length > 0 || !isSeq(contents) || contents.flow) {
    return undefined;
  }
  const starts = [...source.matchAll(/^(?:#.*\n)*- /gm)].map(({index}) => index);
  const values = contents.toJSON() as Record<string, unknown>[];
  if (starts.length !== values.length) {
    return undefined;
  }
  // The comment at the head of a file is about the file.
  const head = /^(?:#.*\n)+/.exec(source)?.[0] ?? '';
  const first = starts[0] === 0 ? head.length : (starts[0] ?? 0);
  const entries = values.map((value, i) => ({
    key: String(value[field]),
    value,
    text: `${source.slice(i === 0 ? first : starts[i], starts[i + 1]).replace(/\n*$/, '')}\n`,
    gap: /\n\n+$/.test(source.slice(starts[i], starts[i + 1])) ? '\n' : '',
  }));
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const gap = entries.slice(0, -1).every((entry) => entry.gap !== '') && entries.length > 1;
  const text = source.slice(0, first) + sorted.map((entry) => entry.text).join(gap ? '\n' : '');
  return isDeepStrictEqual(
    parseDocument(text).toJS(),
    sorted.map(({value}) => value),
  )
    ? text
    : undefined;
}
