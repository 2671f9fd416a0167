/**
 * `npm run edition -- 3.0`: says what it will do, and freezes docs/ as an edition; `--dry-run` only says it. Before the
 * edition is pushed, `--undo 3.0` takes it back. Refuses, with the reason, and leaves nothing half-made.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {isRealDate} from '../evidence/schemas';
import {errorsOf} from '../lint/problem';
import {count, formatProblems} from '../lint/report';
import {checkAll, type CheckCounts} from '../lint/run';
import {editionDir, readEditions} from '../site/editions';

const USAGE =
  'npm run edition -- <number>.<number> [--date YYYY-MM-DD] [--dry-run], or npm run edition -- --undo <number>.<number>';

/** Why an edition cannot be called that, or undefined. */
export function refusal(
  edition: string | undefined,
  existing: readonly string[],
): string | undefined {
  if (!edition || !/^\d+\.\d+$/.test(edition)) {
    return `An edition is named by two numbers, such as 2.0.\nUse: ${USAGE}`;
  }
  if (existing.includes(edition)) {
    return `Edition ${edition} exists: released editions do not change, name the next one.`;
  }
  const [newest] = existing;
  if (newest && compareEditions(edition, newest) < 0) {
    return `Edition ${edition} would come before ${newest}, the latest.`;
  }
  return undefined;
}

/** Negative when `a` comes before `b`: 1.9 before 1.10. */
export function compareEditions(a: string, b: string): number {
  const [major = 0, minor = 0] = a.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = b.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}

async function main(): Promise<number> {
  const root = process.cwd();
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      date: {type: 'string'},
      'dry-run': {type: 'boolean', default: false},
      undo: {type: 'string'},
    },
  });
  if (values.undo !== undefined) {
    return takeBack(root, values.undo);
  }
  const [edition] = positionals;
  const reason = refusal(
    edition,
    readEditions(root).map((known) => known.edition),
  );
  if (reason || !edition) {
    console.error(reason);
    return 1;
  }
  const released = values.date ?? new Date().toISOString().slice(0, 10);
  if (released.length !== 10 || !isRealDate(released)) {
    console.error(`--date ${released} is no day that exists: write YYYY-MM-DD.`);
    return 1;
  }

  const {problems, counts} = await checkAll(root);
  if (problems.length > 0) {
    console.error(formatProblems(problems));
  }
  if (errorsOf(problems).length > 0) {
    console.error(`\nEdition ${edition} was not cut: mend what is listed above first.`);
    return 1;
  }
  const looked = [
    count(counts.pages, 'page'),
    count(counts.references, 'reference'),
    count(counts.studies, 'study', 'studies'),
  ].join(', ');
  console.log(
    `Checked ${looked}: ${problems.length > 0 ? count(problems.length, 'warning') : 'no problem'}.`,
  );
  const [latest] = readEditions(root);
  console.log(checklist(edition, released, counts, latest?.edition).join('\n'));
  if (values['dry-run']) {
    console.log('Dry run: nothing was written.');
    return 0;
  }

  const docusaurus = path.join(root, 'node_modules', '.bin', 'docusaurus');
  const {status} = spawnSync(docusaurus, ['docs:version', edition], {cwd: root, stdio: 'inherit'});
  if (status !== 0) {
    undo(root, edition);
    console.error(`Edition ${edition} was not cut: Docusaurus could not copy docs/ (see above).`);
    return 1;
  }
  // What `npm run new` copies is no part of an edition.
  fs.rmSync(path.join(editionDir(root, edition), '_templates'), {recursive: true, force: true});
  fs.writeFileSync(
    path.join(editionDir(root, edition), '_edition.yml'),
    `edition: '${edition}'\nreleased: '${released}'\n`,
  );
  console.log(
    `Edition ${edition} is cut. Next: npm test, commit, push. Before you push: npm run edition -- --undo ${edition}`,
  );
  return 0;
}

