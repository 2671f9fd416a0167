import fs from 'node:fs';
import path from 'node:path';
import {
  duplicateOf,
  fieldsOf,
  formatOf,
  keyFor,
  readRecords,
} from '../../../src/evidence/import-references';

const fixture = (name: string): string =>
  fs.readFileSync(path.join(__dirname, '../../fixtures/import', name), 'utf8');

describe('a file of records', () => {
  test('BibTeX, with its abbreviations, accents and groups', () => {
    const {format, records} = readRecords(fixture('zotero.bib'));
    expect(format).toBe('BibTeX');
    expect(records).toEqual([
      {
        line: 3,
        fields: {
          type: 'article-journal',
          title: 'Ketamine for Hiccups: a randomized trial',
          author: [{family: 'Smïth-Jones', given: 'Ana María'}, {literal: 'The HICCUP Group'}],
          'container-title': 'The Lancet',
          volume: '397',
          issue: '4',
          page: '10-20',
          issued: {'date-parts': [[2021, 3]]},
          DOI: '10.1000/hiccup.2021',
        },
      },
      {
        line: 17,
        fields: {
          type: 'report',
          title: 'Ketamine in hospitals & clinics',
          author: [{literal: 'Agency for Examples'}],
          publisher: 'Agency for Examples',
          issued: {'date-parts': [[2024]]},
          URL: 'https://example.org/report',
        },
      },
    ]);
  });

  test('RIS with Windows line ends, as EndNote writes it, PubMed number included', () => {
    const {format, records} = readRecords(fixture('endnote.ris'));
    expect(format).toBe('RIS');
    expect(records.map(({line}) => line)).toEqual([1, 15]);
    expect(records[0]!.fields).toEqual({
      type: 'article-journal',
      title: 'Esketamine and sleep: a cohort study',
      author: [
        {family: 'Doe', given: 'Jane'},
        {family: 'Roe', given: 'Richard B.'},
      ],
      'container-title': 'Journal of Examples',
      volume: '3',
      page: '1-9',
      issued: {'date-parts': [[2020]]},
      DOI: '10.1000/sleep.2020',
      PMID: '12345678',
    });
    expect(records[1]!.fields.title).toBe('Esketamine and dreams: a second cohort study');
  });

  test('CSL-JSON of Zotero: markup and full stop go, numbers in the note are taken', () => {
    expect(readRecords(fixture('csl.json'))).toEqual({
      format: 'CSL-JSON',
      records: [
        {
          line: 2,
          fields: {
            type: 'article-journal',
            title: 'Racemic ketamine and taste & smell',
            author: [{family: 'Łódź', given: 'Zoë'}],
            'container-title': 'Journal of Examples',
            issued: {'date-parts': [[2019, 7]]},
            PMID: '31000000',
            PMCID: 'PMC6500000',
          },
        },
      ],
    });
  });

  test('a broken record is told apart from its neighbors', () => {
    const {records} = readRecords(
      '@article{a, title={A good one}}\n@article{b, title={never closed\n@article{c, title={Another}}\n',
    );
    expect(
      records.map(({line, unreadable, fields}) => [line, fields.title, Boolean(unreadable)]),
    ).toEqual([
      [1, 'A good one', false],
      [2, undefined, true],
      [3, 'Another', false],
    ]);
  });

  test.each([
    ['a table', 'title,year\nA,2020\n', /neither BibTeX, RIS nor CSL-JSON/],
    ['nothing', '', /neither/],
    ['JSON cut short', '[{"title": "a"', /^JSON that cannot be read: /],
    ['an empty list', '[]', /CSL-JSON without a record/],
    ['BibTeX that is all comment', '@comment{x}', /BibTeX without a record/],
  ])('%s is refused in a sentence', (_, text, message) => {
    expect(() => readRecords(text)).toThrow(message);
  });

  test.each([
    ['a list of nothing useful', '[1, null, {"title": 5}, {"title": ["", "b"]}]'],
    [
      'a type that is an object',
      '[{"title": "a", "type": {"toString": 1}, "author": {"family": 1}}]',
    ],
    ['a type that every object has', '[{"title": "a", "type": "constructor"}]'],
  ])('%s gives answers, not an exception', (_, text) => {
    expect(() => readRecords(text)).not.toThrow();
  });

  test('the format is read off the text, not the name', () => {
    expect(['% Zotero\n@article{x,}', '  [{}]', 'TY  - JOUR', 'x'].map(formatOf)).toEqual([
      'BibTeX',
      'CSL-JSON',
      'RIS',
      undefined,
    ]);
  });
});

test('what Crossref answers becomes a reference without its publisher and its dashes', () => {
  expect(fieldsOf(JSON.parse(fixture('doi.json')) as Record<string, unknown>)).toEqual({
    type: 'article-journal',
    title: 'Ketamine for hiccups: a randomized trial',
    author: [{family: 'Smith', given: 'Ana'}, {literal: 'The HICCUP Group'}],
    'container-title': 'The Lancet',
    volume: '397',
    issue: '4',
    page: '10-20',
    issued: {'date-parts': [[2021, 3]]},
    DOI: '10.1000/hiccup.2021',
  });
});

describe('the key', () => {
  const of = (family: string, year = 2021) => ({
    author: [{family}],
    issued: {'date-parts': [[year]]},
  });

  test.each([
    ['aan het Rot', 'aanhetrot2021'],
    ['Meyer-Frießem', 'meyerfriessem2021'],
    ['Łódź', 'lodz2021'],
    ["O'Brien", 'obrien2021'],
  ])('of %s is %s', (family, key) => {
    expect(keyFor(of(family), () => false)).toBe(key);
  });

  test('gets a letter where it is taken', () => {
    const taken = new Set(['dean2021', 'dean2021b']);
    expect(keyFor(of('Dean'), (key) => taken.has(key))).toBe('dean2021c');
  });

  test.each([
    ['no author', {issued: {'date-parts': [[2021]]}}],
    ['no year', {author: [{family: 'Dean'}]}],
    ['an author without Latin letters', of('王')],
  ])('is left to a person with %s', (_, fields) => {
    expect(keyFor(fields, () => false)).toBeUndefined();
  });
});

describe('a duplicate is found', () => {
  const there = [
    {id: 'a2020', title: 'Ketamine for hiccups: a randomized trial', DOI: '10.1000/ABC', PMID: '1'},
    {id: 'b2020', title: 'Ketamine', PMCID: 'PMC2'},
  ];

  test.each([
    ['by DOI in other letters', {DOI: '10.1000/abc', title: 'x'}, {key: 'a2020', by: 'DOI'}],
    ['by PubMed id', {PMID: '1'}, {key: 'a2020', by: 'PMID'}],
    ['by PMC id', {PMCID: 'PMC2'}, {key: 'b2020', by: 'PMCID'}],
    [
      'by a title that differs in a letter and its signs',
      {title: 'Ketamine for hiccups. A randomised trial.'},
      {key: 'a2020', by: 'title'},
    ],
  ])('%s', (_, fields, expected) => {
    expect(duplicateOf(fields, there)).toEqual(expected);
  });

  test('but short titles may be the same, and other titles are other', () => {
    expect(duplicateOf({title: 'Ketamine'}, there)).toBeUndefined();
    expect(
      duplicateOf({title: 'Ketamine for hiccups in children: a cohort study'}, there),
    ).toBeUndefined();
  });
});
