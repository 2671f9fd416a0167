import Ajv from 'ajv/dist/2020';
import {API_FILES} from '../../../../src/plugins/evidence-pages/server/api';
import {evidenceFiles} from '../../../../src/plugins/evidence-pages/server/files';
import {loadModel} from '../../../../src/plugins/evidence-pages/server/model';
import {removeSites} from '../../../helpers/site';
import {evidenceSite} from './site';

afterAll(removeSites);

let files: Map<string, string>;

beforeAll(() => {
  files = evidenceFiles({
    model: loadModel(evidenceSite()),
    url: 'https://example.org',
    baseUrl: '/base/',
    siteTitle: 'Site',
  });
});

function json(address: string): unknown {
  return JSON.parse(files.get(address)!);
}

test('every page with citations has files of its references, the latest edition also where it is pinned', () => {
  expect([...files.keys()].filter((address) => address.endsWith('references.bib')).sort()).toEqual([
    'bibliography/references.bib',
    'blog/a-post/references.bib',
    'docs/1.0/references.bib',
    'docs/2.0/safety/bladder/references.bib',
    'docs/next/safety/bladder/references.bib',
    'docs/next/safety/liver/references.bib',
    'docs/safety/bladder/references.bib',
    'studies/gone/references.bib',
    'studies/kept/references.bib',
    'studies/new/references.bib',
  ]);
  expect(files.get('docs/2.0/safety/bladder/references.ris')).toBe(
    files.get('docs/safety/bladder/references.ris'),
  );
});

test('a study has its sources in the order of its record', () => {
  expect((json('studies/new/references.json') as {id: string}[]).map(({id}) => id)).toEqual([
    'other2021',
    'base2020',
  ]);
});

test('the API says what it holds, and every file that it names is there', () => {
  const {files: named} = json('api/v1/index.json') as {files: {path: string; schema?: string}[]};
  expect(named.map(({path}) => path)).toEqual([
    ...Object.keys(API_FILES).map((name) => `${name}.json`),
    'studies.csv',
    'results.csv',
  ]);
  for (const {path, schema} of named) {
    expect(files.has(`api/v1/${path.replace('<id>', 'new')}`)).toBe(true);
    expect(schema === undefined || files.has(`api/v1/${schema}`)).toBe(true);
  }
});

test.each([
  ['index', 'index'],
  ['editions', 'editions'],
  ['studies', 'studies'],
  ['studies/new', 'study'],
  ['references', 'references'],
  ['pages', 'pages'],
])('%s.json is as its schema says; without its fields it is not', (name, schema) => {
  const validate = new Ajv({strict: false}).compile(
    json(`api/v1/schemas/${schema}.json`) as object,
  );
  expect(validate(json(`api/v1/${name}.json`)) ? [] : validate.errors).toEqual([]);
  expect(validate(Array.isArray(json(`api/v1/${name}.json`)) ? [{}] : {})).toBe(false);
  // A field that comes later is no error.
  const later = json(`api/v1/${name}.json`);
  (Array.isArray(later) ? later : [later]).forEach((record) => Object.assign(record, {later: 1}));
  expect(validate(later)).toBe(true);
});

test('a study in the API', () => {
  expect(json('api/v1/studies/new.json')).toMatchObject({
    id: 'new',
    edition: 'next',
    current: true,
    title: 'NEW <trial> (Author 2020)',
    year: 2020,
    url: 'https://example.org/base/studies/new/',
    cited_by: [
      {
        kind: 'page',
        title: 'Bladder',
        url: 'https://example.org/base/docs/safety/bladder/',
        draft: false,
        sections: [
          {id: 'at-a-glance', title: 'At a glance'},
          {id: 'signs', title: 'Signs'},
        ],
      },
      {kind: 'page', title: 'Liver', draft: true},
      {kind: 'post', title: 'A post'},
    ],
    record: {id: 'new', status: 'reported', arms: [{role: 'studied'}, {role: 'comparator'}]},
  });
});

test('pages of every edition with card, day of the search and keys', () => {
  expect(json('api/v1/pages.json')).toContainEqual({
    edition: '2.0',
    slug: 'safety/bladder',
    title: 'Bladder',
    description: 'About Bladder',
    url: 'https://example.org/base/docs/safety/bladder/',
    type: 'topic',
    evidence_searched: '2026-11-23',
    at_a_glance: {what: 'What [@base2020]', known: 'Known', unknown: 'Unknown'},
    references: ['base2020'],
  });
});

test('editions, newest first, then the draft', () => {
  expect(json('api/v1/editions.json')).toEqual([
    {
      edition: '2.0',
      label: 'Edition 2.0 (November 2026)',
      released: '2026-11-25',
      latest: true,
      draft: false,
      url: 'https://example.org/base/docs/',
    },
    {
      edition: '1.0',
      label: 'Edition 1.0 (January 2025)',
      released: '2025-01-15',
      latest: false,
      draft: false,
      url: 'https://example.org/base/docs/1.0/',
    },
    {
      edition: 'next',
      label: 'Next edition (draft)',
      latest: false,
      draft: true,
      url: 'https://example.org/base/docs/next/',
    },
  ]);
});
