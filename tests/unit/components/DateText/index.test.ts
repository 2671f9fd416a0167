import {dateText} from '../../../../src/components/DateText';

test.each([
  ['a year', '2025', '2025'],
  ['a month', '2025-10', 'October 2025'],
  ['a day', '2025-10-22', 'October 22, 2025'],
  ['a day without its zero', '2026-01-02', 'January 2, 2026'],
  ['the last day of a year, wherever it is read', '2026-12-31', 'December 31, 2026'],
])('dateText writes %s in words', (_, date, text) => {
  expect(dateText(date)).toBe(text);
});
