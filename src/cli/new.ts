/**
 * `npm run new -- page|update|study|reference|term`: begins a file, or puts a record in its place. Takes flags, asks in a
 * terminal for what they leave open, and writes all or nothing.
 */
import path from 'node:path';
import {createInterface} from 'node:readline/promises';
import {parseArgs, type ParseArgsConfig} from 'node:util';
import {nearest} from '../evidence/nearest';
import {Refusal, type Ask} from './new/answers';
import type {NewContext} from './new/context';
import {newPage} from './new/page';
import {planPatch, writePlan, type Plan} from './new/plan';
import {newReference} from './new/reference';
import {newStudy} from './new/study';
import {newTerm} from './new/term';
import {newUpdate} from './new/update';

interface Kind {
  make(context: NewContext): Promise<Plan>;
  options: readonly string[];
  usage: string;
}

const KINDS: Record<string, Kind> = {
  page: {
    make: newPage,
    options: ['type', 'slug', 'title', 'label', 'related'],
    usage:
      'page --type use --slug clinical-uses/sleep --title "Sleep" [--label ...] [--related a,b]',
  },
  update: {
    make: newUpdate,
    options: ['title', 'slug', 'date', 'event', 'cite', 'affects', 'tags'],
    usage:
      'update --title "..." --cite key,key [--event 2026-11] [--affects slug#id,slug] [--tags a,b] [--slug ...] [--date ...]',
  },
  study: {
    make: newStudy,
    options: ['refs', 'id', 'design'],
    usage: 'study --refs key,key [--id ...] [--design rct]',
  },
  reference: {
    make: newReference,
    options: ['doi', 'pmid', 'from', 'key', 'kind', 'verified', 'verified-at', 'title', 'despite'],
    usage:
      'reference (--doi 10.…/… | --pmid DIGITS | --from FILE) --kind rct --verified abstract [--verified-at ADDRESS] [--key ...] [--title ...] [--skip-duplicates] [--despite KEY]',
  },
  term: {
    make: newTerm,
    options: ['term', 'id', 'category', 'definition', 'abbreviations', 'brands', 'page'],
    usage:
      'term --term "..." --category drug [--definition "..."] [--abbreviations A,B] [--brands A,B] [--page slug] [--id ...]',
  },
};

const USAGE = [
  'Use: npm run new -- KIND [flags] [--dry-run]; in a terminal what is left out is asked.',
  ...Object.values(KINDS).map(({usage}) => `  npm run new -- ${usage}`),
].join('\n');

export interface NewOptions extends Partial<Pick<NewContext, 'ask' | 'fetch' | 'today'>> {
  root: string;
  say(line: string): void;
}

/**
 * Runs the command.
 * @returns the exit code: 1 where something is refused, and then nothing is written
 */
export async function run(args: string[], options: NewOptions): Promise<number> {
  const {root, say, ask, fetch: get = fetch} = options;
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  try {
    const [name = '', ...rest] = args;
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (!kind) {
      const closest = nearest(name, Object.keys(KINDS), 1).join('');
      say(
        `${name ? `There is no kind "${name}"; closest: ${closest}.` : 'Say what is new.'}\n${USAGE}`,
      );
      return 1;
    }
    const {flags, dryRun} = readFlags(kind, rest);
    const plan = await kind.make({root, flags, today, fetch: get, ...(ask ? {ask} : {})});
    if (dryRun) {
      say(planPatch(plan, root));
      plan.notes.forEach((note) => say(note));
      say('Dry run: nothing was written.');
      return 0;
    }
    writePlan(plan, root);
    plan.notes.forEach((note) => say(note));
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      say(error.message);
      return 1;
    }
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
      say(`${(error as Error).message}\n${USAGE}`);
      return 1;
    }
    // What is left are files that cannot be read or written, and front matter that cannot be parsed.
    say(`${(error as Error).message.trim()}\nNothing was written. \`npm run check\` may say more.`);
    return 1;
  }
}

function readFlags(
  {options: names}: Kind,
  args: string[],
): {flags: NewContext['flags']; dryRun: boolean} {
  const options: ParseArgsConfig['options'] = {
    ...Object.fromEntries(names.map((name) => [name, {type: 'string'} as const])),
    ...(names.includes('doi') ? {'skip-duplicates': {type: 'boolean'} as const} : {}),
    'dry-run': {type: 'boolean'},
  };
  const {values, positionals} = parseArgs({
    args,
    options,
    allowPositionals: names.includes('doi'),
  });
  if (positionals.length > 1) {
    throw new Refusal('Name one source at a time, or a file with several: --from FILE.');
  }
  const {'dry-run': dryRun, ...flags} = values as Record<string, string | boolean | undefined>;
  return {flags: {...flags, source: positionals[0]}, dryRun: dryRun === true};
}

async function main(): Promise<number> {
  const terminal = process.stdin.isTTY
    ? createInterface({input: process.stdin, output: process.stdout})
    : undefined;
  const ask: Ask | undefined = terminal && ((question) => terminal.question(question));
  // Ctrl+C and Ctrl+D end the questions: nothing is written before the last.
  terminal?.on('close', () => process.exit(1));
  const code = await run(process.argv.slice(2), {
    root: path.resolve('.'),
    say: console.log,
    ...(ask ? {ask} : {}),
  });
  terminal?.removeAllListeners('close');
  terminal?.close();
  return code;
}

if (require.main === module) {
  void main().then((code) => {
    process.exitCode = code;
  });
}