/** What a cut does, step by step, for the person who decides. */
export function checklist(
  edition: string,
  released: string,
  counts: Pick<CheckCounts, 'references' | 'studies' | 'figures'>,
  latest: string | undefined,
): string[] {
  const data = [
    count(counts.references, 'reference'),
    count(counts.studies, 'study', 'studies'),
    count(counts.figures, 'figure'),
  ].join(', ');
  const steps = [
    `versioned_docs/version-${edition}/ gets a copy of docs/ with its data (${data}), without _templates/.`,
    `versioned_sidebars/version-${edition}-sidebars.json gets the sidebar.`,
    `versions.json names ${edition} first: /docs/ shows it, and /docs/${edition}/ is its address for ever.`,
    ...(latest
      ? [`Edition ${latest} moves to /docs/${latest}/, with a notice that a newer one is out.`]
      : []),
    `versioned_docs/version-${edition}/_edition.yml says: released ${released}.`,
    'docs/ stays as it is: from now on it is the draft of the edition after.',
  ];
  return [
    `Edition ${edition}:`,
    ...steps.map((step, i) => `  ${i + 1}. ${step}`),
    'Not done by it: npm test, commit, push, and an update in blog/ that says what is new.',
  ];
}

/** Why an edition cannot be taken back, or undefined. Git is asked for what is on a remote and what came after. */
export function undoRefusal(root: string, edition: string): string | undefined {
  const existing = readVersions(root);
  if (!/^\d+\.\d+$/.test(edition) || !existing.includes(edition)) {
    return `There is no edition ${edition} in versions.json (${existing.join(', ') || 'which is empty'}).`;
  }
  if (existing[0] !== edition) {
    return `Edition ${edition} is not the latest: ${existing[0]} came after it.`;
  }
  const git = (...args: string[]): string | undefined => {
    const {status, stdout} = spawnSync('git', args, {cwd: root, encoding: 'utf8'});
    return status === 0 ? stdout.trim() : undefined;
  };
  if (git('rev-parse', '--is-inside-work-tree') !== 'true') {
    return 'Here is no git repository: nobody can say whether the edition was pushed.';
  }
  const dir = `versioned_docs/version-${edition}`;
  const remotes = (git('for-each-ref', '--format=%(refname)', 'refs/remotes') ?? '').split('\n');
  const holder = remotes.find((ref) => ref !== '' && git('ls-tree', '-d', ref, '--', dir));
  if (holder !== undefined) {
    return `Edition ${edition} is in ${holder.replace('refs/remotes/', '')}: what was pushed may have been read and cited. Add an erratum, or cut the next edition.`;
  }
  const commits = (git('log', '--format=%h %s', '--', dir) ?? '').split('\n').filter(Boolean);
  if (commits.length > 1) {
    return `${count(commits.length - 1, 'commit')} came after the cut and would be lost: ${commits[0]}. Revert them first.`;
  }
  if (commits.length > 0 && git('status', '--porcelain', '--', dir)) {
    return `${dir} has changes that are not committed and would be lost (git status ${dir}). Take them back first.`;
  }
  return undefined;
}

/** Names of the editions, newest first, whether or not their records can be read. */
function readVersions(root: string): string[] {
  const file = path.join(root, 'versions.json');
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as string[]) : [];
}

function takeBack(root: string, edition: string): number {
  const reason = undoRefusal(root, edition);
  if (reason !== undefined) {
    console.error(`${reason}\nNothing was changed.`);
    return 1;
  }
  undo(root, edition);
  console.log(
    `Edition ${edition} is taken back: its folder, its sidebar and its line in versions.json are gone; docs/ was not touched. As far as this clone knows (git fetch tells it more), it was on no remote. Commit the removal, or drop the commit that cut it.`,
  );
  return 0;
}

/** Removes what a cut, whole or failed, has left. */
function undo(root: string, edition: string): void {
  fs.rmSync(editionDir(root, edition), {recursive: true, force: true});
  fs.rmSync(path.join(root, 'versioned_sidebars', `version-${edition}-sidebars.json`), {
    force: true,
  });
  const file = path.join(root, 'versions.json');
  if (fs.existsSync(file)) {
    const versions = JSON.parse(fs.readFileSync(file, 'utf8')) as string[];
    const kept = versions.filter((version) => version !== edition);
    if (kept.length > 0) {
      fs.writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
    } else {
      fs.rmSync(file);
    }
  }
}

if (require.main === module) {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // A maintainer is told what is wrong, not where in our code it came up.
      console.error((error as Error).message.trim());
      if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
        console.error(`Use: ${USAGE}`);
      }
      process.exitCode = 1;
    },
  );
}
