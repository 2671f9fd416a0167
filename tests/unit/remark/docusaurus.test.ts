/** The transforms inside Docusaurus' own MDX compiler: what they write must reach what Docusaurus makes of a page. */
import fs from 'node:fs';
import path from 'node:path';
import {createProcessorUncached} from '@docusaurus/mdx-loader/lib/processor';
import matter from 'gray-matter';
import {remarkAtAGlance} from '../../../src/remark/remark-at-a-glance';
import {remarkCitations} from '../../../src/remark/remark-citations';
import {remarkFigures} from '../../../src/remark/remark-figures';
import {remarkGlossary} from '../../../src/remark/remark-glossary';
import {remarkNotices} from '../../../src/remark/remark-notices';
import {remarkRegulation} from '../../../src/remark/remark-regulation';
import {remarkRelated} from '../../../src/remark/remark-related';
import {remarkSourceLines} from '../../../src/remark/remark-source-lines';
import {remarkSearches} from '../../../src/remark/remark-searches';
import {remarkUpdates} from '../../../src/remark/remark-updates';
import {remarkTimeline} from '../../../src/remark/remark-timeline';
import {dataYml, event, jurisdiction, term} from '../../helpers/data';
import {reference, referencesYml} from '../../helpers/evidence';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const FIGURE = `\
id: harms
kind: ranges
title: Harms
summary: Dissociation in 11 to 75%.
x: {label: People (%)}
rows: [{label: Dissociation, low: 11, high: 75, refs: [a2020]}]
`;

/** Compiles docs/page.mdx to a module's text, with what docusaurus.config.ts sets for docs. */
async function compile(page: string, files: Files = {}): Promise<string> {
  const root = makeSite({
    'docs/page.mdx': page,
    'docs/safety/overview.mdx': '---\ntitle: Safety\n---\nText.\n',
    'docs/_evidence/references.yml': referencesYml(reference('a2020'), reference('b2021')),
    'docs/_evidence/figures/harms.yml': FIGURE,
    ...files,
  });
  const filePath = path.join(root, 'docs/page.mdx');
  const content = fs.readFileSync(filePath, 'utf8');
  const processor = await createProcessorUncached({
    format: 'mdx',
    options: {
      siteDir: root,
      staticDirs: [],
      admonitions: true,
      removeContentTitle: true,
      resolveMarkdownLink: ({linkPathname}: {linkPathname: string}) => `/resolved/${linkPathname}`,
      markdownConfig: {
        anchors: {maintainCase: false},
        emoji: true,
        mermaid: false,
        mdx1Compat: {comments: false, admonitions: false, headingIds: false},
        hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
        remarkRehypeOptions: {},
      },
      beforeDefaultRemarkPlugins: [
        remarkSourceLines,
        remarkAtAGlance,
        [remarkNotices, {root}],
        [remarkFigures, {root, baseUrl: '/'}],
        remarkSearches,
        [remarkUpdates, {root}],
        [remarkGlossary, {root}],
        [remarkRegulation, {root}],
        [remarkTimeline, {root}],
        [remarkRelated, {root}],
        [remarkCitations, {root}],
      ],
    } as never,
  });
  const result = await processor.process({
    content,
    filePath,
    frontMatter: matter(content, {}).data,
    compilerName: 'server',
  });
  return result.content;
}

/** The table of contents as `level title #id`. */
function contentsOf(code: string): string[] {
  const toc = /export const toc = (\[[\s\S]*?\n?\]);/.exec(code)![1]!;
  return (JSON.parse(toc) as {value: string; id: string; level: number}[]).map(
    ({value, id, level}) => `${level} ${value} #${id}`,
  );
}

