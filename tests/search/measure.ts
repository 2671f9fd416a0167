/** Figures of ranked answers to judged queries. */

export interface Judged {
  q: string;
  /** Slugs of pages that answer it, best first. */
  pages: string[];
  /** What sort of words it is made of. */
  kind: string;
}

/** Slugs of the pages found, best first, without repeats. */
export type Ranked = readonly string[];

export interface Figures {
  queries: number;
  /** Share of queries with an acceptable page among the first 1, 3 and 8, in percent. */
  at1: number;
  at3: number;
  at8: number;
  /** Mean reciprocal rank. */
  mrr: number;
  /** Queries without any result. */
  none: number;
}

/** Place of the first acceptable page, from 1; 0 where there is none. */
export function rankOf({pages}: Judged, found: Ranked): number {
  return found.findIndex((page) => pages.includes(page)) + 1;
}

/** @param answers in the order of the queries */
export function figures(queries: readonly Judged[], answers: readonly Ranked[]): Figures {
  const ranks = queries.map((query, n) => rankOf(query, answers[n]!));
  const share = (n: number) =>
    (100 * ranks.filter((rank) => rank > 0 && rank <= n).length) / queries.length;
  return {
    queries: queries.length,
    at1: share(1),
    at3: share(3),
    at8: share(8),
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / queries.length,
    none: answers.filter(({length}) => length === 0).length,
  };
}
