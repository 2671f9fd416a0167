import {formatProblems} from '../../../src/lint/report';
import {loadContent} from '../../../src/lint/content';
import type {Document} from '../../../src/lint/document';
import {headingIds} from '../../../src/lint/content';
import {proseBlocks} from '../../../src/lint/text';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

afterAll(removeTrees);

const GOOD = readFixture('heading/id', 'good');

function load(source: string | Buffer): {page: Document; report: string} {
  const content = loadContent(makeTree({[PAGE]: source}));
  return {
    page: content.next.pages.get('clinical-uses/fixture')!,
    report: formatProblems(content.problems),
  };
}

test('a page comes with its edition, slug, checked front matter and headings', () => {
  const {page, report} = load(GOOD);
  expect(report).toBe('');
  expect(page).toMatchObject({
    file: PAGE,
    kind: 'doc',
    edition: 'next',
    slug: 'clinical-uses/fixture',
    frontMatter: {title: 'Fixture', type: 'about'},
    parsed: true,
  });
  expect(page.headings).toMatchObject([
    {depth: 2, text: 'Does it work', id: 'does-it-work', comment: '{/* #does-it-work */}'},
  ]);
});

test('places count from the top of the file, front matter included', () => {
  const {page} = load(GOOD);
  expect(page.frontMatterPlace(['keywords', 1])).toEqual({line: 4, column: 17});
  expect(page.headings[0]!.node.position!.start).toMatchObject({line: 10, column: 1});
});

test.each<[string, string, string, {line: number; column: number}]>([
  ['plain text', 'One word.', 'word', {line: 10, column: 5}],
  ['after an escape', 'Below \\<5, a word.', 'word', {line: 10, column: 14}],
  ['after an entity', 'A &amp; B&nbsp;and a word.', 'word', {line: 10, column: 22}],
  ['on a second, indented line', '- One\n  and a word.', 'word', {line: 11, column: 9}],
  ['in a quotation', '> One\n> and a word.', 'word', {line: 11, column: 9}],
  ['after emphasis', 'One *and* a word.', 'word', {line: 10, column: 13}],
  ['in a table', '| a | b |\n|---|---|\n| 1 | word |', 'word', {line: 12, column: 7}],
  ['after what looks like a directive', 'A 1:a ratio and a word.', 'word', {line: 10, column: 19}],
])('the place of a word %s', (_, body, word, place) => {
  const {page} = load(GOOD.replace(/## Does[\s\S]*/, body));
  const block = proseBlocks(page).find(({text}) => text.includes(word))!;
  expect(block.place(block.text.indexOf(word))).toEqual(place);
});

test.each<[string, string]>([
  ['plain', 'description: Some text and a word.'],
  ['quoted', 'description: "Some text and a word."'],
])('the place of a word in a %s string of front matter', (_, line) => {
  const {page} = load(GOOD.replace(/^description: .*$/m, line));
  const block = proseBlocks(page).find(({path}) => path?.[0] === 'description')!;
  expect(block.place(block.text.indexOf('word'))).toEqual({
    line: 3,
    column: line.indexOf('word') + 1,
  });
});

test('the place of a word in a folded string of front matter', () => {
  const {page} = load(
    GOOD.replace(/^description: .*$/m, 'description: >-\n  Some\n  text and a word.'),
  );
  const block = proseBlocks(page).find(({path}) => path?.[0] === 'description')!;
  expect(block.place(block.text.indexOf('word'))).toEqual({line: 5, column: 14});
});

test('a byte order mark', () => {
  const {page, report} = load(`\uFEFF${GOOD}`);
  expect(page.frontMatter).toBeDefined();
  expect(report).toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:1:1  file/byte-order-mark
      Found      a byte order mark before the first character
      Expected   UTF-8 without a byte order mark
      Fix        save the file as "UTF-8", not "UTF-8 with BOM"

    1 problem:
      file/byte-order-mark: 1"
  `);
});

test('Windows line endings', () => {
  const {page, report} = load(GOOD.replace(/\n/g, '\r\n'));
  expect(page.headings[0]!.node.position!.start).toMatchObject({line: 10, column: 1});
  expect(report).toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:1:1  file/line-endings
      Found      a line that ends in CR LF (Windows)
      Expected   lines that end in LF
      Fix        set the line endings to LF in your editor and save

    1 problem:
      file/line-endings: 1"
  `);
});

test('bytes that are not UTF-8 are told once, without problems that follow from them', () => {
  const {page, report} = load(Buffer.from([0x2d, 0x2d, 0x2d, 0xff, 0xfe]));
  expect(page.parsed).toBe(false);
  expect(report).toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:1:4  file/encoding
      Found      bytes that are not UTF-8
      Expected   UTF-8 text
      Fix        save the file as UTF-8

    1 problem:
      file/encoding: 1"
  `);
});

test('an empty file has no front matter', () => {
  expect(load('').report).toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:1:1  front-matter/missing
      Found      no front matter
      Expected   fields between two lines of --- at the top of the file
      Fix        copy the front matter of a page of the same kind

    1 problem:
      front-matter/missing: 1"
  `);
});

test.each<[string, string]>([
  ['an id in the old form', '## Dosing {#dosing}'],
  ['an HTML comment', '<!-- later -->'],
  ['a brace', 'Text {with a brace'],
  ['a less-than sign', 'Fewer than <5'],
  ['a component left open', '<Note>\n\nText.'],
])('MDX that cannot be read: %s', (_, body) => {
  const {page, report} = load(`${GOOD}\n${body}\n`);
  expect(report).toMatchSnapshot();
  // The front matter counts all the same, and so do the ids: links to them are not broken.
  expect(page.frontMatter).toBeDefined();
  expect(page.parsed).toBe(false);
  expect(headingIds(page)).toEqual(['does-it-work']);
});

test('front matter that is a list', () => {
  const {page, report} = load('---\n- title: Fixture\n---\n\nText.\n');
  expect(page.rawFrontMatter).toEqual({});
  expect(report).toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:2:1  front-matter/schema
      Found      the file: [{"title":"Fixture"}]
      Expected   front matter with a type: one of use, harm, topic, reference, about

    1 problem:
      front-matter/schema: 1"
  `);
});
