import fs from 'node:fs';
import path from 'node:path';
import {LOADING_PROBLEMS} from '../../../src/lint/loading-problems';
import {RULES, SLOW_RULES} from '../../../src/lint/registry';
import {formatProblems, RULES_PAGE} from '../../../src/lint/report';
import {checkAll} from '../../../src/lint/run';
import {rulesPage} from './rules-page';
import {fixtureDir, fixturePlace, FIXTURES, makeTree, readFixture, removeTrees} from './tree';

const LINT = path.join(__dirname, '../../../src/lint');
const rules = [...RULES, ...SLOW_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
const ruleIds = rules.map(({id}) => id);
/** Problems of loading that a file alone can show; the others are in content.test.ts and document.test.ts. */
const loadingWithFixtures = LOADING_PROBLEMS.map(({id}) => id).filter((id) =>
  fs.existsSync(fixtureDir(id)),
);

/** Dictionaries load for the first of them; the page of rules checks every fixture again. */
jest.setTimeout(120_000);

afterAll(removeTrees);

test('the base tree breaks no rule', async () => {
  expect(formatProblems((await checkAll(makeTree({}))).problems)).toBe('');
});

describe.each([...ruleIds, ...loadingWithFixtures])('%s', (id) => {
  test('has nothing to say about its good fixture', async () => {
    const root = makeTree({[fixturePlace(id)]: readFixture(id, 'good')});
    expect(formatProblems((await checkAll(root)).problems)).toBe('');
  });

  test('finds what is wrong in its bad fixture, and no other rule does', async () => {
    const root = makeTree({[fixturePlace(id)]: readFixture(id, 'bad')});
    const {problems} = await checkAll(root);
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

  test('says what it demands and why', () => {
    for (const {title, why} of [...rules, ...LOADING_PROBLEMS]) {
      expect(title).toMatch(/^(?:[A-Z<]|docs\/).*[^.]$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test('the page of rules is as `npm run rules` writes it', async () => {
  const page = fs.readFileSync(path.join(__dirname, '../../..', RULES_PAGE), 'utf8');
  expect(page).toBe(await rulesPage());
});
