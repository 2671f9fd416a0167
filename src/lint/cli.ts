/**
 * Checks all content: pages, posts, references, figures and moves.
 *
 *   npm run check                       report for people
 *   npm run check -- --json             the problems as a JSON array
 *   npm run check -- --github           annotations on the lines of a pull request
 *   npm run check -- --root DIR         another repository than the one here
 *
 * Exits 1 when there is a problem that is no warning, 2 when it could not run.
 */
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {errorsOf, type Problem} from './problem';
import {count, formatProblems} from './report';
import {checkContent, type CheckCounts} from './run';

const USAGE = 'Usage: npm run check -- [--json | --github] [--root DIR]';

/**
 * Runs the command.
 * @param say prints a line
 * @returns the exit code
 */
export function run(args: string[], say: (line: string) => void): number {
  try {
    return check(args, say);
  } catch (error) {
    // A contributor is told what is wrong, not where in our code it came up.
    say(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
}

function check(args: string[], say: (line: string) => void): number {
  const {values} = parseArgs({
    args,
    options: {
      json: {type: 'boolean', default: false},
      github: {type: 'boolean', default: false},
      root: {type: 'string', default: process.cwd()},
    },
  });
  const root = path.resolve(values.root);
  if (!fs.existsSync(root)) {
    throw new Error(`no such folder: ${root}`);
  }
  const {problems, counts} = checkContent(root);
  if (values.json) {
    say(JSON.stringify(problems, undefined, 2));
  } else if (values.github) {
    problems.forEach((problem) => say(githubAnnotation(problem)));
    say(summary(counts));
  } else {
    if (problems.length > 0) {
      say(`${formatProblems(problems)}\n`);
    }
    say(summary(counts));
  }
  return errorsOf(problems).length > 0 ? 1 : 0;
}

/** `checked 110 pages in 2 editions, 12 posts, 480 references, 280 studies with 31 rules`: a zero shows. */
export function summary(counts: CheckCounts): string {
  const {pages, posts, references, studies, editions, rules} = counts;
  // The draft is an edition as well.
  const where = editions > 0 ? ` in ${count(editions + 1, 'edition')}` : '';
  return `checked ${count(pages, 'page')}${where}, ${count(posts, 'post')}, ${count(references, 'reference')}, ${count(studies, 'study', 'studies')} with ${count(rules, 'rule')}`;
}

/** A workflow command of GitHub Actions: line feeds and percent signs in it are escaped as GitHub asks. */
export function githubAnnotation({file, line, column, rule, severity, ...rest}: Problem): string {
  const message = [
    `Found: ${rest.found}`,
    ...(rest.expected ? [`Expected: ${rest.expected}`] : []),
    ...(rest.closest?.length ? [`Closest: ${rest.closest.join(', ')}`] : []),
    ...(rest.fix ? [`Fix: ${rest.fix}`] : []),
  ].join('\n');
  const data = (text: string): string =>
    text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${severity ?? 'error'} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${data(message)}`;
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), console.log);
}
