/** When a page's evidence must be searched again. Loaded by the browser too: no imports. */

/** After so many months a search is old. */
export const MONTHS_FRESH = 12;

/** The day on which a search of a day becomes old; the last day of a month where that month is shorter. */
export function dueDate(searched: string): string {
  const [year = 0, month = 1, day = 1] = searched.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + MONTHS_FRESH, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** @param today `2026-11-25` */
export function isDue(searched: string, today: string): boolean {
  return dueDate(searched) <= today;
}
