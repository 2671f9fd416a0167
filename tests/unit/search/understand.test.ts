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
