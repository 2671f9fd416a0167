import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {checklist, compareEditions, refusal, undoRefusal} from '../../../src/cli/edition';
import {makeSite, readFiles, removeSites, writeFiles, type Files} from '../../helpers/site';

afterAll(removeSites);

const REPOSITORY = path.join(__dirname, '../../..');
/** A site that passes every check: what tests/unit/lint starts from. */
const SOUND = readFiles(path.join(REPOSITORY, 'tests/fixtures/lint/_base'));

/** Runs the command in a site of its own, with a day of release, so that no clock is asked. */
function run(files: Files, ...args: string[]) {
  const root = makeSite(files);
  const {status, stdout, stderr} = spawnSync(
    path.join(REPOSITORY, 'node_modules/.bin/tsx'),
    [path.join(REPOSITORY, 'src/cli/edition.ts'), ...args],
    {cwd: root, encoding: 'utf8'},
  );
  return {status, stdout: stdout.trim(), stderr: stderr.trim(), after: readFiles(root)};
}

describe('a name is refused', () => {
  test.each([
    ['when it is missing', undefined],
    ['with one number', '2'],
    ['with three numbers', '2.0.1'],
    ['with a letter', 'v2.0'],
    ['that leads out of the folder', '../2.0'],
  ])('%s', (_, edition) => {
    expect(refusal(edition, [])).toBe(
      'An edition is named by two numbers, such as 2.0.\nUse: npm run edition -- <number>.<number> [--date YYYY-MM-DD] [--dry-run], or npm run edition -- --undo <number>.<number>',
    );
  });

  test('of an edition that exists, whether the latest or an older one', () => {
    expect(refusal('2.0', ['2.0', '1.0'])).toMatchInlineSnapshot(
      `"Edition 2.0 exists: released editions do not change, name the next one."`,
    );
    expect(refusal('1.0', ['2.0', '1.0'])).toMatch(/^Edition 1\.0 exists/);
  });

  test('that would come before the latest', () => {
    expect(refusal('1.9', ['1.10', '1.0'])).toMatchInlineSnapshot(
      `"Edition 1.9 would come before 1.10, the latest."`,
    );
  });
});

test.each([
  ['the first edition', '1.0', []],
  ['the next one', '2.0', ['1.0']],
  ['a smaller step', '1.10', ['1.9', '1.0']],
])('%s is accepted', (_, edition, existing) => {
  expect(refusal(edition, existing)).toBeUndefined();
});

test('editions are ordered by number, not by letter', () => {
  expect(['1.10', '2.0', '1.9', '10.0', '1.0'].sort(compareEditions)).toEqual([
    '1.0',
    '1.9',
    '1.10',
    '2.0',
    '10.0',
  ]);
  expect(compareEditions('2.0', '2.0')).toBe(0);
});

describe('the command', () => {
  test('refuses a site with a problem, prints it, and writes nothing', () => {
    const page = 'docs/safety/monitoring.mdx';
    const files = {...SOUND, [page]: `${SOUND[page]}\nSee [@nobody2020].\n`};
    const {status, stdout, stderr, after} = run(files, '2.0', '--date', '2027-03-01');
    expect(stderr).toMatchInlineSnapshot(`
      "docs/safety/monitoring.mdx:16:5  cite/unknown-key
        Found      [@nobody2020]
        Expected   a key in docs/_evidence/references.yml
        Closest    base2020, study2021
        Fix        correct the key, or add the source to references.yml
        Why        A reader cannot check a figure whose source is not there.

      1 problem:
        cite/unknown-key: 1

      Edition 2.0 was not cut: mend what is listed above first."
    `);
    expect({status, stdout}).toEqual({status: 1, stdout: ''});
    expect(after).toEqual(files);
  });

  test('would freeze a site without problem, and writes nothing when asked what it would do', () => {
    const {status, stdout, stderr, after} = run(SOUND, '2.0', '--date', '2027-03-01', '--dry-run');
    expect(stdout).toMatchInlineSnapshot(`
      "Checked 3 pages, 2 references, 1 study: no problem.
      Edition 2.0:
        1. versioned_docs/version-2.0/ gets a copy of docs/ with its data (2 references, 1 study, 1 figure), without _templates/.
        2. versioned_sidebars/version-2.0-sidebars.json gets the sidebar.
        3. versions.json names 2.0 first: /docs/ shows it, and /docs/2.0/ is its address for ever.
        4. versioned_docs/version-2.0/_edition.yml says: released 2027-03-01.
        5. docs/ stays as it is: from now on it is the draft of the edition after.
      Not done by it: npm test, commit, push, and an update in blog/ that says what is new.
      Dry run: nothing was written."
    `);
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
    expect(after).toEqual(SOUND);
  });

  test('refuses a day that does not exist', () => {
    const {status, stderr, after} = run(SOUND, '2.0', '--date', '2027-02-29');
    expect(stderr).toMatchInlineSnapshot(
      `"--date 2027-02-29 is no day that exists: write YYYY-MM-DD."`,
    );
    expect(status).toBe(1);
    expect(after).toEqual(SOUND);
  });

  test('says how it is used when it does not know an option', () => {
    const {status, stderr, after} = run(SOUND, '2.0', '--day', '2027-03-01');
    expect(stderr).toMatchInlineSnapshot(`
      "Unknown option '--day'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "--day"
      Use: npm run edition -- <number>.<number> [--date YYYY-MM-DD] [--dry-run], or npm run edition -- --undo <number>.<number>"
    `);
    expect(status).toBe(1);
    expect(after).toEqual(SOUND);
  });
});

