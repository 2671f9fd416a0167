/**
 * Writes src/lint/RULES.md from the rules and their fixtures: `npm run rules`. Bad and good examples are what the tests
 * check, so the page cannot say what is not so.
 */
import fs from 'node:fs';
import path from 'node:path';
import {structuredPatch} from 'diff';
import {LOADING_PROBLEMS} from '../../../src/lint/loading-problems';
import {RULES, SLOW_RULES} from '../../../src/lint/registry';
import {formatProblem, ruleAddress, RULES_PAGE} from '../../../src/lint/report';
import {checkAll} from '../../../src/lint/run';
import {fixtureDir, fixturePlace, makeTree, readFixture, removeTrees} from './tree';

const HEAD = `# Rules of content

Written by \`npm run rules\` from the rules and their test fixtures; do not change it by hand. How to run the checks:
[CONTRIBUTING.md](../../CONTRIBUTING.md#checks). How to add a rule: [README.md](README.md).

Every example is a whole test: with the lines marked \`-\` the check stops, with those marked \`+\` instead it has nothing to say.
Released editions are held only to rules for every edition; style is never judged again after a release.

| Rule | What it demands | Held to it |
| --- | --- | --- |
`;

/** Lines of an example beyond this tell no more. */
const MOST_LINES = 24;

interface Entry {
  id: string;
  title: string;
  why: string;
  scope: string;
  severity?: string;
}

const ENTRIES: Entry[] = [
  ...[...RULES, ...SLOW_RULES].map(({scope, ...rule}) => ({
    ...rule,
    scope: scope === 'all' ? 'every edition' : 'the draft and posts',
  })),
  ...LOADING_PROBLEMS.map((problem) => ({...problem, scope: 'every edition'})),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The whole page. */
export async function rulesPage(): Promise<string> {
  const rows = ENTRIES.map(
    ({id, title, scope, severity}) =>
      `| [\`${id}\`](${ruleAddress(id).replace(/^.*#/, '#')}) | ${cell(title)}${severity ? ' (warning)' : ''} | ${scope} |`,
  );
  const sections: string[] = [];
  for (const entry of ENTRIES) {
    sections.push(await section(entry));
  }
  return `${HEAD}${rows.join('\n')}\n\n${sections.join('\n\n')}\n`;
}

async function section({id, title, why, scope}: Entry): Promise<string> {
  const parts = [`## ${id}`, `${escape(title)}. Held to it: ${scope}.`, `Why: ${why}`];
  if (fs.existsSync(fixtureDir(id))) {
    const bad = readFixture(id, 'bad');
    const {problems} = await checkAll(makeTree({[fixturePlace(id)]: bad}));
    const own = problems.filter(({rule}) => rule === id);
    if (own.some(({edit}) => edit)) {
      parts.push('`npm run check -- --fix` mends it where that is safe.');
    }
    parts.push(
      `In \`${fixturePlace(id)}\`:`,
      fenced('diff', example(bad, readFixture(id, 'good'))),
      'What the check says:',
      fenced(
        'text',
        own
          .slice(0, 1)
          .map((problem) => formatProblem(problem))
          .join('\n'),
      ),
    );
  }
  return parts.join('\n\n');
}

function example(bad: string, good: string): string {
  const {hunks} = structuredPatch('bad', 'good', bad, good, '', '', {context: 1});
  const lines = hunks
    .map(({lines}) => lines.filter((line) => !line.startsWith('\\')).map(visible))
    .flatMap((lines, i) => (i === 0 ? lines : [' ...', ...lines]));
  return (lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), ' ...'] : lines).join('\n');
}

/** Characters that nobody sees, by their names: they are what the example is about. */
function visible(line: string): string {
  return line
    .replace(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
      (found) => `<U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replace(/ +$/, (spaces) => '·'.repeat(spaces.length));
}

function fenced(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text}\n\`\`\`\``;
}

function cell(text: string): string {
  return escape(text).replace(/\|/g, '\\|');
}

function escape(text: string): string {
  return text.replace(/[<*]/g, '\\$&');
}

if (require.main === module) {
  void rulesPage().then((page) => {
    fs.writeFileSync(path.join(__dirname, '../../..', RULES_PAGE), page);
    removeTrees();
    console.log(`Wrote ${RULES_PAGE}.`);
  });
}
