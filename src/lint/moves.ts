/** Where an old address leads: follows docs/_moves.yml from entry to entry. */
import {splitTarget, type Move} from '../evidence/moves';
import type {EditionContent} from './content';
import {headingIds} from './content';

export type Resolution =
  | {kind: 'exists'}
  /** The last place, which is neither there nor moved on. */
  | {kind: 'gone'; at: string}
  /** Places of a circle, the first repeated at the end. */
  | {kind: 'cycle'; chain: string[]};

/** True for a page, or a heading of a page, of the draft. */
export function existsInNext(target: string, next: EditionContent): boolean {
  const {slug, id} = splitTarget(target);
  const page = next.pages.get(slug);
  return (
    page !== undefined && (id === undefined || !page.idsKnown || headingIds(page).includes(id))
  );
}

/**
 * Follows moves from a place until one exists. A page that moved takes its sections along: where `old` went to `new`,
 * `old#id` leads to `new#id` if it is there, else to the top of `new`.
 */
export function resolveMove(
  from: string,
  moves: readonly Move[],
  next: EditionContent,
): Resolution {
  const byFrom = new Map(moves.map((move) => [move.from, move.to]));
  const chain: string[] = [];
  let at = from;
  for (;;) {
    if (chain.includes(at)) {
      return {kind: 'cycle', chain: [...chain.slice(chain.indexOf(at)), at]};
    }
    chain.push(at);
    if (existsInNext(at, next)) {
      return {kind: 'exists'};
    }
    const {slug, id} = splitTarget(at);
    const to = byFrom.get(at);
    const pageTo = byFrom.get(slug);
    if (to !== undefined) {
      at = to;
    } else if (id !== undefined && pageTo !== undefined) {
      const {slug: newSlug, id: newId} = splitTarget(pageTo);
      const kept = `${newSlug}#${id}`;
      at = newId === undefined && existsInNext(kept, next) ? kept : pageTo;
    } else {
      return {kind: 'gone', at};
    }
  }
}
