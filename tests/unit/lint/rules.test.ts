import fs from 'node:fs';
import path from 'node:path';
import {LOADING_PROBLEMS, RULES} from '../../../src/lint/registry';
import {formatProblems} from '../../../src/lint/report';
import {checkContent} from '../../../src/lint/run';
import {fixtureDir, fixturePlace, FIXTURES, makeTree, readFixture, removeTrees} from './tree';

const LINT = path.join(__dirname, '../../../src/lint');
const ruleIds = RULES.map(({id}) => id);
/** Problems of loading that a file alone can show; the others are in content.test.ts and document.test.ts. */
const loadingWithFixtures = LOADING_PROBLEMS.filter((id) => fs.existsSync(fixtureDir(id)));

afterAll(removeTrees);

test('the base tree breaks no rule', () => {
  expect(formatProblems(checkContent(makeTree({})).problems)).toBe('');
});

describe.each([...ruleIds, ...loadingWithFixtures])('%s', (id) => {
  test('has nothing to say about its good fixture', () => {
    const root = makeTree({[fixturePlace(id)]: readFixture(id, 'good')});
    expect(formatProblems(checkContent(root).problems)).toBe('');
  });

  test('finds what is wrong in its bad fixture, and no other rule does', () => {
    const root = makeTree({[fixturePlace(id)]: readFixture(id, 'bad')});
    const {problems} = checkContent(root);
    const own = problems.filter(({rule}) => rule === id);
    const others = problems.filter(({rule}) => rule !== id);
    expect(formatProblems(others)).toBe('');
    // The wording is what contributors read: review it in the snapshot.
    expect(formatProblems(own)).toMatchSnapshot();
    expect(own).not.toHaveLength(0);
  });
});

describe('every rule', () => {
  test('has a file named after it, and every file is registered', () => {
    const files = fs.readdirSync(path.join(LINT, 'rules')).sort();
    expect(files).toEqual(ruleIds.map((id) => `${id.replace('/', '-')}.ts`).sort());
  });

  test('has fixtures, and every folder of fixtures has a rule', () => {
    const folders = fs.readdirSync(FIXTURES).filter((name) => !name.startsWith('_'));
    expect(folders.sort()).toEqual(
      [...ruleIds, ...loadingWithFixtures].map((id) => id.replace('/', '-')).sort(),
    );
  });

  test('has its row in the README, with its own title', () => {
    const readme = fs.readFileSync(path.join(LINT, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z-]+\/[a-z-]+)` *\| (next|all) *\| (.+?) *\|$/gm)];
    expect(rows.map(([, id, scope, title]) => ({id, scope, title}))).toEqual(
      RULES.map(({id, scope, title}) => ({id, scope, title})),
    );
  });

  test('says what it demands and why', () => {
    for (const {title, why} of RULES) {
      expect(title).toMatch(/^[A-Z<].*[^.]$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test('the README names every problem of loading', () => {
  const readme = fs.readFileSync(path.join(LINT, 'README.md'), 'utf8');
  const named = [...readme.matchAll(/^- `([a-z-]+\/[a-z-]+)`/gm)].map(([, id]) => id);
  expect(named).toEqual([...LOADING_PROBLEMS]);
});
