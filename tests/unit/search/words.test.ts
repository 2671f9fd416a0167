import {stemOf, tellingWords, wordsOf} from '../../../src/search/words';

test.each([
  ['a number apart from its unit', '0.5mg/kg', ['0.5', 'mg/kg']],
  ['hyphens', 'Half-life, intra‑nasal', ['half', 'life', 'intra', 'nasal']],
  ['possessives', 'Crohn’s patient’s', ['crohn', 'patient']],
  ['accents', 'Ménière', ['meniere']],
  [
    'slashes between words, not in units or pressures',
    'bladder/urine 140/90',
    ['bladder', 'urine', '140/90'],
  ],
  ['punctuation at the ends', '(ketamine).', ['ketamine']],
  ['nothing in nothing', ' — ', []],
])('parts %s', (_, text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('short words of the field tell, stop words do not', () => {
  expect(tellingWords(['what', 'is', 'iv', 'k', 'dose'])).toEqual(['iv', 'k', 'dose']);
});

test('where no word tells, all are kept', () => {
  expect(tellingWords(['what', 'is', 'it'])).toEqual(['what', 'is', 'it']);
});

test('forms of a word share a stem', () => {
  expect(stemOf('doses')).toBe(stemOf('dosing'));
});
