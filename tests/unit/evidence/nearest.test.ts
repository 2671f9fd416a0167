import {nearest} from '../../../src/evidence/nearest';

const KEYS = ['zarate2006', 'zarate2012', 'murrough2013', 'jelovac2025'];

test.each([
  ['the likeliest first', 'zarate206', KEYS, ['zarate2006', 'zarate2012', 'jelovac2025']],
  ['whatever the case', 'ZARATE2012', KEYS, ['zarate2012', 'zarate2006', 'murrough2013']],
  ['ties in alphabetical order', 'x', ['c', 'b', 'a'], ['a', 'b', 'c']],
  ['fewer than three where there are fewer', 'x', ['zarate2006'], ['zarate2006']],
  ['none where there are none', 'x', [], []],
])('names %s', (_, word, candidates, expected) => {
  expect(nearest(word, candidates)).toEqual(expected);
});

test('takes as many as asked, from any iterable', () => {
  expect(nearest('zarate2006', new Set(KEYS), 1)).toEqual(['zarate2006']);
});
