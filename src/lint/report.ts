import {errorsOf, sortProblems, type Problem} from './problem';

const LABELS = [
  ['found', 'Found'],
  ['expected', 'Expected'],
  ['closest', 'Closest'],
  ['fix', 'Fix'],
  ['help', 'Why'],
] as const;

/** Every rule with its reason and examples. Written by `npm run rules`. */
export const RULES_PAGE = 'src/lint/RULES.md';

/** Where a rule is explained: `src/lint/RULES.md#citeunknown-key`, as GitHub names headings. */
export function ruleAddress(rule: string): string {
  return `${RULES_PAGE}#${rule.replace('/', '')}`;
}

export interface ReportOptions {
  /** Each problem ends with the place where its rule is explained. */
  addresses?: boolean;
}

/** One problem as a block that begins with a clickable `file:line:column  rule`. */
export function formatProblem(problem: Problem, {addresses = false}: ReportOptions = {}): string {
  const kind = problem.severity ? `  (${problem.severity})` : '';
  const lines = [`${problem.file}:${problem.line}:${problem.column}  ${problem.rule}${kind}`];
  for (const [key, label] of LABELS) {
    const value = problem[key];
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (text) {
      lines.push(`  ${label.padEnd(10)} ${text}`);
    }
  }
  if (addresses) {
    lines.push(`  ${'Rule'.padEnd(10)} ${ruleAddress(problem.rule)}`);
  }
  return lines.join('\n');
}

/** `1 problem`, `2 problems`: no message reads "1 problems". */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

/** Every problem, then a count by rule. Empty string for an empty list. */
export function formatProblems(problems: readonly Problem[], options?: ReportOptions): string {
  if (problems.length === 0) {
    return '';
  }
  const byRule = new Map<string, number>();
  for (const {rule} of problems) {
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  const counts = [...byRule]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([rule, n]) => `  ${rule}: ${n}`);
  return [
    ...sortProblems(problems).map((problem) => formatProblem(problem, options)),
    `${count(problems.length, 'problem')}:`,
    ...counts,
  ]
    .join('\n\n')
    .replace(/\n\n(?= {2}\S+: \d+(\n|$))/g, '\n');
}

/** Thrown once, at the end, by whoever must stop a build: its message is the whole report. */
export class ProblemsError extends Error {
  constructor(problems: readonly Problem[], options?: ReportOptions) {
    super(`\n\n${formatProblems(problems, options)}\n`);
    this.name = 'ProblemsError';
    // The place that matters is in the contributor's file, not in our code.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Throws when there is at least one problem that is no warning. */
export function stopOnProblems(problems: readonly Problem[], options?: ReportOptions): void {
  const errors = errorsOf(problems);
  if (errors.length > 0) {
    throw new ProblemsError(errors, options);
  }
}
