import {parse} from '@retorquere/bibtex-parser';
import {cslItem, exportReferences} from '../../../src/evidence/export-references';
import {reference} from '../../helpers/evidence';
import {readRis} from '../../helpers/ris';

const HARD = 'Effects of 2% ketamine & β-blockers_new: {in} ~5 #1 cases, $3^2 "quoted" \\ Zürich';

const article = reference('zarate2006', {
  title: HARD,
  author: [
    {family: 'Zarate', given: 'Carlos A.', suffix: 'Jr.'},
    {family: 'Łukasz', given: 'Žofie', 'non-dropping-particle': 'van der'},
    {literal: 'Group & Co'},
  ],
  volume: '63',
  issue: '8',
  page: '856-864',
  issued: {'date-parts': [[2006, 8, 1]]},
  DOI: '10.1001/archpsyc.63.8.856',
  PMID: '16894061',
  note: 'Ours alone',
});
const report = reference('a-very-long-key-of-more-than-twenty-letters', {
  type: 'article-newspaper',
  title:
    'A title that is so long that an older writer of the format would break it inside of a word',
  author: [{literal: 'The News'}],
  issued: undefined,
  DOI: undefined,
  PMID: '12345',
});

/** BibTeX's own reading, without changes of case. */
function readBib(text: string) {
  const {entries, errors} = parse(text, {sentenceCase: false});
  expect(errors).toEqual([]);
  return entries;
}

test('BibTeX is read back by another parser, special characters and all', () => {
  const entries = readBib(exportReferences([article, report], 'bib'));
  expect(entries.map(({key}) => key)).toEqual([
    'zarate2006',
    'a-very-long-key-of-more-than-twenty-letters',
  ]);
  const [{fields, type}] = entries as [(typeof entries)[number]];
  expect(type).toBe('article');
  expect(fields).toMatchObject({
    title: HARD,
    journal: 'Journal',
    volume: '63',
    number: '8',
    year: '2006',
    doi: '10.1001/archpsyc.63.8.856',
    url: 'https://doi.org/10.1001/archpsyc.63.8.856',
  });
  expect(fields.author?.map(({lastName, name}) => lastName ?? name)).toEqual([
    'Zarate',
    expect.stringContaining('Łukasz'),
    'Group & Co',
  ]);
});

test('RIS has one line a field, the whole key, and an author for every type', () => {
  const [first, second] = readRis(exportReferences([article, report], 'ris'));
  expect(first!.get('TY')).toEqual(['JOUR']);
  expect(first!.get('TI')).toEqual([HARD]);
  expect(first!.get('AU')).toHaveLength(3);
  expect(first!.get('DO')).toEqual(['10.1001/archpsyc.63.8.856']);
  expect(first!.get('PY')).toEqual(['2006']);
  expect(second!.get('ID')).toEqual(['a-very-long-key-of-more-than-twenty-letters']);
  expect(second!.get('TI')).toEqual([report.title]);
  expect(second!.get('AU')).toEqual(['The News']);
});

test('CSL-JSON holds the record without our own fields, and an address', () => {
  const [first, second] = JSON.parse(exportReferences([article, report], 'json'));
  expect(first).toEqual({
    id: 'zarate2006',
    type: 'article-journal',
    title: HARD,
    author: article.author,
    'container-title': 'Journal',
    volume: '63',
    issue: '8',
    page: '856-864',
    issued: {'date-parts': [[2006, 8, 1]]},
    DOI: '10.1001/archpsyc.63.8.856',
    PMID: '16894061',
    URL: 'https://doi.org/10.1001/archpsyc.63.8.856',
  });
  expect(second.URL).toBe('https://pubmed.ncbi.nlm.nih.gov/12345/');
});

test('an address of its own is kept', () => {
  expect(cslItem(reference('x', {URL: 'https://example.org/x'})).URL).toBe('https://example.org/x');
});

test('entries stand in the order asked for, and the same one is written alike twice', () => {
  const text = exportReferences([report, article], 'bib');
  expect(readBib(text).map(({key}) => key)).toEqual([report.id, article.id]);
  expect(exportReferences([report, article], 'bib')).toBe(text);
});

test('no references make an empty file', () => {
  expect(exportReferences([], 'bib')).toBe('');
  expect(exportReferences([], 'json')).toBe('[]\n');
});
