import fs from 'node:fs';
import path from 'node:path';
import {loadContent} from '../../../src/lint/content';
import {formatProblems} from '../../../src/lint/report';
import {checkContent} from '../../../src/lint/run';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

afterAll(removeTrees);

const GOOD = readFixture('heading/id', 'good');

test('finds pages by edition and slug, posts, references, studies and figures', () => {
  const content = loadContent(makeTree({[PAGE]: GOOD}));
  expect([...content.next.pages.keys()]).toEqual([
    'clinical-uses/fixture',
    'reference/data',
    'safety/monitoring',
  ]);
  expect(content.released.map(({edition, folder}) => [edition, folder])).toEqual([
    ['1.0', 'versioned_docs/version-1.0'],
  ]);
  expect(content.posts.map(({slug}) => slug)).toEqual(['2026-01-01-base']);
  expect([...content.next.evidence.references.keys()]).toEqual(['base2020', 'study2021']);
  expect([...content.next.studies.byId.keys()]).toEqual(['base']);
  expect(content.released[0]!.studies.ids).toEqual([]);
  expect([...content.next.figures.keys()]).toEqual(['base']);
  expect(content.problems).toEqual([]);
});

test('newest edition first, by number', () => {
  const root = makeTree({});
  for (const edition of ['2.0', '10.0']) {
    fs.cpSync(
      path.join(root, 'versioned_docs/version-1.0'),
      path.join(root, `versioned_docs/version-${edition}`),
      {recursive: true},
    );
  }
  expect(loadContent(root).released.map(({edition}) => edition)).toEqual(['10.0', '2.0', '1.0']);
});

test('names that begin with _ are no pages', () => {
  const root = makeTree({
    'docs/_templates/topic.mdx': 'not checked',
    'docs/safety/_part.mdx': 'not checked',
    'docs/safety/_notes.md': 'not checked',
  });
  expect(formatProblems(checkContent(root).problems)).toBe('');
});

test('a file that is not .mdx', () => {
  const root = makeTree({'docs/safety/notes.md': '# Notes\n', 'blog/News.MDX': 'News\n'});
  expect(formatProblems(loadContent(root).problems)).toMatchInlineSnapshot(`
    "blog/News.MDX:1:1  content/extension
      Found      News.MDX
      Expected   a name that ends in .mdx
      Fix        rename it: git mv blog/News.MDX blog/News.mdx
      Why        Other Markdown files would be published without any check.

    docs/safety/notes.md:1:1  content/extension
      Found      notes.md
      Expected   a name that ends in .mdx
      Fix        rename it: git mv docs/safety/notes.md docs/safety/notes.mdx
      Why        Other Markdown files would be published without any check.

    2 problems:
      content/extension: 2"
  `);
});

test('names that differ only in case', () => {
  const root = makeTree({'docs/safety/Monitoring.mdx': GOOD});
  expect(formatProblems(loadContent(root).problems)).toMatchInlineSnapshot(`
    "docs/safety/monitoring.mdx:1:1  content/case-clash
      Found      docs/safety/monitoring.mdx beside docs/safety/Monitoring.mdx
      Expected   names that differ in more than upper and lower case
      Fix        rename one of them
      Why        On macOS and Windows the two are one file, and one of the pages is lost.

    1 problem:
      content/case-clash: 1"
  `);
});

test('links: out of the repository, to nowhere, and round in a circle', () => {
  const elsewhere = makeTree({});
  const root = makeTree({});
  fs.symlinkSync(path.join(elsewhere, 'docs/safety'), path.join(root, 'docs/elsewhere'));
  fs.symlinkSync('nowhere.mdx', path.join(root, 'docs/nowhere.mdx'));
  fs.symlinkSync('..', path.join(root, 'docs/safety/circle'));
  const content = loadContent(root);
  expect(content.next.pages.has('elsewhere/monitoring')).toBe(false);
  expect(formatProblems(content.problems)).toMatchInlineSnapshot(`
    "docs/elsewhere:1:1  content/symlink
      Found      a link that leads out of the repository
      Expected   a file of the repository
      Fix        put the file itself there
      Why        A build must give the same site on every machine.

    docs/nowhere.mdx:1:1  content/symlink
      Found      a link that leads nowhere
      Expected   a file of the repository
      Fix        put the file itself there
      Why        A build must give the same site on every machine.

    2 problems:
      content/symlink: 2"
  `);
});

test('an empty repository is not a clean one', () => {
  const root = makeTree({docs: undefined, blog: undefined, versioned_docs: undefined});
  const {problems, counts} = checkContent(root);
  expect(formatProblems(problems).replaceAll(root, 'ROOT')).toMatchInlineSnapshot(`
    "blog:1:1  content/empty
      Found      no posts below ROOT
      Expected   at least one of the posts
      Fix        run the check in the root of the repository, or name it: --root DIR
      Why        A check that looks at nothing finds nothing.

    docs:1:1  content/empty
      Found      no pages below ROOT
      Expected   at least one of the pages
      Fix        run the check in the root of the repository, or name it: --root DIR
      Why        A check that looks at nothing finds nothing.

    docs/_evidence/references.yml:1:1  references/missing-file
      Found      no such file
      Expected   the list of references of this edition
      Fix        restore it from version control

    3 problems:
      content/empty: 2
      references/missing-file: 1"
  `);
  expect(counts).toMatchObject({pages: 0, posts: 0, references: 0});
});

test('a list of references that cannot be read does not make every key unknown', () => {
  const root = makeTree({'docs/_evidence/references.yml': '- id: base2020\n  type: nonsense\n'});
  expect(new Set(checkContent(root).problems.map(({rule}) => rule))).toEqual(
    new Set(['references/schema']),
  );
});

test('a page with a syntax error keeps what it cites and shows', () => {
  const page = fs.readFileSync(path.join(makeTree({}), 'docs/safety/monitoring.mdx'), 'utf8');
  const root = makeTree({
    'docs/safety/monitoring.mdx': `${page}\n<5\n`,
    'blog/2026-01-01-base.mdx': undefined,
    'blog/2026-01-02-fixture.mdx': readFixture('update/affects', 'good'),
  });
  expect(checkContent(root).problems.map(({rule}) => rule)).toEqual(['mdx/syntax']);
});

test('released editions are not judged by rules about style, but by those about integrity', () => {
  const root = makeTree({
    'versioned_docs/version-1.0/fixture.mdx': GOOD.replace(
      'Text.',
      'A promising dose of 5mg [@nobody1999].',
    ),
    'docs/fixture.mdx': GOOD,
  });
  expect(checkContent(root).problems.map(({rule, file}) => [rule, file])).toEqual([
    ['cite/unknown-key', 'versioned_docs/version-1.0/fixture.mdx'],
  ]);
});

test('a retracted source that only a released edition cites keeps its record, and stops nothing', () => {
  const record = (id: string, status = ''): string =>
    `- id: ${id}\n  type: article-journal\n  title: A title\n  DOI: 10.1000/${id}\n  kind: rct\n  verified: abstract\n${status}`;
  const status = '  status: {is: retracted, notice: 10.1000/x}\n';
  const files = (id: string): Record<string, string> => ({
    'docs/_evidence/references.yml': `${record('base2020')}${record('old2020', status)}${record('study2021')}`,
    'versioned_docs/version-1.0/_evidence/references.yml': `${record('base2020')}${record(id)}`,
  });
  expect(formatProblems(checkContent(makeTree(files('old2020'))).problems)).toBe('');
  expect(checkContent(makeTree(files('other2020'))).problems.map(({rule}) => rule)).toEqual([
    'cite/uncited-reference',
  ]);
});
