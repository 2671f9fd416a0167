/**
 * Faulty input through the command itself. Whatever it is: a message that names the place, exit code 1, no stack trace,
 * nothing written, and nothing left out without a word.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {run} from '../../../src/lint/cli';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

jest.setTimeout(120_000);
afterAll(removeTrees);

const ROOT = path.join(__dirname, '../../..');
const GOOD = readFixture('heading/id', 'good');
const POST = 'blog/2026-01-02-fixture.mdx';
const POST_TEXT = readFixture('update/length', 'good');
const REFERENCES = 'docs/_evidence/references.yml';
const STUDY = 'docs/_evidence/studies/fixture.yml';
const STUDY_TEXT = readFixture('study/id', 'good');
const VOCABULARY = 'docs/_evidence/vocabulary.yml';
const TIMELINE = 'docs/_evidence/timeline.yml';
const MOVES = 'docs/_moves.yml';

const BASE_REFERENCES = fs.readFileSync(
  path.join(__dirname, '../../fixtures/lint/_base', REFERENCES),
  'utf8',
);

const body = (text: string): string => GOOD.replace('\nText.\n', `\n${text}\n`);
const matter = (line: string): string => GOOD.replace('type: about\n', `type: about\n${line}\n`);
const reference = (...lines: string[]): string =>
  `${BASE_REFERENCES}- id: zzz2020\n  type: article-journal\n  title: A title\n  kind: rct\n  verified: abstract\n${lines.map((line) => `  ${line}\n`).join('')}`;

type Files = Record<string, string | Buffer | undefined>;

/** What it is, the rule that says so, where, and the files. `link` is made after them: name, and where it leads. */
const INPUTS: [what: string, rule: string, place: string, files: Files, link?: [string, string]][] =
  [
    // YAML
    ['a bracket left open', 'front-matter/syntax', `${PAGE}:`, {[PAGE]: matter('related: [a')}],
    [
      'a tab as indent',
      'references/syntax',
      `${REFERENCES}:2:`,
      {[REFERENCES]: '- id: a\n\ttype: b\n'},
    ],
    ['a key twice', 'front-matter/syntax', `${PAGE}:6:`, {[PAGE]: matter('title: Again')}],
    [
      'a key twice in a record',
      'references/syntax',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('kind: rct')},
    ],
    [
      'an alias of nothing',
      'study/syntax',
      `${STUDY}:`,
      {[STUDY]: STUDY_TEXT.replace(/^id: .*/m, 'id: *x')},
    ],
    [
      'a bomb of aliases',
      'vocabulary/aliases',
      `${VOCABULARY}:1:`,
      {
        [VOCABULARY]: `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d]\n`,
      },
    ],
    [
      'ten thousand brackets',
      'timeline/syntax',
      `${TIMELINE}:1:`,
      {[TIMELINE]: '['.repeat(10_000)},
    ],
    [
      'lists in lists in lists',
      'timeline/syntax',
      `${TIMELINE}:1:`,
      {[TIMELINE]: `${'['.repeat(60)}${']'.repeat(60)}\n`},
    ],
    [
      'a tag that makes objects',
      'study/syntax',
      `${STUDY}:1:`,
      {[STUDY]: `!!js/function 'x'\n${STUDY_TEXT}`},
    ],
    [
      'two documents in one file',
      'references/syntax',
      `${REFERENCES}:`,
      {[REFERENCES]: `${BASE_REFERENCES}---\n[]\n`},
    ],
    [
      'text in place of a list',
      'references/schema',
      `${REFERENCES}:1:`,
      {[REFERENCES]: 'references\n'},
    ],
    [
      'a number in place of text',
      'front-matter/schema',
      `${PAGE}:2:`,
      {[PAGE]: GOOD.replace('title: Fixture', 'title: 12')},
    ],
    [
      'text in place of a list of words',
      'front-matter/schema',
      `${PAGE}:4:`,
      {[PAGE]: GOOD.replace(/^keywords: .*/m, 'keywords: one')},
    ],
    [
      'a kind that is not one',
      'front-matter/schema',
      `${PAGE}:5:`,
      {[PAGE]: GOOD.replace('type: about', 'type: abuot')},
    ],
    [
      'an unknown field',
      'front-matter/unknown-field',
      `${PAGE}:6:`,
      {[PAGE]: matter('titel: Fixture')},
    ],
    [
      'an unknown field in a record',
      'references/unknown-field',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: "9"', 'doi: 10.1000/x')},
    ],
    [
      '__proto__ in front matter',
      'front-matter/unknown-field',
      `${PAGE}:`,
      {[PAGE]: matter('__proto__: {type: use}')},
    ],
    [
      '__proto__ in a record',
      'references/unknown-field',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: "9"', '__proto__: {verified: memory}')},
    ],
    [
      'constructor in a record',
      'study/unknown-field',
      `${STUDY}:`,
      {[STUDY]: `${STUDY_TEXT}constructor: {prototype: {polluted: true}}\n`},
    ],
    [
      'a merge key',
      'study/unknown-field',
      `${STUDY}:`,
      {[STUDY]: `${STUDY_TEXT}<<: {design: rct}\n`},
    ],
    ['an empty list of references', 'content/empty', `${REFERENCES}:1:`, {[REFERENCES]: '[]\n'}],
    ['an empty file of studies', 'study/schema', `${STUDY}:1:`, {[STUDY]: ''}],
    ['an empty file of terms', 'vocabulary/schema', `${VOCABULARY}:1:`, {[VOCABULARY]: ''}],
    [
      'no references at all',
      'references/missing-file',
      `${REFERENCES}:1:`,
      {[REFERENCES]: undefined},
    ],
    // Dates and identifiers
    [
      'the 30th of February',
      'front-matter/schema',
      `${POST}:`,
      {[POST]: POST_TEXT.replace(/^date: .*/m, 'date: 2026-02-30')},
    ],
    [
      'a month that does not exist',
      'timeline/schema',
      `${TIMELINE}:1:`,
      {[TIMELINE]: readFixture('timeline/order', 'good').replace(/"\d{4}[^"]*"/, '"2018-13"')},
    ],
    [
      'a day in a record that does not exist',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: "9"', 'issued: {date-parts: [[2023, 2, 29]]}')},
    ],
    [
      'a DOI with its address',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('DOI: https://doi.org/10.1000/x')},
    ],
    [
      'a DOI that is none',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('DOI: 11.1000/x')},
    ],
    [
      'a DOI with a full stop after it',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('DOI: 10.1000/x.')},
    ],
    [
      'a DOI that another record has',
      'references/same-source',
      `${REFERENCES}:`,
      {
        [REFERENCES]: reference('PMID: "9"', 'DOI: 10.1000/X').replace(
          'PMID: "1"',
          'DOI: 10.1000/x',
        ),
      },
    ],
    [
      'a PMID of letters',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: "12x"')},
    ],
    [
      'a PMID as a number',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: 12')},
    ],
    [
      'a PMID that begins with 0',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: "012"')},
    ],
    [
      'a PMID that another record has',
      'references/same-source',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMID: "1"')},
    ],
    [
      'a PMCID without PMC',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('PMCID: "123"')},
    ],
    [
      'an address that runs code',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('URL: "javascript:alert(1)"')},
    ],
    [
      'a record that nobody can find',
      'references/schema',
      `${REFERENCES}:`,
      {[REFERENCES]: reference('volume: "1"')},
    ],
    // Citations
    [
      'an unknown citation',
      'cite/unknown-key',
      `${PAGE}:8:6`,
      {[PAGE]: body('Text [@nobody1999].')},
    ],
    [
      'a key of every object',
      'cite/unknown-key',
      `${PAGE}:8:6`,
      {[PAGE]: body('Text [@constructor].')},
    ],
    ['a citation left open', 'cite/malformed', `${PAGE}:8:`, {[PAGE]: body('Text [@base2020.')}],
    // MDX
    [
      'a component left open',
      'mdx/syntax',
      `${PAGE}:8:1`,
      {[PAGE]: body('<Figure id="base">\n\nText.')},
    ],
    ['a brace left open', 'mdx/syntax', `${PAGE}:`, {[PAGE]: body('Text {and more.')}],
    ['a less-than sign', 'mdx/syntax', `${PAGE}:8:`, {[PAGE]: body('Below <5 points.')}],
    ['an HTML comment', 'mdx/syntax', `${PAGE}:8:`, {[PAGE]: body('<!-- later -->')}],
    [
      'ten thousand quotation marks',
      'mdx/syntax',
      `${PAGE}:`,
      {[PAGE]: body(`${'>'.repeat(3000)} Text.`)},
    ],
    ['an import', 'mdx/code', `${PAGE}:8:1`, {[PAGE]: body('import fs from "node:fs";')}],
    ['an export', 'mdx/code', `${PAGE}:8:1`, {[PAGE]: body('export const a = 1;')}],
    ['an expression', 'mdx/code', `${PAGE}:8:`, {[PAGE]: body('Text {process.env.HOME}.')}],
    [
      'code after a comment',
      'mdx/code',
      `${PAGE}:8:`,
      {[PAGE]: body('Text {/* a */ window.name}.')},
    ],
    ['a script', 'mdx/element', `${PAGE}:8:1`, {[PAGE]: body('<script>alert(1)</script>')}],
    [
      'a frame',
      'mdx/element',
      `${PAGE}:8:1`,
      {[PAGE]: body('<iframe src="https://example.org/"></iframe>')},
    ],
    [
      'a style',
      'mdx/element',
      `${PAGE}:8:1`,
      {[PAGE]: body('<style>{`* {display: none}`}</style>')},
    ],
    [
      'a handler of events',
      'mdx/element',
      `${PAGE}:8:`,
      {[PAGE]: body('Text <b onClick={() => alert(1)}>bold</b>.')},
    ],
    ['spread attributes', 'mdx/element', `${PAGE}:8:`, {[PAGE]: body('<Figure {...window} />')}],
    [
      'a link that runs code',
      'link/scheme',
      `${PAGE}:8:`,
      {[PAGE]: body('[Text](javascript:alert(1))')},
    ],
    [
      'the same in other letters',
      'link/scheme',
      `${PAGE}:8:`,
      {[PAGE]: body('[Text](JaVa&#x53;cript:alert(1))')},
    ],
    [
      'a link with data',
      'link/scheme',
      `${PAGE}:8:`,
      {[PAGE]: body('[Text](data:text/html,hello)')},
    ],
    [
      'a table row that loses a figure',
      'table/cells',
      `${PAGE}:10:1`,
      {[PAGE]: body('| a | b |\n| --- | --- |\n| c | d | 12 |')},
    ],
    [
      'a box that does not exist',
      'mdx/directive',
      `${PAGE}:8:1`,
      {[PAGE]: body(':::wrning\n\nText.\n\n:::')},
    ],
    ['no front matter', 'front-matter/missing', `${PAGE}:1:1`, {[PAGE]: 'Text.\n'}],
    [
      'front matter that never ends',
      'front-matter/missing',
      `${PAGE}:1:1`,
      {[PAGE]: '---\ntitle: Fixture\n\nText.\n'},
    ],
    // Headings
    [
      'an id with capitals',
      'heading/id-format',
      `${PAGE}:10:`,
      {[PAGE]: GOOD.replace('#does-it-work', '#Does-It-Work')},
    ],
    [
      'an id with a space',
      'heading/id-format',
      `${PAGE}:10:`,
      {[PAGE]: GOOD.replace('#does-it-work', '#does it')},
    ],
    [
      'an id that the build writes',
      'heading/reserved-id',
      `${PAGE}:10:`,
      {[PAGE]: GOOD.replace('#does-it-work', '#references')},
    ],
    [
      'an id twice',
      'heading/duplicate-id',
      `${PAGE}:14:`,
      {[PAGE]: `${GOOD}\n## Again {/* #does-it-work */}\n\nText.\n`},
    ],
    ['no id', 'heading/id', `${PAGE}:10:`, {[PAGE]: GOOD.replace(' {/* #does-it-work */}', '')}],
    // Bytes
    ['Windows line ends', 'file/line-endings', `${PAGE}:1:`, {[PAGE]: GOOD.replace(/\n/g, '\r\n')}],
    [
      'Windows line ends in data',
      'file/line-endings',
      `${VOCABULARY}:`,
      {[VOCABULARY]: readFixture('vocabulary/order', 'good').replace(/\n/g, '\r\n')},
    ],
    ['a byte order mark', 'file/byte-order-mark', `${PAGE}:1:1`, {[PAGE]: `\uFEFF${GOOD}`}],
    [
      'a byte order mark in data',
      'file/byte-order-mark',
      `${REFERENCES}:1:1`,
      {[REFERENCES]: `\uFEFF${BASE_REFERENCES}`},
    ],
    ['Latin-1', 'file/encoding', `${PAGE}:8:`, {[PAGE]: Buffer.from(body('Köln.'), 'latin1')}],
    [
      'Latin-1 in data',
      'file/encoding',
      `${REFERENCES}:`,
      {[REFERENCES]: Buffer.from(BASE_REFERENCES.replace('A title', 'Öl'), 'latin1')},
    ],
    ['UTF-16', 'file/encoding', `${PAGE}:1:1`, {[PAGE]: Buffer.from(`\uFEFF${GOOD}`, 'utf16le')}],
    ['null bytes', 'file/control-character', `${PAGE}:8:5`, {[PAGE]: body('Text\0.')}],
    [
      'null bytes in data',
      'file/control-character',
      `${REFERENCES}:`,
      {[REFERENCES]: BASE_REFERENCES.replace('A title', 'A\0title')},
    ],
    [
      'a null byte by escape',
      'file/hidden-character',
      `${REFERENCES}:`,
      {[REFERENCES]: BASE_REFERENCES.replace('title: A title', 'title: "A\\0title"')},
    ],
    [
      'a line that turns round',
      'file/hidden-character',
      `${PAGE}:8:6`,
      {[PAGE]: body('Text \u202Egm 05\u202C.')},
    ],
    [
      'the same by entity',
      'file/hidden-character',
      `${PAGE}:8:`,
      {[PAGE]: body('Text &#x202E;gm 05.')},
    ],
    [
      'a space of no width',
      'file/hidden-character',
      `${PAGE}:8:4`,
      {[PAGE]: body('Ket\u200Bamine.')},
    ],
    [
      'a file of five megabytes',
      'file/size',
      `${PAGE}:1:1`,
      {[PAGE]: body('Text. '.repeat(850_000))},
    ],
    ['an empty page', 'front-matter/missing', `${PAGE}:1:1`, {[PAGE]: ''}],
    ['a page of spaces', 'front-matter/missing', `${PAGE}:1:1`, {[PAGE]: ' \n \n'}],
    [
      'a picture named .mdx',
      'file/encoding',
      `${PAGE}:1:1`,
      {[PAGE]: Buffer.from([0x89, 0x50, 0x4e, 0x47])},
    ],
    // Names and places of files
    [
      'names that differ in case',
      'content/case-clash',
      'docs/clinical-uses/fixture.mdx:1:1',
      {[PAGE]: GOOD, 'docs/clinical-uses/Fixture.mdx': GOOD},
    ],
    [
      '.md',
      'content/extension',
      'docs/clinical-uses/fixture.md:1:1',
      {'docs/clinical-uses/fixture.md': GOOD},
    ],
    [
      'a copy that an editor left',
      'content/unknown-file',
      'docs/safety/monitoring.mdx.orig:1:1',
      {'docs/safety/monitoring.mdx.orig': GOOD},
    ],
    [
      '.yaml',
      'content/unknown-file',
      'docs/_evidence/studies/other.yaml:1:1',
      {'docs/_evidence/studies/other.yaml': STUDY_TEXT},
    ],
    [
      'a file of data that nothing reads',
      'content/unknown-file',
      'docs/_evidence/Vocabulary.yml:1:1',
      {'docs/_evidence/Vocabulary.yml': '[]\n'},
    ],
    [
      'a folder named like a page',
      'content/empty',
      'blog:1:1',
      {'blog/2026-01-01-base.mdx': undefined, 'blog/2026-01-01-base.mdx/x.png': ''},
    ],
    ['a folder named like a study', 'file/unreadable', `${STUDY}:1:1`, {[`${STUDY}/x.yml`]: ''}],
    ['a link that leads nowhere', 'content/symlink', `${PAGE}:1:1`, {}, [PAGE, 'nowhere.mdx']],
    [
      'a link to itself',
      'content/symlink',
      `${PAGE}:1:1`,
      {'docs/clinical-uses/x.png': ''},
      [PAGE, 'fixture.mdx'],
    ],
    ['a link out of the repository', 'content/symlink', `${PAGE}:1:1`, {}, [PAGE, '/etc/hostname']],
    [
      'a folder that is elsewhere',
      'content/symlink',
      'docs/elsewhere:1:1',
      {},
      ['docs/elsewhere', '/etc'],
    ],
    ['a study that is elsewhere', 'content/symlink', `${STUDY}:1:1`, {}, [STUDY, '/etc/hostname']],
    [
      'references that are elsewhere',
      'content/symlink',
      `${REFERENCES}:1:1`,
      {[REFERENCES]: undefined},
      [REFERENCES, '/etc/hostname'],
    ],
    [
      'terms that are nowhere',
      'content/symlink',
      `${VOCABULARY}:1:1`,
      {[VOCABULARY]: undefined},
      [VOCABULARY, 'nowhere.yml'],
    ],
    // Where links lead
    [
      'a link out of the repository',
      'link/relative',
      `${PAGE}:8:1`,
      {[PAGE]: body('[Text](../../../../../../etc/passwd)')},
    ],
    [
      'the same, escaped',
      'link/relative',
      `${PAGE}:8:1`,
      {[PAGE]: body('[Text](..%2f..%2f..%2f..%2fetc/passwd)')},
    ],
    [
      'a picture that is not there',
      'image/missing',
      `${PAGE}:8:1`,
      {[PAGE]: body('![A curve](./gone.png)')},
    ],
    [
      'a picture out of the repository',
      'image/missing',
      `${PAGE}:8:1`,
      {[PAGE]: body('![A curve](../../../../../etc/hostname)')},
    ],
    [
      'a picture from elsewhere',
      'image/missing',
      `${PAGE}:8:1`,
      {[PAGE]: body('![A curve](https://example.org/a.png)')},
    ],
    [
      'a picture with a script',
      'image/script',
      'docs/clinical-uses/a.svg:1:',
      {
        'docs/clinical-uses/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>\n',
      },
    ],
    [
      'a related page out of the repository',
      'page/related',
      `${PAGE}:`,
      {[PAGE]: matter('related: [../../etc/passwd]')},
    ],
    [
      'a post that affects the outside',
      'update/affects',
      `${POST}:`,
      {[POST]: POST_TEXT.replace(/^date: .*/m, '$&\naffects: [../../etc/passwd]')},
    ],
    [
      'moves in a circle',
      'moves/cycle',
      `${MOVES}:1:`,
      {[MOVES]: readFixture('moves/cycle', 'bad')},
    ],
    [
      'a move to the outside',
      'moves/schema',
      `${MOVES}:`,
      {[MOVES]: "- from: safety/old\n  to: ../../etc\n  since: '2.0'\n  reason: Moved\n"},
    ],
    [
      'a figure out of the folder',
      'figure/unknown',
      `${PAGE}:8:1`,
      {[PAGE]: body('<Figure id="../studies/base" />')},
    ],
    [
      'a figure of every object',
      'figure/unknown',
      `${PAGE}:8:1`,
      {[PAGE]: body('<Figure id="constructor" />')},
    ],
  ];

