/** The real tree: what is released, drafted and posted must hold together, whatever the checks say. */
import fs from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {visit} from 'unist-util-visit';
import {loadEvidence} from '../../src/evidence/load';
import {loadAudits} from '../../src/evidence/audits';
import {listPages} from '../../src/evidence/pages';
import {loadSelfAssessment} from '../../src/evidence/self-assessment';
import {dataIn} from '../../src/evidence/store';
import {SHOWN_NAMES} from '../../src/evidence/vocabulary';
import {figureIds, loadFigure} from '../../src/figures/load';
import {isVerbatim} from '../../src/remark/mdx';
import {remarkAtAGlance} from '../../src/remark/remark-at-a-glance';
import {remarkAudits} from '../../src/remark/remark-audits';
import {remarkCitations} from '../../src/remark/remark-citations';
import {remarkEvidenceMap} from '../../src/remark/remark-evidence-map';
import {remarkFigures} from '../../src/remark/remark-figures';
import {remarkGlossary} from '../../src/remark/remark-glossary';
import {remarkNotices} from '../../src/remark/remark-notices';
import {remarkRegulation} from '../../src/remark/remark-regulation';
import {remarkRelated} from '../../src/remark/remark-related';
import {remarkSearches} from '../../src/remark/remark-searches';
import {remarkSelfAssessment} from '../../src/remark/remark-self-assessment';
import {remarkTimeline} from '../../src/remark/remark-timeline';
import {remarkUpdate} from '../../src/remark/remark-update';
import {remarkUpdates} from '../../src/remark/remark-updates';
import {editionDir, readEditions} from '../../src/site/editions';
import {transformPage} from '../helpers/mdx';
import {report} from '../helpers/problems';

const root = path.join(__dirname, '../..');

function relative(file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Paths below a folder, relative to the root, that satisfy a condition. */
function filesBelow(folder: string, wanted: (name: string) => boolean): string[] {
  return fs
    .readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map(({parentPath, name}) => relative(path.join(parentPath, name)))
    .sort();
}

/** The draft, and every edition in versions.json. */
const docsDirs = [
  path.join(root, 'docs'),
  ...readEditions(root).map(({edition}) => editionDir(root, edition)),
];
const pages = docsDirs.flatMap((dir) => listPages(dir).map(({file}) => relative(file)));
const posts = filesBelow('blog', (name) => name.endsWith('.mdx'));

test('every folder of an edition is in versions.json', () => {
  const folders = fs.existsSync(path.join(root, 'versioned_docs'))
    ? fs.readdirSync(path.join(root, 'versioned_docs'))
    : [];
  expect(folders.sort()).toEqual(
    docsDirs
      .slice(1)
      .map((dir) => path.basename(dir))
      .sort(),
  );
});

describe.each(docsDirs.map(relative))('%s', (docsDir) => {
  const dir = path.join(root, docsDir, '_evidence');

  test('loads its references without problem', () => {
    const evidence = loadEvidence(dir, root);
    expect(report(evidence)).toBe('');
    expect(evidence.references.size).toBeGreaterThan(0);
  });

  test('loads the data of its blocks without problem, where it has them', () => {
    const data = Object.values(dataIn(dir, root));
    expect(report({problems: data.flatMap(({problems}) => problems)})).toBe('');
  });

  test('loads every one of its figures without problem', () => {
    const problems = figureIds(dir).flatMap((id) => loadFigure(id, dir, root).problems);
    expect(report({problems})).toBe('');
  });

  test('loads its audits and its self-assessment without problem, where it has them', () => {
    const problems = [loadAudits(dir, root), loadSelfAssessment(dir, root)].flatMap(
      (file) => file.problems,
    );
    expect(report({problems})).toBe('');
  });
});

test('the draft has audits and a self-assessment', () => {
  const dir = path.join(root, 'docs/_evidence');
  expect(loadAudits(dir, root).value).not.toHaveLength(0);
  expect(loadSelfAssessment(dir, root).value?.groups).not.toHaveLength(0);
});

/** Runs all transforms, which stop for what does not resolve; nothing like a citation may stay in the text. */
function citationsLeftIn(file: string, transforms: Parameters<typeof transformPage>[2]): string[] {
  const left: string[] = [];
  visit(transformPage(root, file, transforms), (node) => {
    if (isVerbatim(node)) {
      return 'skip';
    }
    if (node.type === 'text') {
      left.push(...(node.value.match(/\[[^\]]*(?<![\p{L}\p{N}.])@[\p{L}\p{N}][^\]]*\]/gu) ?? []));
    }
    return undefined;
  });
  return left;
}

