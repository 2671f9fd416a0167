/** The real tree: pages of studies, the bibliography and files to take away, read back. */
import fs from 'node:fs';
import path from 'node:path';
import {parse as parseBibtex} from '@retorquere/bibtex-parser';
import Ajv from 'ajv/dist/2020';
import {load} from 'cheerio';
import {parse as parseCsv} from 'csv-parse/sync';
import type {MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {renderToStaticMarkup} from 'react-dom/server';
import {visit} from 'unist-util-visit';
import {citedKeys, citedPlaces} from '../../src/evidence/back-links';
import {exportReferences} from '../../src/evidence/export-references';
import {listPages} from '../../src/evidence/pages';
import {evidenceFiles, evidencePages} from '../../src/plugins/evidence-pages/server/files';
import {componentKeys, loadModel} from '../../src/plugins/evidence-pages/server/model';
import {makeShell} from '../../src/plugins/evidence-pages/server/shell';
import {remarkAtAGlance} from '../../src/remark/remark-at-a-glance';
import {remarkCitations} from '../../src/remark/remark-citations';
import {remarkEvidenceMap} from '../../src/remark/remark-evidence-map';
import {remarkFigures} from '../../src/remark/remark-figures';
import {remarkGlossary} from '../../src/remark/remark-glossary';
import {remarkRegulation} from '../../src/remark/remark-regulation';
import {remarkSearches} from '../../src/remark/remark-searches';
import {remarkTimeline} from '../../src/remark/remark-timeline';
import {editionDir, readEditions} from '../../src/site/editions';
import {transformPage} from '../helpers/mdx';
import {readRis} from '../helpers/ris';

const root = path.join(__dirname, '../..');
const site = {url: 'https://example.org', baseUrl: '/', siteTitle: 'Site'};
const model = loadModel(root);
const files = evidenceFiles({model, ...site});

function readCsv(address: string): Record<string, string>[] {
  return parseCsv(files.get(address)!, {columns: true}) as Record<string, string>[];
}

const references = [...model.references.values()].map(({reference}) => reference);

const sources = [
  path.join(root, 'docs'),
  ...readEditions(root).map(({edition}) => editionDir(root, edition)),
]
  .flatMap((dir) => listPages(dir).map(({file}) => ({file, dir})))
  .concat(
    fs
      .readdirSync(path.join(root, 'blog'))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => ({file: path.join(root, 'blog', name), dir: path.join(root, 'docs')})),
  );

/** Keys of the reference list that the build writes. */
function listedKeys(file: string): string[] {
  const keys: string[] = [];
  visit(
    transformPage(root, path.relative(root, file), [
      remarkAtAGlance,
      [remarkFigures, {root, baseUrl: '/'}],
      [remarkEvidenceMap, {root}],
      remarkSearches,
      [remarkGlossary, {root}],
      [remarkRegulation, {root}],
      [remarkTimeline, {root}],
      [remarkCitations, {root, baseUrl: '/'}],
    ]),
    (node) => {
      const {name, attributes} = node as MdxJsxTextElement;
      if (name === 'Reference') {
        const id = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
        keys.push(String(id?.value));
      }
    },
  );
  return keys;
}

test.each(sources.map(({file, dir}) => [path.relative(root, file), dir] as const))(
  'the files of references of %s hold exactly its list',
  (file, dir) => {
    const source = fs.readFileSync(path.join(root, file), 'utf8');
    const scanned = citedKeys(
      citedPlaces(source, componentKeys(path.join(dir, '_evidence'), root)),
    );
    // A drawing may show its sources in another order than its data.
    expect(scanned.sort()).toEqual(listedKeys(path.join(root, file)).sort());
  },
);

