/**
 * One finding about a contributor's file. Loaders, checks, remark transforms and commands gather these;
 * nothing throws a bare string. Printed by `formatProblems` in report.ts and nowhere else.
 */
export interface Problem {
  /** Path relative to the repository root, with forward slashes. */
  file: string;
  /** First line of the finding, counted from 1 (front matter included). */
  line: number;
  /** Column in characters, counted from 1. */
  column: number;
  /** `<group>/<what>`, the name of the rule's file: rules/cite-unknown-key.ts is `cite/unknown-key`. */
  rule: string;
  /** `warning`: printed, and stops nothing. An error where left out. */
  severity?: 'warning';
  /** What stands there, quoted as typed. */
  found: string;
  /** What should stand there. */
  expected?: string;
  /** Nearest valid values, best first. */
  closest?: string[];
  /** How to mend it, in one sentence or command. */
  fix?: string;
  /** Why it matters, in one sentence. */
  help?: string;
  /** A mend that is safe without knowing what is meant. `npm run check -- --fix` makes it, and keeps it only if it helps. */
  edit?: Edit;
}

/** Replaces the part of a file's text between two offsets, counted in UTF-16 units. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Without the warnings: what must be mended before a build or an edition. */
export function errorsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter(({severity}) => severity !== 'warning');
}

/** Sorts by file, line, column, rule, so that the same input always prints the same report. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      a.line - b.line ||
      a.column - b.column ||
      a.rule.localeCompare(b.rule, 'en'),
  );
}
