import {splitTarget} from '../../evidence/moves';
import {nearest} from '../../evidence/nearest';
import {headingIds} from '../content';
import {resolveMove} from '../moves';
import {defineRule, type Finding} from '../rule';

export const movesTo = defineRule({
  id: 'moves/to',
  title: 'Moves lead to a page and section that exist',
  why: 'An old link would lead from one place that is gone to another.',
  scope: 'next',
  check({content: {next, moves}}) {
    return moves.moves.flatMap(({to}, i): Finding[] => {
      const result = resolveMove(to, moves.moves, next);
      if (result.kind !== 'gone') {
        return [];
      }
      const {slug, id} = splitTarget(to);
      const page = next.pages.get(slug);
      return [
        {
          ...moves.place(i, 'to'),
          found: result.at === to ? `to: ${to}` : `to: ${to}, which leads to ${result.at}`,
          expected: `a page or section of ${next.folder}/, or one that has moved on itself`,
          closest:
            page && id !== undefined
              ? nearest(id, headingIds(page)).map((other) => `${slug}#${other}`)
              : nearest(slug, next.pages.keys()),
          fix: 'correct the target',
        },
      ];
    });
  },
});
