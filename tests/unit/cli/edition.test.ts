import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {compareEditions, refusal} from '../../../src/cli/edition';
import {makeSite, readFiles, removeSites, type Files} from '../../helpers/site';

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
      'An edition is named by two numbers, such as 2.0.\nUse: npm run edition -- <number>.<number> [--date YYYY-MM-DD] [--dry-run]',
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
      Would freeze docs/ as versioned_docs/version-2.0, released 2027-03-01."
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
      Use: npm run edition -- <number>.<number> [--date YYYY-MM-DD] [--dry-run]"
    `);
    expect(status).toBe(1);
    expect(after).toEqual(SOUND);
  });
});
