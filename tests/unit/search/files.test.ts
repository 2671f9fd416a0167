import type {Term} from '../../../src/evidence/vocabulary';
import {editionFiles, pageTexts, postsFile, type Documents} from '../../../src/search/files';
import {readIndexFile} from '../../../src/search/read';
import {KEYWORDS, TITLE, type ThemeDocument} from '../../../src/search/theme';
import {themeIndex} from '../../search/documents';

const BLADDER = '/docs/safety/bladder/';
const documents: Documents = [
  [
    {i: 1, t: 'Bladder', u: BLADDER, b: ['Safety']},
    {i: 5, t: 'History', u: '/docs/history/', b: []},
  ],
  [{i: 2, t: 'Recovery', u: BLADDER, h: '#recovery', p: 1}],
  [{i: 1, t: 'What ketamine does to the bladder.', u: BLADDER, s: 'Bladder', p: 1}],
  [{i: 1, t: 'K-Bladder, cystitis', u: BLADDER, s: 'Bladder', p: 1}],
  [
    {i: 3, t: 'Before any heading.', u: BLADDER, s: 'Bladder', h: '', p: 1},
    {i: 4, t: 'Stopping helps. Stopping early helps more.', u: BLADDER, h: '#recovery', p: 1},
  ],
];

function term(id: string, page: string, more: Partial<Term> = {}): Term {
  return {id, term: id, category: 'condition', definition: 'A thing.', page, ...more};
}

const terms = [
  term('ketamine-induced cystitis', 'safety/bladder#recovery', {
    lay: ['Ket Bladder'],
    searched_as: ['pee blood'],
    misspellings: ['cistitis'],
  }),
  term('nowhere', 'no/such/page', {lay: ['lost']}),
];

const slugOf = (url: string) => url.slice('/docs/'.length).replace(/\/$/, '');
const files = editionFiles(documents, terms, slugOf, themeIndex);

test('names are words with spaces between, each once, of terms whose page the edition has', () => {
  expect(files.names).toEqual({
    terms: [
      ['safety/bladder', 'ketamine induced cystitis', 'ket bladder', 'pee blood', 'cistitis'],
    ],
    keywords: [['safety/bladder', 'k bladder', 'cystitis']],
  });
});

test('a page is found by its keywords and by every name of its terms, without their words being shown', () => {
  const {documents: found, index} = readIndexFile(files.first)[KEYWORDS]!;
  expect(found.map(({u, p}) => [u, p])).toEqual([
    [BLADDER, 1],
    [BLADDER, 1],
  ]);
  expect(found.every(({t}) => t === undefined)).toBe(true);
  const stems = index.invertedIndex.map(([stem]) => stem);
  expect(stems).toEqual(expect.arrayContaining(['cystiti', 'pee', 'blood', 'ket', 'cistiti']));
  expect(stems).not.toContain('lost');
});

test('the first file has titles as they are shown, and no text of sections', () => {
  const [titles] = readIndexFile(files.first);
  expect(titles!.documents).toEqual(documents[TITLE]);
  expect(files.first[4]).toBeNull();
  expect(JSON.stringify(files.first)).not.toContain('Stopping');
});

test('the text is searched, not shipped: excerpts come from the texts of a page', () => {
  const sections = readIndexFile(files.text)[4]!;
  expect(sections.index.invertedIndex.map(([stem]) => stem)).toContain('stop');
  expect(JSON.stringify(files.text)).not.toContain('Stopping');
  expect(pageTexts(documents).get(1)).toEqual({
    '': 'What ketamine does to the bladder.',
    '#recovery': 'Stopping helps. Stopping early helps more.',
  });
});

test('words for spelling are those of the pages and right names, with their counts', () => {
  const words = files.words.words.split('\n');
  expect(words).toEqual([...words].sort());
  expect(words).toEqual(expect.arrayContaining(['bladder', 'stopping', 'cystitis', 'pee']));
  expect(words).not.toContain('cistitis');
  expect(files.words.counts).toHaveLength(words.length);
  expect(files.words.counts[words.indexOf('history')]).toBe('1');
});

test('posts are searched by all they say', () => {
  const post: ThemeDocument = {i: 9, t: 'A new trial', u: '/blog/trial/', b: []};
  const file = postsFile(
    [[post], [], [], [], [{...post, i: 10, p: 9, t: 'It failed.'}]],
    themeIndex,
  );
  const read = readIndexFile(file);
  expect(read[TITLE]!.documents[0]!.t).toBe('A new trial');
  expect(read[4]!.documents[0]!.t).toBeUndefined();
  expect(read[4]!.index.invertedIndex.map(([stem]) => stem)).toContain('fail');
});
