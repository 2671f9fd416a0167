/** Where an old address leads in the draft, by docs/_moves.yml. */
import {followMoves, splitTarget, type Move, type Resolution} from '../evidence/moves';
import type {EditionContent} from './content';
import {headingIds} from './content';

/** True for a page, or a heading of a page, of the draft. */
export function existsInNext(target: string, next: EditionContent): boolean {
  const {slug, id} = splitTarget(target);
  const page = next.pages.get(slug);
  return (
    page !== undefined && (id === undefined || !page.idsKnown || headingIds(page).includes(id))
  );
}

/** See `followMoves`: from a place until one exists in the draft. */
export function resolveMove(
  from: string,
  moves: readonly Move[],
  next: EditionContent,
): Resolution {
  return followMoves(from, moves, (target) => existsInNext(target, next));
}
