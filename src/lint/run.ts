/** All checks over a repository. Prints nothing: the command and the build do. */
import {startBackground} from './background';
import {allEditions, loadContent, type Content} from './content';
import {sortProblems, type Problem} from './problem';
import {RULES, SLOW_RULES} from './registry';
import type {Rule, RuleContext} from './rule';

export interface CheckCounts {
  /** Pages of the draft and of every released edition. */
  pages: number;
  posts: number;
  /** Records of the draft. */
  references: number;
  /** Studies of the draft. */
  studies: number;
  /** Figures of the draft. */
  figures: number;
  /** Released editions. */
  editions: number;
  rules: number;
}

export interface CheckResult {
  problems: Problem[];
  counts: CheckCounts;
}

/**
 * Loads all content below a root and runs every rule on it that needs no other thread.
 * @param root absolute path of the repository
 */
export function checkContent(root: string): CheckResult {
  return checkLoaded(loadContent(root));
}

function checkLoaded(content: Content): CheckResult {
  const {next, released, posts} = content;
  const counts: CheckCounts = {
    pages: allEditions(content).reduce((sum, {pages}) => sum + pages.size, 0),
    posts: posts.length,
    references: next.evidence.references.size,
    studies: next.studies.ids.length,
    figures: next.figures.size,
    editions: released.length,
    rules: RULES.length,
  };
  const problems = [
    ...content.problems,
    ...nothingRead(content),
    ...RULES.flatMap((rule) => rule.check(contextFor(rule, content))),
  ];
  return {problems: sortProblems(problems), counts};
}

/**
 * The same, and spelling and formats: everything that a change must pass.
 * @param root absolute path of the repository
 */
export async function checkAll(root: string): Promise<CheckResult> {
  startBackground();
  const content = loadContent(root);
  const slow = Promise.all(SLOW_RULES.map((rule) => rule.check(contextFor(rule, content))));
  // A rule that fails while the others run must not end the process unseen.
  slow.catch(() => undefined);
  const {problems, counts} = checkLoaded(content);
  return {
    problems: sortProblems([...problems, ...(await slow).flat()]),
    counts: {...counts, rules: counts.rules + SLOW_RULES.length},
  };
}

function contextFor({scope}: Pick<Rule, 'scope'>, content: Content): RuleContext {
  const editions = scope === 'all' ? allEditions(content) : [content.next];
  const documents = [...editions.flatMap(({pages}) => [...pages.values()]), ...content.posts];
  // A page whose MDX has an error is reported for that; what it holds is not known.
  return {content, editions, documents: documents.filter(({parsed}) => parsed)};
}

/** A check that looked at nothing would always be content. */
function nothingRead({next, posts, root}: Content): Problem[] {
  const empty = (file: string, what: string): Problem => ({
    file,
    line: 1,
    column: 1,
    rule: 'content/empty',
    found: `no ${what} below ${root}`,
    expected: `at least one of the ${what}`,
    fix: 'run the check in the root of the repository, or name it: --root DIR',
    help: 'A check that looks at nothing finds nothing.',
  });
  return [
    ...(next.pages.size === 0 ? [empty('docs', 'pages')] : []),
    ...(posts.length === 0 ? [empty('blog', 'posts')] : []),
    ...(next.evidence.references.size === 0 && next.evidence.problems.length === 0
      ? [empty('docs/_evidence/references.yml', 'references')]
      : []),
  ];
}