test.each(pages)('every citation, figure and related page of %s resolves', (file) => {
  expect(
    citationsLeftIn(file, [
      remarkAtAGlance,
      [remarkNotices, {root}],
      [remarkFigures, {root, baseUrl: '/'}],
      [remarkEvidenceMap, {root}],
      [remarkAudits, {root}],
      [remarkSelfAssessment, {root, repository: undefined}],
      remarkSearches,
      [remarkUpdates, {root}],
      [remarkGlossary, {root}],
      [remarkRegulation, {root}],
      [remarkTimeline, {root}],
      [remarkRelated, {root}],
      [remarkCitations, {root}],
    ]),
  ).toEqual([]);
});

test.each(posts)('every citation and affected page of %s resolves', (file) => {
  expect(
    citationsLeftIn(file, [
      [remarkUpdate, {root, baseUrl: '/'}],
      [remarkFigures, {root, baseUrl: '/'}],
      [remarkCitations, {root}],
    ]),
  ).toEqual([]);
});

describe('the vocabulary of the draft', () => {
  const {value = []} = dataIn(path.join(root, 'docs/_evidence'), root).vocabulary;

  test('has what a reader may look up', () => {
    expect(value.length).toBeGreaterThanOrEqual(200);
    const known = value.flatMap((term) => [
      term.term,
      ...SHOWN_NAMES.flatMap((field) => term[field] ?? []),
    ]);
    expect(known).toEqual(expect.arrayContaining(['MADRS', 'Spravato', 'apnoea', 'k bladder']));
  });

  test('shows no question as a name', () => {
    const questions = value.flatMap((term) =>
      SHOWN_NAMES.flatMap((field) => term[field] ?? []).filter((name) =>
        /^(?:can|is|are|does|do|how|what|when|where|who|why|will|which)\s|\bnear me\b/i.test(name),
      ),
    );
    expect(questions).toEqual([]);
  });
});

test('src/theme/README.md lists exactly the overrides that there are', () => {
  const readme = fs.readFileSync(path.join(root, 'src/theme/README.md'), 'utf8');
  const listed = [...readme.matchAll(/^\| ([A-Z][\w/]*) +\| (wrapped|ejected) +\|/gm)].map(
    ([, component]) => component,
  );
  const overrides = filesBelow('src/theme', (name) => /^index\.tsx?$/.test(name)).map((file) =>
    path.posix.dirname(file).replace('src/theme/', ''),
  );
  expect(listed.sort()).toEqual(overrides.sort());
});

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = fs.readFileSync(path.join(root, file), 'utf8');

  test('names only commands that package.json has', () => {
    const {scripts} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
      ([, run, short]) => run ?? short!,
    );
    expect(named).not.toEqual([]);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('links only to files that are there', () => {
    const prose = text.replace(/^ *```[\s\S]*?^ *```|`[^`]*`/gm, '');
    const links = [...prose.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map((m) => m[1]!);
    expect(links).not.toEqual([]);
    expect(links.filter((target) => !fs.existsSync(path.join(root, target)))).toEqual([]);
  });
});

test.each(filesBelow('static', (name) => name.endsWith('.svg')))(
  '%s holds no script and asks no other server',
  (file) => {
    const $ = load(fs.readFileSync(path.join(root, file), 'utf8'), {xml: true});
    const risky = $('*')
      .toArray()
      .flatMap((element) =>
        'attribs' in element
          ? [
              ...(/^(script|foreignObject|iframe)$/i.test(element.name) ? [element.name] : []),
              ...Object.entries(element.attribs)
                .filter(
                  ([name, value]) =>
                    /^on/i.test(name) ||
                    (/(^|:)(href|src)$/i.test(name) && !value.startsWith('#')) ||
                    /url\(\s*['"]?(?!#)/.test(value),
                )
                .map(([name]) => name),
            ]
          : [],
      );
    expect(risky).toEqual([]);
    expect($('svg')).toHaveLength(1);
  },
);
