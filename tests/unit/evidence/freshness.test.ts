import {dueDate, isDue} from '../../../src/evidence/freshness';

test.each([
  ['2026-11-25', '2027-11-25'],
  ['2026-12-31', '2027-12-31'],
  ['2028-02-29', '2029-02-28'],
])('a search of %s is old from %s on', (searched, due) => {
  expect(dueDate(searched)).toBe(due);
  expect(isDue(searched, due)).toBe(true);
});

test('a day before, it is not', () => {
  expect(isDue('2026-11-25', '2027-11-24')).toBe(false);
});
