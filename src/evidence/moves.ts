/** docs/_moves.yml: where a page or section went. Addresses that were once published lead on to their new place. */
import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type {Problem} from '../lint/problem';
import {readText} from './read-text';
import {parseYaml, type Position} from './yaml';

/** `slug` for a page, `slug#id` for a section. */
export const TARGET = /^[a-z0-9]+(?:[/-][a-z0-9]+)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

function target(what: string) {
  return z.string({error: what}).regex(TARGET, {error: `${what}: slug or slug#id`});
}

const moveSchema = z.strictObject(
  {
    from: target('the place that is gone'),
    to: target('the place that took it over'),
    since: z
      .string({error: 'the edition that moved it, in quotes: "2.0"'})
      .regex(/^\d+\.\d+$/, {error: 'the edition that moved it, in quotes: "2.0"'}),
    reason: z
      .string({error: 'why it moved, in a sentence'})
      .trim()
      .min(1, {error: 'why it moved, in a sentence'}),
  },
  {error: 'from, to, since and reason'},
);

export const movesSchema = z.array(moveSchema, {error: 'a list of from, to, since and reason'});

export type Move = z.infer<typeof moveSchema>;

export interface Moves {
  moves: Move[];
  /** Place of an entry's field, for messages. */
  place(index: number, field: keyof Move): Position & {file: string};
  problems: Problem[];
}

/**
 * Reads `_moves.yml` of a docs folder. No such file means that nothing has moved.
 * @param docsDir absolute path of `docs`
 * @param root repository root, for the paths in problems
 */
export function loadMoves(docsDir: string, root: string): Moves {
  const absolute = path.join(docsDir, '_moves.yml');
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const nothing: Moves = {moves: [], place: () => ({file, line: 1, column: 1}), problems: []};
  if (!fs.lstatSync(absolute, {throwIfNoEntry: false})) {
    return nothing;
  }
  const {text, readable, problems} = readText(absolute, file);
  // A file that holds only its comment is an empty list.
  if (!readable || text.replace(/^\s*#.*$/gm, '').trim() === '') {
    return {...nothing, problems};
  }
  const yaml = parseYaml(text, file, movesSchema, {rule: 'moves'});
  return {
    moves: yaml.value ?? [],
    place: (index, field) => ({file, ...yaml.at([index, field])}),
    problems: [...problems, ...yaml.problems],
  };
}

/** `safety/monitoring#vital-signs` is page `safety/monitoring`, id `vital-signs`. */
export function splitTarget(text: string): {slug: string; id?: string} {
  const [slug = '', id] = text.split('#');
  return id === undefined ? {slug} : {slug, id};
}

export type Resolution =
  | {kind: 'exists'; at: string}
  /** The last place, which is neither there nor moved on. */
  | {kind: 'gone'; at: string}
  /** Places of a circle, the first repeated at the end. */
  | {kind: 'cycle'; chain: string[]};

/**
 * Follows moves from a place until one exists. A page that moved takes its sections along: where `old` went to `new`,
 * `old#id` leads to `new#id` if it is there, else to the top of `new`.
 * @param exists whether a page or section is there
 */
export function followMoves(
  from: string,
  moves: readonly Move[],
  exists: (target: string) => boolean,
): Resolution {
  const byFrom = new Map(moves.map((move) => [move.from, move.to]));
  const chain: string[] = [];
  let at = from;
  for (;;) {
    if (chain.includes(at)) {
      return {kind: 'cycle', chain: [...chain.slice(chain.indexOf(at)), at]};
    }
    chain.push(at);
    if (exists(at)) {
      return {kind: 'exists', at};
    }
    const {slug, id} = splitTarget(at);
    const to = byFrom.get(at);
    const pageTo = byFrom.get(slug);
    if (to !== undefined) {
      at = to;
    } else if (id !== undefined && pageTo !== undefined) {
      const {slug: newSlug, id: newId} = splitTarget(pageTo);
      const kept = `${newSlug}#${id}`;
      // The section may have been renamed on its new page, or that page may have moved on.
      const goesOn = exists(kept) || byFrom.has(kept) || byFrom.has(newSlug);
      at = newId === undefined && goesOn ? kept : pageTo;
    } else {
      return {kind: 'gone', at};
    }
  }
}