test('generated headings are in the table of contents, with their ids, in their places', async () => {
  const code = await compile(
    '---\ntitle: Page\ntype: use\ncrisis_notice: true\nat_a_glance: {what: "A drug [@b2021]"}\nrelated: [safety/overview]\nsearches: [{question: Trials, where: an index, date: 2026-11-25, found: None}]\n---\nAnswer [@a2020].\n\n## Does it work {/* #does-it-work */}\n\nText.\n\n### In adults {/* #adults */}\n\nText.\n\n## Limits {/* #limits-of-the-evidence */}\n\nText.\n',
    {'blog/2026-11-25-news.mdx': '---\ntitle: News\naffects: [page#adults]\n---\nText.\n'},
  );
  expect(contentsOf(code)).toEqual([
    '2 At a glance #at-a-glance',
    '2 Does it work #does-it-work',
    '3 In adults #adults',
    '2 Limits #limits-of-the-evidence',
    '3 What was searched for #searches',
    '2 Updates #updates',
    '2 Related pages #related-pages',
    '2 References #references',
  ]);
});

test('what blocks write is in the table of contents, and their links are resolved', async () => {
  const code = await compile(
    'Answer.\n\n<Glossary />\n\n## Events {/* #events */}\n\n<Timeline />\n\n## Who pays {/* #who-pays */}\n\n<RegulationTable cell="funding" />\n',
    {
      'docs/_evidence/vocabulary.yml': dataYml(term('ketamine', {page: 'safety/overview'})),
      'docs/_evidence/timeline.yml': dataYml(event('made', '1962', {affects: ['safety/overview']})),
      'docs/_evidence/regulation.yml': dataYml(
        jurisdiction('us', {funding: {text: 'Paid.', date: '2020', refs: ['b2021']}}),
      ),
    },
  );
  expect(contentsOf(code)).toEqual([
    '2 K #k',
    '2 Events #events',
    '3 1960s #1960s',
    '2 Who pays #who-pays',
    '2 References #references',
  ]);
  expect(code.match(/"\/resolved\/.\/safety\/overview.mdx"/g)).toHaveLength(2);
  expect([...code.matchAll(/to: "(.*?)",\s+n: "(.*?)"/g)].map((m) => m[1])).toEqual([
    'a2020',
    'b2021',
  ]);
});

test('generated links to pages are resolved like written ones', async () => {
  const code = await compile(
    '---\ntitle: Page\ncrisis_notice: true\nrelated: [safety/overview]\n---\nAnswer.\n',
  );
  expect(code).toContain('"/resolved/./safety/overview.mdx"');
  expect(code).toContain('"/resolved/./about/disclaimer.mdx#crisis-contacts"');
});

test('citations in tables, admonitions and figures become links', async () => {
  const code = await compile(
    '| A |\n|---|\n| x [@a2020] |\n\n:::warning[Title]\n\nText [@b2021].\n\n:::\n\n<Figure id="harms" />\n',
  );
  const places = [...code.matchAll(/to: "(.*?)",\s+n: "(.*?)",\s+at: "(.*?)"/g)];
  expect(places.map((match) => match.slice(1))).toEqual([
    ['a2020', '1', '1'],
    ['b2021', '2', '1'],
    ['a2020', '1', '2'],
  ]);
  expect(code).not.toContain('[@');
});

test('figures on lines that follow each other are both drawn', async () => {
  const code = await compile('<Figure id="harms" />\n<Figure id="harms" />\n');
  expect(code.match(/title: "Harms"/g)).toHaveLength(2);
});

test('text of authors reaches the page as text', async () => {
  const title = '"</script><b>&amp;\\ {x}';
  const code = await compile('Text [@a2020].\n', {
    'docs/_evidence/references.yml': referencesYml(reference('a2020', {title})),
  });
  expect(code).toContain(JSON.stringify(`Author A. ${title}. Journal. 2020.`));
});

test('places in messages count from the top of the file', async () => {
  await expect(compile('---\ntitle: Page\n---\nAnswer.\n\nText [@a2021].\n')).rejects
    .toThrowErrorMatchingInlineSnapshot(`
    "

    docs/page.mdx:6:6  cite/unknown-key
      Found      [@a2021]
      Expected   a key in docs/_evidence/references.yml
      Closest    a2020, b2021
      Fix        correct the key, or add the reference

    1 problem:
      cite/unknown-key: 1
    "
  `);
});