test('the checklist says where the edition before goes', () => {
  expect(
    checklist('3.0', '2027-03-01', {references: 1, studies: 2, figures: 0}, '2.0').join('\n'),
  ).toContain('4. Edition 2.0 moves to /docs/2.0/, with a notice that a newer one is out.');
});

describe('an edition is taken back', () => {
  const CUT = {
    'versions.json': '[\n  "3.0",\n  "2.0"\n]\n',
    'versioned_docs/version-3.0/_edition.yml': "edition: '3.0'\nreleased: '2027-03-01'\n",
    'versioned_docs/version-3.0/index.mdx': 'Text.\n',
    'versioned_docs/version-2.0/index.mdx': 'Text.\n',
    'versioned_sidebars/version-3.0-sidebars.json': '{}\n',
    'docs/index.mdx': 'Text.\n',
  };

  const git = (root: string, ...args: string[]): void => {
    const {status, stderr} = spawnSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
      {cwd: root, encoding: 'utf8'},
    );
    if (status !== 0) {
      throw new Error(stderr);
    }
  };

  /** A repository in which 3.0 was just committed. */
  const repository = (): string => {
    const root = makeSite(CUT);
    git(root, 'init', '-q', '-b', 'main');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'Cut edition 3.0');
    return root;
  };

  test('before it is pushed, and the one before is the latest again', () => {
    const root = repository();
    const {status} = spawnSync(
      path.join(REPOSITORY, 'node_modules/.bin/tsx'),
      [path.join(REPOSITORY, 'src/cli/edition.ts'), '--undo', '3.0'],
      {cwd: root, encoding: 'utf8'},
    );
    expect(status).toBe(0);
    const left = Object.keys(readFiles(root)).filter((name) => !name.startsWith('.git/'));
    expect(left).toEqual([
      'docs/index.mdx',
      'versioned_docs/version-2.0/index.mdx',
      'versions.json',
    ]);
    expect(readFiles(root)['versions.json']).toBe('[\n  "2.0"\n]\n');
  });

  test('also where it was not committed yet', () => {
    const root = makeSite({'docs/index.mdx': 'Text.\n'});
    git(root, 'init', '-q', '-b', 'main');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'Begin');
    writeFiles(root, CUT);
    expect(undoRefusal(root, '3.0')).toBeUndefined();
  });

  test('not when a remote branch has it', () => {
    const root = repository();
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    expect(undoRefusal(root, '3.0')).toMatch(/^Edition 3\.0 is in origin\/main: /);
  });

  test('not when a commit came after it', () => {
    const root = repository();
    writeFiles(root, {'versioned_docs/version-3.0/index.mdx': 'Mended.\n'});
    git(root, 'commit', '-qam', 'Mend a figure');
    expect(undoRefusal(root, '3.0')).toMatch(/^1 commit came after the cut .*Mend a figure/);
  });

  test('not when it has changes that nobody committed', () => {
    const root = repository();
    writeFiles(root, {'versioned_docs/version-3.0/index.mdx': 'Mended.\n'});
    expect(undoRefusal(root, '3.0')).toMatch(/has changes that are not committed/);
  });

  test.each([
    ['an older edition', '2.0', /^Edition 2\.0 is not the latest/],
    ['one that is not there', '4.0', /^There is no edition 4\.0/],
    ['a way out of the folder', '../docs', /^There is no edition/],
  ])('not %s', (_, edition, reason) => {
    expect(undoRefusal(repository(), edition)).toMatch(reason);
  });

  test('not outside a git repository', () => {
    expect(undoRefusal(makeSite(CUT), '3.0')).toMatch(/^Here is no git repository/);
  });
});
