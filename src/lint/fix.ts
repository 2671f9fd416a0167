/**
 * Makes the mends that problems offer, and checks again. Nothing stays changed that the new check does not find cleaner.
 * Never touched: released editions, and what lies outside docs/, blog/ and the word list.
 */
import fs from 'node:fs';
import path from 'node:path';
import {applyEdits} from './edits';
import type {Problem} from './problem';
import {checkAll, type CheckResult} from './run';
import {WORD_LIST} from './spelling';

export interface FixResult extends CheckResult {
  /** Files that were mended, with the rules that found something in them before and less now. */
  fixed: {file: string; rules: string[]}[];
}

/** One mend may uncover the next: a page whose syntax is put right is then read by all rules. */
const MAX_ROUNDS = 6;
/** Offsets in the text count only after these are mended. */
const WHOLE_FILE = ['file/byte-order-mark', 'file/line-endings'];
/** While there is one of these, nobody knows what else is wrong in the file. */
const UNREAD =
  /^(?:file\/(?:encoding|byte-order-mark|line-endings)|mdx\/syntax|[a-z-]+\/(?:syntax|order))$/;

/**
 * Mends what can be mended safely below a root.
 * @param root absolute path of the repository
 * @returns what is left, and what was mended
 */
export async function fixAll(root: string): Promise<FixResult> {
  const fixed = new Map<string, Set<string>>();
  const given = new Set<string>();
  let before = await checkAll(root);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const changes = changesFor(root, before.problems, given);
    if (changes.size === 0) {
      break;
    }
    const after = await tryChanges(root, changes, before, given);
    for (const file of changes.keys()) {
      if (!given.has(file)) {
        const rules = rulesOf(before.problems, file).filter(
          (rule) => countOf(after.problems, file, rule) < countOf(before.problems, file, rule),
        );
        fixed.set(file, new Set([...(fixed.get(file) ?? []), ...rules]));
      }
    }
    before = after;
  }
  return {
    ...before,
    fixed: [...fixed]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([file, rules]) => ({file, rules: [...rules].sort()})),
  };
}

/** New texts by file. */
function changesFor(
  root: string,
  problems: readonly Problem[],
  given: ReadonlySet<string>,
): Map<string, {old: Buffer; text: string}> {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.edit && mayChange(problem.file) && !given.has(problem.file)) {
      byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
    }
  }
  const changes = new Map<string, {old: Buffer; text: string}>();
  for (const [file, found] of byFile) {
    const absolute = path.join(root, file);
    const whole = found.filter(({rule}) => WHOLE_FILE.includes(rule));
    const edits = (whole.length > 0 ? whole : found).map(({edit}) => edit!);
    const old = fs.readFileSync(absolute);
    const source = old.toString('utf8');
    const text = applyEdits(source, edits);
    if (text !== source) {
      changes.set(file, {old, text});
    }
  }
  return changes;
}

function mayChange(file: string): boolean {
  return file === WORD_LIST || /^(?:docs|blog)\//.test(file);
}

/** Writes the texts, checks, and gives back every file that is not cleaner for it, until all that stays is. */
async function tryChanges(
  root: string,
  changes: ReadonlyMap<string, {old: Buffer; text: string}>,
  before: CheckResult,
  given: Set<string>,
): Promise<CheckResult> {
  const giveBack = (file: string): void => {
    fs.writeFileSync(path.join(root, file), changes.get(file)!.old);
    given.add(file);
  };
  try {
    for (const [file, {text}] of changes) {
      fs.writeFileSync(path.join(root, file), text);
    }
    for (;;) {
      const after = await checkAll(root);
      const changed = [...changes.keys()].filter((file) => !given.has(file));
      const worse = changed.filter((file) => !isCleaner(file, before.problems, after.problems));
      const elsewhere = newElsewhere(changes, before.problems, after.problems);
      const back = worse.length > 0 ? worse : elsewhere ? changed : [];
      if (back.length === 0) {
        return after;
      }
      back.forEach(giveBack);
    }
  } catch (error) {
    [...changes.keys()].filter((file) => !given.has(file)).forEach(giveBack);
    throw error;
  }
}

/** Fewer problems and no rule with more; or a text that can now be read, whatever is found in it. */
function isCleaner(file: string, before: readonly Problem[], after: readonly Problem[]): boolean {
  const unread = (problems: readonly Problem[]): number =>
    problems.filter((problem) => problem.file === file && UNREAD.test(problem.rule)).length;
  if (unread(after) < unread(before)) {
    return true;
  }
  const of = (problems: readonly Problem[]): number =>
    problems.filter((problem) => problem.file === file).length;
  return (
    of(after) < of(before) &&
    rulesOf(after, file).every((rule) => countOf(after, file, rule) <= countOf(before, file, rule))
  );
}

/** True where a file that was not touched has a problem that it did not have: a link to an id that is gone. */
function newElsewhere(
  changes: ReadonlyMap<string, unknown>,
  before: readonly Problem[],
  after: readonly Problem[],
): boolean {
  const others = after.filter(({file}) => !changes.has(file));
  return others.some(({file, rule}) => countOf(after, file, rule) > countOf(before, file, rule));
}

function rulesOf(problems: readonly Problem[], file: string): string[] {
  return [...new Set(problems.filter((problem) => problem.file === file).map(({rule}) => rule))];
}

function countOf(problems: readonly Problem[], file: string, rule: string): number {
  return problems.filter((problem) => problem.file === file && problem.rule === rule).length;
}