test('every study has a page without holes, small enough to be read on a phone', () => {
  const shell = makeShell({
    ...site,
    html: '<html><head><title></title></head><body><main></main></body></html>',
    style: 's.css',
    script: 's.js',
    menu: [],
  });
  const pages = evidencePages({model, ...site});
  const html = pages.map((page) => [page.address, shell(page)] as const);
  const addresses = html.map(([address]) => address);
  expect(addresses).toEqual(
    expect.arrayContaining([...model.studies.keys()].map((id) => `studies/${id}/`)),
  );
  expect(new Set(addresses).size).toBe(addresses.length);
  const broken = html.filter(([, text]) => /undefined|NaN|\[object|\[@/.test(text));
  expect(broken.map(([address]) => address)).toEqual([]);
  const big = html.filter(([, text]) => text.length > 400_000);
  expect(big.map(([address, text]) => `${address} ${text.length}`)).toEqual([]);
});

test('BibTeX of every tenth reference, and of all with signs that LaTeX knows, is read back whole', () => {
  const sample = references.filter(
    ({title}, i) => i % 10 === 0 || /[\\^~&%$#_{}]|[^\u0000-\u024f\u2010-\u201d]/.test(title),
  );
  const {entries, errors} = parseBibtex(exportReferences(sample, 'bib'), {sentenceCase: false});
  expect(errors).toEqual([]);
  expect(entries.map(({key, fields: {title, doi}}) => [key, title, doi])).toEqual(
    sample.map(({id, title, DOI}) => [id, title, DOI]),
  );
});

test('RIS of all references is read back whole', () => {
  const entries = readRis(files.get('bibliography/references.ris')!);
  expect(
    entries.map((entry) => [entry.get('ID'), entry.get('TI'), entry.get('AU')?.length ?? 0]),
  ).toEqual(references.map(({id, title, author = []}) => [[id], [title], author.length]));
});

test('CSV has every study and every figure of every outcome', () => {
  const studies = [...model.studies.values()].map(({study}) => study);
  const rows = readCsv('api/v1/studies.csv');
  expect(rows.map(({study}) => study)).toEqual(studies.map(({id}) => id));
  const results = readCsv('api/v1/results.csv').filter(({origin}) => origin === 'reported');
  expect(results).toHaveLength(
    studies
      .flatMap(({outcomes = []}) => outcomes)
      .reduce((sum, one) => sum + ('results' in one ? one.results.length : 1), 0),
  );
});

test.each(['index', 'editions', 'studies', 'references', 'pages'])(
  'api/v1/%s.json is as its schema says',
  (name) => {
    const read = (file: string): object => JSON.parse(files.get(`api/v1/${file}.json`)!);
    const validate = new Ajv({strict: false, allErrors: true}).compile(read(`schemas/${name}`));
    validate(read(name));
    expect(validate.errors ?? []).toEqual([]);
  },
);

test('the page on the data names every column that readers of the tables may not guess', () => {
  const text = fs.readFileSync(path.join(root, 'docs/about/data-and-api.mdx'), 'utf8');
  for (const address of ['index', 'editions', 'studies', 'references', 'pages']) {
    expect(text).toContain(`/api/v1/${address}.json`);
  }
  for (const column of ['type', 'origin', 'percent', 'p', 'derived', 'primary', 'verified']) {
    expect(text).toContain(`\`${column}\``);
  }
});

test('a retracted source says so wherever it is listed', () => {
  const retracted = references.filter(({status}) => status?.is === 'retracted');
  expect(retracted.length).toBeGreaterThan(0);
  const inApi = JSON.parse(files.get('api/v1/references.json')!) as {
    key: string;
    status?: object;
  }[];
  for (const {id, status} of retracted) {
    const letter = evidencePages({model, ...site}).find(
      ({address}) => address === `bibliography/${id[0]}/`,
    )!;
    const entry = load(renderToStaticMarkup(letter.body))(`[id="${id}"] + p`);
    expect(entry.text()).toContain('Retracted');
    expect(inApi.find(({key}) => key === id)?.status).toEqual(status);
  }
});
