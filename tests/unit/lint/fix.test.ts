import fs from 'node:fs';
import path from 'node:path';
import {fixAll} from '../../../src/lint/fix';
import {formatProblems} from '../../../src/lint/report';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

jest.setTimeout(120_000);
afterAll(removeTrees);

const GOOD = readFixture('heading/id', 'good');
const body = (text: string): string => GOOD.replace('\nText.\n', `\n${text}\n`);
const read = (root: string, file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

test.each<[what: string, before: string, after: string]>([
  ['a byte order mark and Windows line ends', `\uFEFF${GOOD.replace(/\n/g, '\r\n')}`, GOOD],
  [
    'ids in the form of other sites',
    GOOD.replace('{/* #does-it-work */}', '{#does-it-work}'),
    GOOD,
  ],
  [
    'an id without spaces around it',
    GOOD.replace('{/* #does-it-work */}', '{/*#does-it-work*/}'),
    GOOD,
  ],
  ['a heading without id', GOOD.replace(' {/* #does-it-work */}', ''), GOOD],
  ['an HTML comment', body('Text.\n\n<!-- later -->'), body('Text.\n\n{/* later */}')],
  ['spaces, empty lines and the end', body('Text. \n\n\nMore.').trimEnd(), body('Text.\n\nMore.')],
  [
    'a slip of the pen',
    body('A esketamine label is is a label.'),
    body('An esketamine label is a label.'),
  ],
  [
    'units',
    body('Given 0.5mg/kg or .5 mg of 5.0 mg [@base2020].'),
    body('Given 0.5 mg/kg or 0.5 mg of 5 mg [@base2020].'),
  ],
  ['a space of no width', body('Te\u200Bxt.'), body('Text.')],
])('mends %s', async (_, before, after) => {
  const root = makeTree({[PAGE]: before});
  const {problems, fixed} = await fixAll(root);
  expect(read(root, PAGE)).toBe(after);
  expect(formatProblems(problems)).toBe('');
  expect(fixed).toEqual([{file: PAGE, rules: [expect.any(String), ...fixed[0]!.rules.slice(1)]}]);
});

test.each(['references', 'vocabulary', 'timeline'])(
  'puts %s.yml in order, comments along',
  async (name) => {
    const file = `docs/_evidence/${name}.yml`;
    const sorted = read(makeTree({}), file);
    const entries = sorted.split(/^(?=- )/m);
    const head = entries[0]!.startsWith('-') ? '' : entries.shift()!;
    if (entries.length < 2) {
      entries.push(
        entries[0]!.replace(/"\d{4}[^"]*"/, '"2019"').replace(/^ {2}id: .*/m, '  id: second'),
      );
    }
    const [first, ...rest] = entries;
    const root = makeTree({[file]: `${head}${rest.join('')}# About the first.\n${first}`});
    await fixAll(root);
    expect(read(root, file)).toBe(`${head}# About the first.\n${first}${rest.join('')}`);
  },
);

test('tidies the list of words, and leaves its comment', async () => {
  const root = makeTree({
    [PAGE]: body('Zolpo and abco.'),
    'spelling.txt': '# One a line.\nZolpo\nketamine\nabco\n',
  });
  await fixAll(root);
  expect(read(root, 'spelling.txt')).toBe('# One a line.\nabco\nZolpo\n');
});

test('gives a file back that is not cleaner for it', async () => {
  // The id would be right, and the link to it would lead nowhere.
  const page = GOOD.replace('{/* #does-it-work */}', '{/* #Does_It */}').replace(
    '\nText.\n',
    '\nText [here](#Does_It).\n',
  );
  const root = makeTree({[PAGE]: page});
  const {problems, fixed} = await fixAll(root);
  expect(read(root, PAGE)).toBe(page);
  expect(fixed).toEqual([]);
  expect(problems.map(({rule}) => rule)).toContain('heading/id-format');
});

test('touches no released edition', async () => {
  const file = 'versioned_docs/version-1.0/fixture.mdx';
  const released = GOOD.replace(' {/* #does-it-work */}', '');
  const root = makeTree({[file]: released, 'docs/fixture.mdx': GOOD});
  const {fixed} = await fixAll(root);
  expect(read(root, file)).toBe(released);
  expect(fixed).toEqual([]);
});

test('changes nothing where all is well', async () => {
  const root = makeTree({[PAGE]: GOOD});
  expect(await fixAll(root)).toMatchObject({fixed: [], problems: []});
  expect(read(root, PAGE)).toBe(GOOD);
});
