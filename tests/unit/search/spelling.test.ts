import {american, corrections, proposal} from '../../../src/search/spelling';

const KNOWN = new Map([
  ['ketamine', 90],
  ['depression', 40],
  ['midazolam', 5],
  ['dosing', 8],
  ['dose', 20],
]);

test.each([
  ['one letter in a word of middle length', 'ketamin', 'ketamine'],
  ['two in a long one', 'depresion', 'depression'],
  ['two letters changed', 'midasolan', 'midazolam'],
])('mends %s', (_, typed, right) => {
  expect(corrections(typed, KNOWN, false)).toEqual([right]);
});

test.each([
  ['a known word', 'ketamine'],
  ['a short word, where one letter makes another', 'dosa'],
  ['a word with a digit', 'r-1077777'],
  ['a word that begins otherwise', 'cetamine'],
  ['a word that is far from all', 'zolpidem'],
])('leaves %s', (_, typed) => {
  expect(corrections(typed, KNOWN, false)).toEqual([]);
});

test('the beginning of a known word is right while more may follow', () => {
  expect(corrections('depress', KNOWN, true)).toEqual([]);
  expect(corrections('ketamin', KNOWN, true)).toEqual([]);
});

test('proposes a word that is too far to be mended unasked, but not one that shares little', () => {
  expect(proposal('ketomone', KNOWN)).toBe('ketamine');
  expect(proposal('kxxxxxxx', KNOWN)).toBeUndefined();
});

test.each([
  ['haematuria', 'hematuria'],
  ['oedema', 'edema'],
  ['anaesthetised', 'anesthetized'],
  ['tumours', 'tumors'],
  ['centre', 'center'],
  ['labelled', 'labeled'],
])('knows that %s is %s', (british, expected) => {
  expect(american(british, new Map([[expected, 1]]))).toBe(expected);
});

test('an American spelling that the edition does not know is none', () => {
  expect(american('haematuria', new Map([['hematoma', 1]]))).toBeUndefined();
  expect(american('four', new Map([['for', 9]]))).toBeUndefined();
});
