import {createEngine, NAMES, TEXT, WORDS, type Engine} from '../../../src/search/engine';
import type {Kind, ThemeResult, ThemeSearch} from '../../../src/search/theme';

const SCOPE = {edition: '/docs/next/', root: '/'};

/** What the theme finds, by file and word. */
type Found = Record<string, Record<string, ThemeResult[]>>;

function found(url: string, type: Kind, stem: string): ThemeResult {
  const page = {i: 1, t: url, u: url, b: []};
  return {document: {i: 2, u: url, t: url, h: '#a'}, type, page, score: 2, metadata: {[stem]: {}}};
}

function engineOf(answers: Found): {engine: Engine; asked: string[]; fetched: string[]} {
  const asked: string[] = [];
  const fetched: string[] = [];
  const theme: ThemeSearch = {
    fetchIndexes: async (base, name) => void fetched.push(`${base}${name}`),
    search: async (base, name, word) => {
      asked.push(`${base}${name} ${word}`);
      return answers[name]?.[word] ?? [];
    },
  };
  const files: Record<string, unknown> = {
    [NAMES]: {
      terms: [['safety/bladder', 'ketamine induced cystitis', 'k bladder']],
      keywords: [['safety/bladder', 'cystitis']],
    },
    [WORDS]: {words: 'bladder\ncystitis\nketamine', counts: '919'},
  };
  const engine = createEngine(theme, async (base, name) => {
    fetched.push(`${base}${name}`);
    return files[name];
  });
  return {engine, asked, fetched};
}

test('the first answer asks for nothing but titles, headings, keywords and names', async () => {
  const {engine, asked, fetched} = engineOf({first: {bladder: [found('/bladder/', 0, 'bladder')]}});
  const answer = await engine.quick(SCOPE, 'bladder', 5);
  expect(answer?.pages.map(({url}) => url)).toEqual(['/bladder/']);
  expect(asked).toEqual(['/docs/next/first bladder']);
  expect(fetched).toEqual(['/docs/next/names']);
});

test('there is no first answer where titles do not answer every word', async () => {
  const {engine} = engineOf({first: {bladder: [found('/bladder/', 0, 'bladder')]}});
  expect(await engine.quick(SCOPE, 'bladder xenon', 5)).toBeUndefined();
});

test('the whole answer has text and posts, each in the files of its edition', async () => {
  const {engine, asked} = engineOf({
    text: {bladder: [found('/text/', 4, 'bladder')]},
    posts: {bladder: [found('/blog/', 4, 'bladder')]},
  });
  const {pages, posts} = await engine.full(SCOPE, 'bladder', 5);
  expect([pages[0]!.url, posts[0]!.url]).toEqual(['/text/', '/blog/']);
  expect(asked).toContain('/posts bladder');
  expect(asked).toContain(`/docs/next/${TEXT} bladder`);
});

test('a name is asked for by the words that pages use', async () => {
  const {engine} = engineOf({text: {cystitis: [found('/docs/safety/bladder/', 4, 'cystiti')]}});
  const {pages} = await engine.full(SCOPE, 'k bladder', 5);
  expect(pages.map(({url}) => url)).toEqual(['/docs/safety/bladder/']);
});

test('a single letter is not looked for in texts, where it begins hundreds of words', async () => {
  const {engine, asked} = engineOf({});
  await engine.full(SCOPE, 'k', 5);
  expect(asked).toEqual(['/docs/next/first k']);
});

test('a word is asked for once while a query grows', async () => {
  const {engine, asked} = engineOf({});
  await engine.full(SCOPE, 'bladder', 5);
  await engine.full(SCOPE, 'bladder ketamine', 5);
  expect(asked.filter((one) => one === '/docs/next/first bladder')).toHaveLength(1);
});

test('says how a typing error was understood', async () => {
  const {engine} = engineOf({text: {bladder: [found('/text/', 4, 'bladder')]}});
  expect(await engine.full(SCOPE, 'bladdder ', 5)).toMatchObject({corrected: 'bladder'});
});

test('proposes the nearest words where nothing is found', async () => {
  const {engine} = engineOf({});
  expect(await engine.full(SCOPE, 'blxxer', 5)).toEqual({
    pages: [],
    posts: [],
    proposal: 'bladder',
  });
});

test('a long paste is cut, not asked word by word', async () => {
  const {engine, asked} = engineOf({});
  await engine.full(SCOPE, Array.from({length: 500}, (_, n) => `word${n}x`).join(' '), 5);
  expect(asked.length).toBeLessThan(150);
});

test('what comes first is loaded before the rest', async () => {
  const {engine, fetched} = engineOf({});
  await engine.load(SCOPE);
  expect(fetched.slice(0, 2).sort()).toEqual(['/docs/next/first', '/docs/next/names']);
  expect(fetched.slice(2).sort()).toEqual(['/docs/next/text', '/docs/next/words', '/posts']);
});

test('a file that could not be had is asked for again', async () => {
  let fails = true;
  const engine = createEngine(
    {fetchIndexes: async () => {}, search: async () => []},
    async (_, name) => {
      if (fails) {
        throw new Error('offline');
      }
      return name === NAMES ? {terms: [], keywords: []} : {words: '', counts: ''};
    },
  );
  await expect(engine.full(SCOPE, 'bladder', 5)).rejects.toThrow('offline');
  fails = false;
  expect((await engine.full(SCOPE, 'bladder', 5)).pages).toEqual([]);
});
