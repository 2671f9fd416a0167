import {checkContent} from '../../../../src/lint/run';
import {makeTree, PAGE, readFixture, removeTrees} from '../tree';

afterAll(removeTrees);

/** Nearest links that are offered for a link, or undefined where nothing is wrong with it. */
function closestTo(link: string, file: string, source: string): string[] | undefined {
  const root = makeTree({[file]: `${source}\nA [link](${link}).\n`});
  const problems = checkContent(root).problems;
  expect(problems.every(({rule}) => rule === 'link/relative')).toBe(true);
  return problems[0] && (problems[0].closest ?? []);
}

const PAGE_SOURCE = readFixture('heading/level', 'good');
const POST = 'blog/2026-01-02-fixture.mdx';
const POST_SOURCE = readFixture('update/length', 'good');
const RELEASED = 'versioned_docs/version-1.0/clinical-uses/fixture.mdx';

test.each<[string, string, string[] | undefined]>([
  ['a file with its section', '../safety/monitoring.mdx#vital-signs', undefined],
  ['a generated section', '../safety/monitoring.mdx#references', undefined],
  ['a query', '../safety/monitoring.mdx?a=b', undefined],
  ['the page itself', '#one', undefined],
  ['a page that is not in docs', '/blog/', undefined],
  ['elsewhere', 'https://example.org/docs/nowhere', undefined],
  ['a name that docs/ only begins', '/docsearch/', undefined],
  ['the address of the draft', '/docs/next/safety/monitoring/', ['../safety/monitoring.mdx']],
  ['the address of an edition', '/docs/1.0/safety/monitoring/', ['../safety/monitoring.mdx']],
  ['a folder', '../safety/monitoring/', ['../safety/monitoring.mdx']],
  ['a file out of the repository', '../../../../../../etc/hosts.txt', []],
])('on a page: %s', (_, link, closest) => {
  expect(closestTo(link, PAGE, PAGE_SOURCE)).toEqual(closest);
});

test.each<[string, string, string[] | undefined]>([
  ['the latest edition', '/docs/safety/monitoring/#vital-signs', undefined],
  ['the draft', '/docs/next/safety/monitoring/', undefined],
  ['a pinned edition', '/docs/1.0/safety/monitoring/#vital-signs', undefined],
  ['no slash at the end', '/docs/safety/monitoring', undefined],
  [
    'a page that is not there',
    '/docs/safety/monitorng/',
    ['/docs/safety/monitoring/', '/docs/reference/data/'],
  ],
  [
    'a section that is not there',
    '/docs/safety/monitoring/#vital-sing',
    [
      '/docs/safety/monitoring/#vital-signs',
      '/docs/safety/monitoring/#updates',
      '/docs/safety/monitoring/#at-a-glance',
    ],
  ],
  ['a file of docs', '../docs/safety/nowhere.mdx', []],
])('in a post: %s', (_, link, closest) => {
  expect(closestTo(link, POST, POST_SOURCE)).toEqual(closest);
});

test('a released page links to pages of its own edition', () => {
  const files = {
    'docs/clinical-uses/fixture.mdx': PAGE_SOURCE,
    'docs/clinical-uses/new.mdx': PAGE_SOURCE,
    [RELEASED]: `${PAGE_SOURCE}\nA [link](new.mdx).\n`,
  };
  expect(checkContent(makeTree(files)).problems).toMatchObject([
    {rule: 'link/relative', file: RELEASED, found: 'new.mdx'},
  ]);
});
