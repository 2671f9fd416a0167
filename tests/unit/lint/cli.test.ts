import {githubAnnotation, run, summary} from '../../../src/lint/cli';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

/** Dictionaries load for the first of them. */
jest.setTimeout(120_000);

afterAll(removeTrees);

async function runIn(root: string, ...args: string[]): Promise<{code: number; lines: string[]}> {
  const lines: string[] = [];
  return {code: await run([...args, '--root', root], (line) => lines.push(line)), lines};
}

const badTree = (): string => makeTree({[PAGE]: readFixture('heading/id', 'bad')});

test('says what it looked at', async () => {
  const {code, lines} = await runIn(makeTree({}));
  expect(code).toBe(0);
  expect(lines.join('\n')).toMatch(
    /^checked 3 pages in 2 editions, 1 post, 2 references, 1 study with \d+ rules$/,
  );
});

test('prints the report, then the count, and fails', async () => {
  const {code, lines} = await runIn(badTree());
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(/^docs\/clinical-uses\/fixture\.mdx:10:1 {2}heading\/id\n/);
  expect(lines.at(-1)).toMatch(/^checked 4 pages/);
});

test('--format json prints the problems and nothing else', async () => {
  const {code, lines} = await runIn(badTree(), '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(lines.join('\n'))).toMatchObject({
    version: 1,
    problems: [
      {file: PAGE, line: 10, column: 1, rule: 'heading/id', severity: 'error', mendable: true},
      {file: PAGE, line: 14, column: 1, rule: 'heading/id', severity: 'error', mendable: true},
    ],
    fixed: [],
    counts: {pages: 4, posts: 1},
  });
});

test('--format github prints one annotation a problem', async () => {
  const {lines} = await runIn(badTree(), '--format', 'github');
  expect(lines[0]).toBe(
    '::error file=docs/clinical-uses/fixture.mdx,line=10,col=1,title=heading/id::' +
      'Found: ## Does it work for most people with pain%0A' +
      'Expected: an id at the end of the heading, as an MDX comment%0A' +
      'Fix: write: ## Does it work for most people with pain {/* #does-it-work-for-most */}%0A' +
      'Rule: src/lint/RULES.md#headingid',
  );
});

test('an annotation escapes what GitHub would read as syntax', () => {
  expect(
    githubAnnotation({
      file: 'docs/a,b:c.mdx',
      line: 1,
      column: 2,
      rule: 'a/b',
      found: '51%\nof',
      closest: ['x', 'y'],
    }),
  ).toBe(
    '::error file=docs/a%2Cb%3Ac.mdx,line=1,col=2,title=a/b::Found: 51%25%0Aof%0AClosest: x, y%0ARule: src/lint/RULES.md#ab',
  );
});

test.each<[string[], RegExp]>([
  [['--root', '/nowhere'], /^no such folder: \/nowhere\n\nUsage: npm run check/],
  [['--fxi'], /^--fxi is no option: did you mean --fix\?\n/],
  [['--format=github-actions'], /^--format github-actions is no format: did you mean github\?\n/],
  [['--format'], /^--format needs a value\n/],
  [['docs/index.mdx'], /^"docs\/index\.mdx" is no option/],
])('%j is refused, and nothing is checked', async (args, message) => {
  const lines: string[] = [];
  expect(await run(args, (line) => lines.push(line))).toBe(2);
  expect(lines.join('\n')).toMatch(message);
});

test('--help says what there is', async () => {
  const {code, lines} = await runIn(makeTree({}), '--help');
  expect(code).toBe(0);
  expect(lines.join('\n')).toMatch(/--fix[^]*--format json[^]*Ends with 0/);
});

test('on GitHub there are annotations and the text', async () => {
  const lines: string[] = [];
  await run(['--root', badTree()], (line) => lines.push(line), {GITHUB_ACTIONS: 'true'});
  expect(lines[0]).toMatch(/^::error file=/);
  expect(lines.join('\n')).toMatch(/^docs\/clinical-uses\/fixture\.mdx:10:1 {2}heading\/id$/m);
});

test('no count reads "1 pages"', () => {
  expect(
    summary({pages: 1, posts: 1, references: 1, studies: 1, figures: 1, editions: 1, rules: 1}),
  ).toBe('checked 1 page in 2 editions, 1 post, 1 reference, 1 study with 1 rule');
});