/** Every file below a root, links included: what must not change. */
function stateOf(root: string): string {
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(root, {recursive: true, encoding: 'utf8'}).sort()) {
    const absolute = path.join(root, name);
    const stat = fs.lstatSync(absolute);
    hash.update(`${name} ${stat.mode} ${stat.size}\n`);
    if (stat.isFile()) {
      hash.update(fs.readFileSync(absolute));
    }
  }
  return hash.digest('hex');
}

async function check(root: string, ...args: string[]): Promise<{code: number; output: string}> {
  const lines: string[] = [];
  const code = await run([...args, '--root', root], (line) => lines.push(line));
  return {code, output: lines.join('\n')};
}

/** No trace of our code, and no word that a program says to a programmer. */
const STACK =
  /^\s+at .+[:(]\d+|\bnode:internal\b|\b(?:Type|Range|Reference|Syntax)Error\b|\bundefined\b|\[object /m;

test('there are at least sixty faulty inputs', () => {
  expect(INPUTS.length).toBeGreaterThanOrEqual(60);
});

test.each(INPUTS)('%s: %s', async (...input) => {
  // Not as parameters: Jest would take a missing fifth for a callback.
  const [, rule, place, files, link] = input;
  const root = makeTree(files);
  if (link) {
    fs.rmSync(path.join(root, link[0]), {force: true, recursive: true});
    fs.mkdirSync(path.dirname(path.join(root, link[0])), {recursive: true});
    fs.symlinkSync(link[1], path.join(root, link[0]));
  }
  const before = stateOf(root);
  const {code, output} = await check(root);
  const heads = output.split('\n').filter((line) => /^\S+:\d+:\d+ {2}\S+/.test(line));
  expect(heads).toContainEqual(expect.stringContaining(`  ${rule}`));
  expect(heads.find((head) => head.endsWith(`  ${rule}`))).toMatch(
    new RegExp(`^${place.replace(/[.*+?^$()[\]]/g, '\\$&')}`),
  );
  expect(output).not.toMatch(STACK);
  expect(code).toBe(1);
  expect(stateOf(root)).toBe(before);
  expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
});

test('ordinary emoji, and words from right to left, are text', async () => {
  const text = 'Text 🧠 👩🏽‍⚕️ 🏳️‍🌈 and קטמין and كيتامين and می‌خواهم and 氯胺酮.';
  expect(await check(makeTree({[PAGE]: body(text)}))).toMatchObject({code: 0});
});

test('a link in a circle of folders ends', async () => {
  const root = makeTree({});
  fs.symlinkSync('..', path.join(root, 'docs/safety/circle'));
  expect(await check(root)).toMatchObject({code: 0});
});

test('several faults in several files are told together', async () => {
  const root = makeTree({
    [PAGE]: body('Text {open.'),
    [REFERENCES]: reference('PMID: x'),
    [POST]: POST_TEXT.replace(/^date: .*/m, 'date: 2026-02-30'),
    [VOCABULARY]: '- id: [\n',
  });
  const {output} = await check(root);
  for (const rule of [
    'mdx/syntax',
    'references/schema',
    'front-matter/schema',
    'vocabulary/syntax',
  ]) {
    expect(output).toContain(`  ${rule}\n`);
  }
});

describe('as a process of its own', () => {
  const command = (root: string, ...args: string[]) =>
    spawnSync(
      path.join(ROOT, 'node_modules/.bin/tsx'),
      [path.join(ROOT, 'src/lint/cli.ts'), '--root', root, ...args],
      {encoding: 'utf8', cwd: ROOT, env: {...process.env, GITHUB_ACTIONS: ''}},
    );

  test.each<[string, Files, string]>([
    ['a page that cannot be read', {[PAGE]: body('Text {open.')}, 'mdx/syntax'],
    ['bytes that are no text', {[PAGE]: Buffer.from([0, 255, 254])}, 'file/encoding'],
    ['data that cannot be read', {[REFERENCES]: '- id: [\n'}, 'references/syntax'],
  ])('%s', (_, files, rule) => {
    const {status, stdout, stderr} = command(makeTree(files));
    expect(stdout).toContain(`  ${rule}\n`);
    expect(`${stdout}${stderr}`).not.toMatch(STACK);
    expect(status).toBe(1);
  });

  test('ends with 0 where all is well, and with 2 where it cannot run', () => {
    expect(command(makeTree({})).status).toBe(0);
    const nowhere = command('/nowhere');
    expect(nowhere.status).toBe(2);
    expect(`${nowhere.stdout}${nowhere.stderr}`).not.toMatch(STACK);
  });
});

describe('whatever stands in a file', () => {
  /** The same inputs each time: a failure can be repeated. */
  const options: fc.Parameters<unknown> = {seed: 20261125, numRuns: 12};

  const syntax = fc.constantFrom(
    ...[
      '[@',
      '[@base2020',
      ']',
      ';',
      '{',
      '}',
      '<',
      '>',
      '/>',
      '{/*',
      '*/}',
      '#',
      '## ',
      '|',
      '---',
      '\n',
      '\n\n',
      '`',
      '```',
      '::',
      ':::note',
      '**',
      '_',
      '- ',
      '1. ',
      '&#0;',
      '\\',
      '"',
      "'",
      '<Figure id="',
      'import ',
      '  ',
      '\t',
    ],
  );
  const mdx = fc
    .array(fc.oneof(syntax, fc.string({maxLength: 8}), fc.string({unit: 'binary', maxLength: 4})), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.double());
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      {maxDepth: 4},
      leaf,
      fc.array(tie('node'), {maxLength: 4}),
      fc.dictionary(
        fc.oneof(fc.constantFrom('id', 'title', 'refs', '__proto__', 'constructor'), fc.string()),
        tie('node'),
        {maxKeys: 4},
      ),
    ),
  })).node;
  const citation = fc
    .array(
      fc.constantFrom(
        '[',
        ']',
        '@',
        ';',
        ',',
        ' ',
        'base2020',
        'section',
        '2.3',
        '-',
        'é',
        '[@',
        '\\',
      ),
      {maxLength: 12},
    )
    .map((parts) => parts.join(''));

  /** Either nothing is wrong, or a message says where; and nothing is written. */
  async function survives(files: Files): Promise<void> {
    const root = makeTree(files);
    const before = stateOf(root);
    const {code, output} = await check(root);
    expect([0, 1]).toContain(code);
    if (code === 1) {
      expect(output).toMatch(/^\S+:\d+:\d+ {2}[a-z-]+\/[a-z-]+$/m);
    }
    expect(output).not.toMatch(/^\s+at .+[:(]\d+|\bnode:internal\b/m);
    expect(stateOf(root)).toBe(before);
    fs.rmSync(path.join(root, 'docs'), {recursive: true});
  }

  test('as the text of a page', () =>
    fc.assert(
      fc.asyncProperty(mdx, (text) => survives({[PAGE]: body(text)})),
      options,
    ));

  test('as a citation', () =>
    fc.assert(
      fc.asyncProperty(citation, (text) => survives({[PAGE]: body(`Text ${text}.`)})),
      options,
    ));

  test('as front matter', () =>
    fc.assert(
      fc.asyncProperty(tree, (value) =>
        survives({[PAGE]: `---\n${JSON.stringify(value)}\n---\n\nText.\n`}),
      ),
      options,
    ));

  test.each([
    REFERENCES,
    STUDY,
    VOCABULARY,
    TIMELINE,
    MOVES,
    'docs/_evidence/regulation.yml',
    'docs/_evidence/figures/base.yml',
  ])('as %s', (file) =>
    fc.assert(
      fc.asyncProperty(tree, (value) => survives({[file]: `${JSON.stringify(value)}\n`})),
      {...options, numRuns: 5},
    ),
  );

  test('as bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 200}), (bytes) =>
        survives({[PAGE]: Buffer.from(bytes)}),
      ),
      options,
    ));
});
