import {explorerData, explorerDocsDir} from '../../../../src/plugins/study-explorer/explorer-data';
import {reference, referencesYml, studyRecord} from '../../../helpers/evidence';
import {makeSite, removeSites, type Files} from '../../../helpers/site';

afterAll(removeSites);

const EDITION = 'versioned_docs/version-1.0';

function site(dir: string, studies: Record<string, object>, more: Files = {}): string {
  return makeSite({
    [`${dir}/_evidence/references.yml`]: referencesYml(
      reference('base2020'),
      reference('later2024', {issued: {'date-parts': [[2024]]}}),
      reference('undated', {issued: undefined}),
    ),
    ...Object.fromEntries(
      Object.entries(studies).map(([id, record]) => [
        `${dir}/_evidence/studies/${id}.yml`,
        JSON.stringify(studyRecord(id, record)),
      ]),
    ),
    ...more,
  });
}

test('newest first; values of filters, and what a record does not say', () => {
  const {rows, edition} = explorerData(
    site('docs', {
      old: {certainty: 'low', conditions: ['complex-regional-pain-syndrome', 'anxiety']},
      planned: {
        refs: ['later2024'],
        name: 'KADS',
        status: 'ongoing',
        participants: undefined,
        planned: 400,
        arms: [{id: 'esk', label: 'E', drug: 'esketamine'}],
        design: 'cohort',
      },
      bare: {refs: ['undated'], design: 'case-series', arms: undefined, participants: undefined},
    }),
  );
  expect(edition).toBeNull();
  expect(rows.map(({id}) => id)).toEqual(['planned', 'old', 'bare']);
  expect(rows[0]).toEqual({
    id: 'planned',
    title: 'KADS (Author 2024)',
    finding: 'What it adds.',
    n: 400,
    planned: true,
    status: 'Ongoing',
    year: 2024,
    values: {
      condition: ['major-depression'],
      drug: ['esketamine'],
      route: ['none'],
      comparator: ['none'],
      design: ['cohort'],
      size: ['200-999'],
      year: ['2020-2024'],
      certainty: ['none'],
    },
    groups: ['any-depression'],
  });
  expect(rows[1]).toMatchObject({
    values: {comparator: ['midazolam'], certainty: ['low'], size: ['50-199']},
    groups: ['any-pain', 'any-anxiety'],
  });
  expect(rows[2]!.values).toMatchObject({drug: ['none'], size: ['none'], year: ['none']});
});

test('filters offer what some study has, in the order of the vocabulary', () => {
  const {facets} = explorerData(
    site('docs', {a: {}, b: {conditions: ['ptsd', 'major-depression'], certainty: 'high'}}),
  );
  const values = (id: string) =>
    facets.find((facet) => facet.id === id)!.choices.map(({value}) => value);
  expect(values('condition')).toEqual([
    'any-depression',
    'major-depression',
    'any-anxiety',
    'ptsd',
  ]);
  expect(values('comparator')).toEqual(['midazolam']);
  expect(values('certainty')).toEqual(['high', 'none']);
});

test('the newest edition that has studies, else the draft', () => {
  const edition = {
    'versions.json': '["2.0", "1.0"]',
    [`${EDITION}/_edition.yml`]: 'edition: "1.0"\nreleased: 2026-11-25\n',
    'versioned_docs/version-2.0/_edition.yml': 'edition: "2.0"\nreleased: 2026-12-25\n',
  };
  expect(explorerData(site(EDITION, {a: {}}, edition)).edition).toBe('1.0 (November 2026)');
  const draft = site('docs', {a: {}}, edition);
  expect(explorerDocsDir(draft)).toBe(`${draft}/docs`);
});

test('a broken record stops it', () => {
  expect(() => explorerData(site('docs', {a: {design: 'guess'}}))).toThrow(/study\/schema/);
});
