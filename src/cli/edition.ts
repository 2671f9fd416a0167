/** `npm run edition -- 2.0`: freezes docs/ as an edition. Refuses, with the reason, and leaves nothing half-made. */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {isRealDate} from '../evidence/schemas';
import {errorsOf} from '../lint/problem';
import {count, formatProblems} from '../lint/report';
import {checkContent} from '../lint/run';
import {editionDir, readEditions} from '../site/editions';

const USAGE = 'npm run edition -- <number>.<number> [--date YYYY-MM-DD] [--dry-run]';

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

function main(): number {
  const root = process.cwd();
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {date: {type: 'string'}, 'dry-run': {type: 'boolean', default: false}},
  });
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

  const {problems, counts} = checkContent(root);
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
  if (values['dry-run']) {
    console.log(
      `Would freeze docs/ as ${path.relative(root, editionDir(root, edition))}, released ${released}.`,
    );
    return 0;
  }

  const docusaurus = path.join(root, 'node_modules', '.bin', 'docusaurus');
  const {status} = spawnSync(docusaurus, ['docs:version', edition], {cwd: root, stdio: 'inherit'});
  if (status !== 0) {
    undo(root, edition);
    console.error(`Edition ${edition} was not cut: Docusaurus could not copy docs/ (see above).`);
    return 1;
  }
  fs.writeFileSync(
    path.join(editionDir(root, edition), '_edition.yml'),
    `edition: '${edition}'\nreleased: '${released}'\n`,
  );
  console.log(`Edition ${edition} is cut. Next: npm test, commit, deploy.`);
  return 0;
}

/** Removes what a failed cut may have left. */
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
  try {
    process.exitCode = main();
  } catch (error) {
    // A maintainer is told what is wrong, not where in our code it came up.
    console.error((error as Error).message.trim());
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`Use: ${USAGE}`);
    }
    process.exitCode = 1;
  }
}
