import {githubAnnotation, run} from '../../../src/lint/cli';
import {errorsOf} from '../../../src/lint/problem';
import {formatProblems, stopOnProblems} from '../../../src/lint/report';
import {checkContent} from '../../../src/lint/run';
import {reportOf} from '../../helpers/problems';
import {fixturePlace, makeTree, readFixture, removeTrees} from './tree';

jest.setTimeout(60_000);
afterAll(removeTrees);

const PLACE = fixturePlace('study/unused');
const good = readFixture('study/unused', 'good');
const unused = readFixture('study/unused', 'bad');

test('a source that a study cites must be in the references, and must have been seen', () => {
  const root = makeTree({
    [PLACE]: good
      .replace('[study2021, base2020]', '[study2012, base2020]')
      .replace('    verified: abstract\n', '    verified: abstract\n    refs: [katz2021]\n'),
  });
  expect(formatProblems(checkContent(root).problems)).toMatchInlineSnapshot(`
    "docs/_evidence/studies/fixture.yml:2:8  cite/unknown-key
      Found      [@study2012]
      Expected   a key in docs/_evidence/references.yml
      Closest    study2021, base2020
      Fix        correct the key, or add the source to references.yml
      Why        A reader cannot check a figure whose source is not there.

    docs/_evidence/studies/fixture.yml:30:12  cite/unknown-key
      Found      [@katz2021]
      Expected   a key in docs/_evidence/references.yml
      Closest    base2020, study2021
      Fix        correct the key, or add the source to references.yml
      Why        A reader cannot check a figure whose source is not there.

    2 problems:
      cite/unknown-key: 2"
  `);
});

test('a study that cannot be read still cites its sources', () => {
  const root = makeTree({
    'docs/_evidence/studies/base.yml': undefined,
    [PLACE]: unused.replace('design: rct', 'design: trial'),
  });
  expect(checkContent(root).problems.map(({rule}) => rule)).toEqual(['study/schema']);
});

test('a draft without studies has none', () => {
  const root = makeTree({
    'docs/_evidence/studies': undefined,
    'docs/_evidence/references.yml': readFixture('cite/uncited-reference', 'good').replace(
      /- id: study2021[^]*$/,
      '',
    ),
  });
  const {problems, counts} = checkContent(root);
  expect(problems).toEqual([]);
  expect(counts.studies).toBe(0);
});

describe('a warning', () => {
  const root = makeTree({[PLACE]: unused});
  const {problems} = checkContent(root);

  test('is told, and stops neither the check nor a build', async () => {
    const lines: string[] = [];
    expect(await run(['--root', root], (line) => lines.push(line))).toBe(0);
    expect(lines.join('\n')).toContain('study/unused  (warning)');
    expect(problems).toHaveLength(1);
    expect(errorsOf(problems)).toEqual([]);
    expect(() => stopOnProblems(problems)).not.toThrow();
  });

  test('is not in the report of what stops a build', () => {
    const error = {file: 'a', line: 1, column: 1, rule: 'a/b', found: 'x'};
    expect(reportOf(() => stopOnProblems([...problems, error]))).not.toContain('study/unused');
  });

  test('is an annotation of its own kind', () => {
    expect(githubAnnotation(problems[0]!)).toMatch(/^::warning file=/);
  });
});
