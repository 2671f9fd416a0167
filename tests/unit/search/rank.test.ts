import {rank} from '../../../src/search/rank';
import type {Kind, ThemeResult} from '../../../src/search/theme';
import type {Understood} from '../../../src/search/understand';

/** Pages of the edition. */
const PAGES = 50;

function found(url: string, type: Kind, h = '', stem = 'dose', score = 2): ThemeResult {
  const page = {i: 1, t: `Title of ${url}`, u: url, b: ['Reference']};
  return {
    document: {i: 2, u: url, s: `Section ${h}`, t: `Section ${h}`, ...(h ? {h} : {})},
    type,
    page,
    score,
    metadata: {[stem]: {}},
  };
}

function wanting(...words: string[]): Understood {
  return {
    chosen: new Map(),
    wanted: words.map((word) => ({homes: [], alternatives: [{words: [word], weight: 1}]})),
  };
}

function order(understood: Understood, answers: Record<string, ThemeResult[]>): string[] {
  return rank(understood, new Map(Object.entries(answers)), 10, PAGES).pages.map(({url}) => url);
}

test('a title is worth more than a mention', () => {
  expect(order(wanting('dose'), {dose: [found('/text/', 4, '#a'), found('/title/', 0)]})).toEqual([
    '/title/',
    '/text/',
  ]);
});

test('words may lie apart on a page', () => {
  const answers = {
    trd: [found('/both/', 0, '', 'trd'), found('/one/', 0, '', 'trd')],
    dose: [found('/both/', 1, '#dose')],
  };
  expect(order(wanting('trd', 'dose'), answers)[0]).toBe('/both/');
});

test('the section that answers leads its page, with its heading and what to mark', () => {
  const [page] = rank(
    wanting('dose'),
    new Map([['dose', [found('/a/', 4, '#low', 'dose', 1), found('/a/', 4, '#high', 'dose', 5)]]]),
    10,
    PAGES,
  ).pages;
  expect(page).toMatchObject({
    title: 'Title of /a/',
    breadcrumb: ['Reference'],
    sections: [{hash: '#high', heading: 'Section #high', marks: ['dose']}, {hash: '#low'}],
  });
});

test('a whole word is worth more than the beginning of one', () => {
  const answers = {dose: [found('/begins/', 4, '#a', 'dosette'), found('/whole/', 4, '#a')]};
  expect(order(wanting('dose'), answers)).toEqual(['/whole/', '/begins/']);
});

test('the page that the vocabulary names, and one that chose the words, come first', () => {
  const answers = {dose: ['/a/', '/docs/home/', '/docs/key/'].map((url) => found(url, 4, '#a'))};
  const understood = wanting('dose');
  understood.wanted[0]!.homes.push('home');
  expect(order({...understood, chosen: new Map([['key', 2]])}, answers)).toEqual([
    '/docs/home/',
    '/docs/key/',
    '/a/',
  ]);
});

test('leaves out what answers far less than the best, where there is more than a few', () => {
  const far = ['/a/', '/b/', '/c/', '/d/', '/e/'].map((url) => found(url, 4, '#a', 'dose', 1));
  const answers = {dose: [found('/best/', 0, '', 'dose', 9), ...far]};
  expect(order(wanting('dose'), answers)).toEqual(['/best/', '/a/', '/b/', '/c/', '/d/']);
});

test('a word that stands on nearly every page tells less than a rare one', () => {
  const common = Array.from({length: PAGES}, (_, n) => found(`/${n}/`, 4, '#a', 'ketamine', 3));
  const answers = {ketamine: common, cream: [found('/cream/', 4, '#a', 'cream', 2)]};
  expect(order(wanting('ketamine', 'cream'), answers)[0]).toBe('/cream/');
});

test('says whether all that is wanted is answered', () => {
  const answers = new Map([['dose', [found('/a/', 0)]]]);
  expect(rank(wanting('dose'), answers, 10, PAGES).covered).toBe(true);
  expect(rank(wanting('dose', 'xyz'), answers, 10, PAGES).covered).toBe(false);
});

test('what no index keeps need not be answered: lunr leaves out "often"', () => {
  expect(
    rank(wanting('dose', 'often'), new Map([['dose', [found('/a/', 0)]]]), 10, PAGES).covered,
  ).toBe(true);
});
