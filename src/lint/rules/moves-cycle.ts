import {resolveMove} from '../moves';
import {defineRule, type Finding} from '../rule';

export const movesCycle = defineRule({
  id: 'moves/cycle',
  title: 'Moves do not lead in a circle',
  why: 'The browser would go round until it gives up, and the reader sees an error.',
  scope: 'next',
  check({content: {next, moves}}) {
    const reported = new Set<string>();
    return moves.moves.flatMap(({from}, i): Finding[] => {
      const result = resolveMove(from, moves.moves, next);
      // Each entry of a circle leads round it: told once, at its first entry.
      if (result.kind !== 'cycle' || result.chain.some((place) => reported.has(place))) {
        return [];
      }
      result.chain.forEach((place) => reported.add(place));
      return [
        {
          ...moves.place(i, 'from'),
          found: result.chain.join(' -> '),
          expected: 'a chain that ends at a page that exists',
          fix: 'remove the entry whose page or section is back in its old place',
        },
      ];
    });
  },
});
