const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A date in words. Written out here and not by the browser's locale, so that server and reader see the same text.
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (month === undefined) {
    return String(year);
  }
  const name = MONTHS[month - 1];
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}
