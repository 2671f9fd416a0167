import {chiSquareTail, normalMultiplier, tMultiplier} from '../../../src/evidence/distributions';

test.each([
  [90, 1.644854],
  [95, 1.959964],
  [99, 2.575829],
])('the normal multiplier of a %d%% interval', (level, expected) => {
  expect(normalMultiplier(level)).toBeCloseTo(expected, 6);
});

test.each([
  [1, 12.706205],
  [2, 4.302653],
  [4, 2.776445],
  [12, 2.178813],
  [30, 2.042272],
])("Student's multiplier with %d degrees of freedom", (df, expected) => {
  expect(tMultiplier(df)).toBeCloseTo(expected, 5);
});

test.each([
  [3.841459, 1, 0.05],
  [12.591587, 6, 0.05],
  [26.216967, 12, 0.01],
])('the tail of chi-squared above %d with %d degrees of freedom', (x, df, expected) => {
  expect(chiSquareTail(x, df)).toBeCloseTo(expected, 6);
});
