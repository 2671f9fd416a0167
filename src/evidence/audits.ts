/** docs/_evidence/audits.yml: every audit of the site's figures, with its numbers. What can be computed is not typed. */
import path from 'node:path';
import * as z from 'zod';
import {loadDataFile, type DataFile} from './data-file';
import {dateSchema} from './schemas';

/** What an audit can find instead of a correct statement, worst first. */
export const ERROR_CLASSES = ['wrong', 'unsupported', 'imprecise'] as const;

/** All results that are not "correct". */
export const RESULT_CLASSES = [...ERROR_CLASSES, 'unsettled'] as const;

export type ResultClass = (typeof RESULT_CLASSES)[number];

function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what});
}

const count = z.number({error: 'a whole number'}).int({error: 'a whole number'}).min(0);

const resultSchema = z
  .strictObject(
    {
      group: text('what this part of the audit covered'),
      checked: count.positive({error: 'how many were checked: a whole number above 0'}),
      wrong: count.optional(),
      unsupported: count.optional(),
      imprecise: count.optional(),
      unsettled: count.optional(),
    },
    {error: 'group, checked, and wrong, unsupported, imprecise, unsettled where there were any'},
  )
  .refine((result) => notCorrect(result) <= result.checked, {
    error: 'results that add up to no more than were checked',
  });

const auditSchema = z
  .strictObject(
    {
      id: z
        .string({error: 'a name that never changes'})
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {error: 'lower-case words with hyphens'}),
      date: z.string({error: 'the day it was finished: YYYY-MM-DD'}).pipe(dateSchema),
      title: text('what was audited, in a few words'),
      kind: z.enum(['sample', 'full'], {
        error: 'sample (drawn at random) or full (everything read)',
      }),
      unit: text('what was counted: "statements with figures"'),
      approximate: z
        .boolean({error: 'true where `checked` is a round number, else no such field'})
        .optional(),
      sample: text('how what was audited was chosen'),
      method: text('how it was compared with its sources'),
      auditors: text('who did it, and who did not'),
      results: z
        .array(resultSchema, {error: 'a list of group, checked and results'})
        .min(1, {error: 'at least one group'}),
      mended: count,
      also: z.array(text('a sentence'), {error: 'a list of sentences'}).min(1).optional(),
      limits: z
        .array(text('a sentence'), {error: 'a list of sentences: what the audit cannot show'})
        .min(1, {error: 'at least one limit'}),
    },
    {error: 'fields of an audit: see CONTRIBUTING.md'},
  )
  .refine(({mended, results}) => mended <= errorsIn(results), {
    path: ['mended'],
    error: 'no more than the wrong, unsupported and imprecise together',
  });

export const auditsSchema = z
  .array(auditSchema, {error: 'a list of audits, the newest first'})
  .superRefine((audits, context) => {
    audits.forEach(({id, date}, i) => {
      if (audits.findIndex((other) => other.id === id) < i) {
        context.addIssue({code: 'custom', path: [i, 'id'], message: 'each id once'});
      }
      if (i > 0 && date > audits[i - 1]!.date) {
        context.addIssue({code: 'custom', path: [i, 'date'], message: 'the newest audit first'});
      }
    });
  });

export type AuditResult = z.infer<typeof resultSchema>;
export type Audit = z.infer<typeof auditSchema>;

/** @param evidenceDir absolute path of the edition's `_evidence` */
export function loadAudits(evidenceDir: string, root: string): DataFile<Audit[]> {
  return loadDataFile(path.join(evidenceDir, 'audits.yml'), root, auditsSchema, 'audits');
}

type Counts = Partial<Record<ResultClass, number>>;

function notCorrect(counts: Counts): number {
  return RESULT_CLASSES.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}

/** How many of a group were correct. */
export function correctIn(result: AuditResult): number {
  return result.checked - notCorrect(result);
}

/** How many errors of any class an audit found. */
export function errorsIn(results: readonly AuditResult[]): number {
  return results.reduce(
    (sum, result) => sum + ERROR_CLASSES.reduce((n, name) => n + (result[name] ?? 0), 0),
    0,
  );
}

/** The groups of an audit as one. */
export function totalOf(results: readonly AuditResult[]): AuditResult {
  const sum = (name: 'checked' | ResultClass) =>
    results.reduce((n, result) => n + (result[name] ?? 0), 0);
  return {
    group: 'All',
    checked: sum('checked'),
    ...Object.fromEntries(RESULT_CLASSES.map((name) => [name, sum(name)])),
  };
}

/**
 * Exact one-sided 95% upper bound (Clopper and Pearson) of a proportion: the true rate at which so few events, or fewer,
 * would be seen in 5 of 100 such samples.
 * @returns a proportion between 0 and 1
 */
export function upperBound(events: number, of: number): number {
  if (events >= of) {
    return 1;
  }
  let [low, high] = [events / of, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (atMost(events, of, middle) > 0.05) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

/** Chance of at most so many events in a sample, each with probability p. */
function atMost(events: number, of: number, p: number): number {
  let term = of * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let k = 1; k <= events; k += 1) {
    term += Math.log((of - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(term);
  }
  return sum;
}
