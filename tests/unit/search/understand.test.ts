import {readKeywords, readNames} from '../../../src/search/names';
import {understand} from '../../../src/search/understand';

const VOCABULARY = {
  names: readNames([
    ['safety/urinary-tract', 'ketamine induced cystitis', 'k bladder', 'ketamine bladder'],
    ['background/mechanism-of-action', 'mechanism of action', 'how does ketamine work'],
    ['clinical-uses/overview', 'clinical uses of ketamine', 'what is ketamine used for'],
    ['background/overview', 'ketamine', 'ketamin'],
    ['clinical-uses/trd', 'treatment resistant depression', 'trd'],
  ]),
  keywords: readKeywords([
    ['future-directions/overview', 'ketamine research'],
    ['safety/overview', 'research'],
  ]),
};
const KNOWN = new Map([
  ['ketamine', 90],
  ['bladder', 9],
  ['depression', 30],
]);

function homesOf(query: string): string[][] {
  return understand(query, VOCABULARY, KNOWN).wanted.map(({homes}) => homes);
}

test('a name of several words is one thing, with its preferred term as another way to say it', () => {
  const {wanted} = understand('k bladder dose ', VOCABULARY, KNOWN);
  expect(wanted).toEqual([
    {
      homes: ['safety/urinary-tract'],
      alternatives: [
        {words: ['k', 'bladder'], weight: 1},
        {words: ['ketamine', 'induced', 'cystitis'], weight: 0.9},
      ],
    },
    {homes: [], alternatives: [{words: ['dose'], weight: 1}]},
  ]);
});

test.each([
  ['as it stands', 'how does ketamine work', 'background/mechanism-of-action'],
  ['by its telling words', 'ketamine work', 'background/mechanism-of-action'],
  ['in the plural', 'ketamine bladders', 'safety/urinary-tract'],
  ['in capitals', 'TRD', 'clinical-uses/trd'],
  ['after its spelling is mended', 'ketamine blader', 'safety/urinary-tract'],
])('knows a name %s', (_, query, page) => {
  expect(homesOf(query)[0]).toContain(page);
});

test('a name of which stop words leave one word is not a name of that word', () => {
  expect(homesOf('ketamine')).toEqual([['background/overview']]);
});

test('says how a query was understood only where that is not as it was typed', () => {
  expect(understand('depresion ', VOCABULARY, KNOWN).corrected).toBe('depression');
  expect(understand('depression ', VOCABULARY, KNOWN).corrected).toBeUndefined();
});

test('mends nothing while the words of the edition are not loaded', () => {
  expect(understand('depresion ', VOCABULARY, new Map()).corrected).toBeUndefined();
});

test('tells which pages chose words of the query as a keyword, and how many', () => {
  expect(understand('new ketamine research', VOCABULARY, KNOWN).chosen).toEqual(
    new Map([
      ['future-directions/overview', 2],
      ['safety/overview', 1],
    ]),
  );
});

describe('loosely', () => {
  const names = readNames([
    ['safety/abuse', 'abuse potential', 'is ketamine addictive'],
    ['clinical-uses/addiction', 'addiction'],
    ['safety/poisons', 'urine drug test', 'does ketamine show on a drug test'],
    ['background/law', 'schedule iii', 'schedule 3'],
    ['clinical-uses/course', 'induction phase', 'spravato schedule'],
  ]);
  const homes = (query: string) =>
    understand(query, {names, keywords: new Map()}, KNOWN).wanted.map((thing) => thing.homes);

  test.each([
    ['about another of the drugs', 'is spravato addictive', ['safety/abuse']],
    ['in another order', 'addictive ketamine', ['safety/abuse']],
    ['without the drug', 'will it show on a drug test', ['safety/poisons']],
    ['for which there is no exact one', 'esketamine schedule', ['clinical-uses/course']],
  ])('a name is known %s', (_, query, expected) => {
    expect(homes(query).flat()).toEqual(expected);
  });

  test('a name that reaches further comes before a loose one', () => {
    expect(homes('ketamine schedule 3').flat()).toEqual(['background/law']);
  });

  test('a word as it is written comes before another with its stem', () => {
    expect(homes('addiction')).toEqual([['clinical-uses/addiction']]);
  });
});

test('a British spelling is looked for in American too, and is no mistake', () => {
  const known = new Map([['hematuria', 3]]);
  const {wanted, corrected} = understand('haematuria ', VOCABULARY, known);
  expect(wanted[0]!.alternatives.map(({words}) => words)).toEqual([['haematuria'], ['hematuria']]);
  expect(corrected).toBeUndefined();
});
