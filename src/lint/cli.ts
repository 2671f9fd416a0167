/**
 * Checks all content. What it takes and gives is in USAGE below, and in CONTRIBUTING.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {nearest} from '../evidence/nearest';
import {fixAll, type FixResult} from './fix';
import {errorsOf, type Problem} from './problem';
import {count, formatProblems, RULES_PAGE, ruleAddress} from './report';
import {checkAll, type CheckCounts, type CheckResult} from './run';

const FORMATS = ['text', 'github', 'json'] as const;
type Format = (typeof FORMATS)[number];

const OPTIONS = {
  fix: {type: 'boolean'},
  format: {type: 'string'},
  root: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const;

const USAGE = `Usage: npm run check -- [--fix] [--format ${FORMATS.join('|')}] [--root DIR]

  --fix            mend what can be mended safely, check again, and report what is left
  --format text    for people (the default)
  --format github  annotations on the lines of a pull request, then the text (the default on GitHub)
  --format json    one object: version, problems, fixed, counts; its shape is in src/lint/README.md
  --root DIR       another repository than the one here
  --help           this text

Ends with 0 where nothing must be mended, 1 where something must, 2 where the check could not run.
Every rule, with its reason, a bad and a good example: ${RULES_PAGE}`;

/** Of the JSON: raised where a field changes its meaning or goes. */
const JSON_VERSION = 1;

/**
 * Runs the command.
 * @param say prints a line
 * @param env environment: GITHUB_ACTIONS chooses the format
 * @returns the exit code
 */
export async function run(
  args: string[],
  say: (line: string) => void,
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  try {
    return await check(args, say, env);
  } catch (error) {
    // A contributor is told what is wrong, not where in our code it came up.
    say(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
}

async function check(
  args: string[],
  say: (line: string) => void,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const values = readArgs(args);
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const format = readFormat(values.format, env);
  const root = path.resolve(values.root ?? process.cwd());
  if (!fs.statSync(root, {throwIfNoEntry: false})?.isDirectory()) {
    throw new Error(`no such folder: ${root}`);
  }
  const result = values.fix ? await fixAll(root) : await checkAll(root);
  print(result, format, say);
  return errorsOf(result.problems).length > 0 ? 1 : 0;
}

function readArgs(args: string[]) {
  const {values, tokens} = parseArgs({
    args,
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new Error(`"${token.value}" is no option: the check always looks at everything`);
    }
    if (token.kind !== 'option') {
      continue;
    }
    if (!Object.hasOwn(OPTIONS, token.name)) {
      const known = Object.keys(OPTIONS).map((name) => `--${name}`);
      const [closest] = nearest(token.rawName, known, 1);
      throw new Error(`${token.rawName} is no option: did you mean ${closest}?`);
    }
    const takesValue = OPTIONS[token.name as keyof typeof OPTIONS].type === 'string';
    if (takesValue && !token.value) {
      throw new Error(`${token.rawName} needs a value`);
    }
    if (!takesValue && token.value !== undefined) {
      throw new Error(`${token.rawName} takes no value`);
    }
  }
  return values as {fix?: boolean; format?: string; root?: string; help?: boolean};
}

function readFormat(typed: string | undefined, env: NodeJS.ProcessEnv): Format {
  if (typed === undefined) {
    return env.GITHUB_ACTIONS === 'true' ? 'github' : 'text';
  }
  const format = FORMATS.find((name) => name === typed);
  if (format === undefined) {
    throw new Error(
      `--format ${typed} is no format: did you mean ${nearest(typed, FORMATS, 1)[0]}?`,
    );
  }
  return format;
}

function print(
  result: CheckResult & Partial<FixResult>,
  format: Format,
  say: (line: string) => void,
): void {
  const {problems, counts, fixed = []} = result;
  if (format === 'json') {
    say(JSON.stringify(toJson(result), undefined, 2));
    return;
  }
  if (format === 'github') {
    problems.forEach((problem) => say(githubAnnotation(problem)));
  }
  if (problems.length > 0) {
    say(`${formatProblems(problems, {addresses: true})}\n`);
  }
  if (fixed.length > 0) {
    say(
      [
        `mended ${count(fixed.length, 'file')}:`,
        ...fixed.map(({file, rules}) => `  ${file}: ${rules.join(', ')}`),
        '',
      ].join('\n'),
    );
  }
  const mendable = problems.filter(({edit}) => edit).length;
  if (mendable > 0 && !('fixed' in result)) {
    say(`${count(mendable, 'problem')} of these can be mended with: npm run check -- --fix\n`);
  }
  say(summary(counts));
}

function toJson({problems, counts, fixed = []}: CheckResult & Partial<FixResult>): unknown {
  return {
    version: JSON_VERSION,
    problems: problems.map(({edit, severity = 'error', ...problem}) => ({
      ...problem,
      severity,
      mendable: edit !== undefined,
      rulePage: ruleAddress(problem.rule),
    })),
    fixed,
    counts,
  };
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
    `Rule: ${ruleAddress(rule)}`,
  ].join('\n');
  const data = (text: string): string =>
    text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${severity ?? 'error'} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${data(message)}`;
}

if (require.main === module) {
  void run(process.argv.slice(2), console.log, process.env).then((code) => {
    process.exitCode = code;
  });
}
