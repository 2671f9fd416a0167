import {githubAnnotation, run, summary} from '../../../src/lint/cli';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

afterAll(removeTrees);

function runIn(root: string, ...args: string[]): {code: number; lines: string[]} {
  const lines: string[] = [];
  return {code: run([...args, '--root', root], (line) => lines.push(line)), lines};
}

const badTree = (): string => makeTree({[PAGE]: readFixture('heading/id', 'bad')});

test('says what it looked at', () => {
  const {code, lines} = runIn(makeTree({}));
  expect(code).toBe(0);
  expect(lines.join('\n')).toMatch(
    /^checked 3 pages in 2 editions, 1 post, 2 references, 1 study with \d+ rules$/,
  );
});

test('prints the report, then the count, and fails', () => {
  const {code, lines} = runIn(badTree());
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(/^docs\/clinical-uses\/fixture\.mdx:10:1 {2}heading\/id\n/);
  expect(lines.at(-1)).toMatch(/^checked 4 pages/);
});

test('--json prints the problems and nothing else', () => {
  const {code, lines} = runIn(badTree(), '--json');
  expect(code).toBe(1);
  expect(JSON.parse(lines.join('\n'))).toMatchObject([
    {file: PAGE, line: 10, column: 1, rule: 'heading/id'},
    {file: PAGE, line: 14, column: 1, rule: 'heading/id'},
  ]);
});

test('--github prints one annotation a problem', () => {
  const {lines} = runIn(badTree(), '--github');
  expect(lines[0]).toBe(
    '::error file=docs/clinical-uses/fixture.mdx,line=10,col=1,title=heading/id::' +
      'Found: ## Does it work for most people with pain%0A' +
      'Expected: an id at the end of the heading, as an MDX comment%0A' +
      'Fix: write: ## Does it work for most people with pain {/* #does-it-work-for-most */}',
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
    '::error file=docs/a%2Cb%3Ac.mdx,line=1,col=2,title=a/b::Found: 51%25%0Aof%0AClosest: x, y',
  );
});

test('a folder that is not there, and a flag that is not known', () => {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  expect(run(['--root', '/nowhere'], say)).toBe(2);
  expect(run(['--fix'], say)).toBe(2);
  expect(lines).toEqual([
    expect.stringMatching(/^no such folder: \/nowhere\nUsage: npm run check/),
    expect.stringMatching(/^Unknown option '--fix'[^]*\nUsage: npm run check/),
  ]);
});

test('no count reads "1 pages"', () => {
  expect(
    summary({pages: 1, posts: 1, references: 1, studies: 1, figures: 1, editions: 1, rules: 1}),
  ).toBe('checked 1 page in 2 editions, 1 post, 1 reference, 1 study with 1 rule');
});
