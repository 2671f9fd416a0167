import {existsInNext} from '../moves';
import {defineRule, type Finding} from '../rule';

export const movesFrom = defineRule({
  id: 'moves/from',
  title: 'What has moved is gone from its old place, and moved once',
  why: 'A page and a redirect cannot stand at one address.',
  scope: 'next',
  check({content: {next, moves}}) {
    const all = moves.moves.map(({from}) => from);
    return all.flatMap((from, i): Finding[] => {
      const place = moves.place(i, 'from');
      const first = all.indexOf(from);
      if (first < i) {
        return [
          {
            ...place,
            found: `from: ${from}, a second time`,
            expected: 'each place once',
            fix: `remove this entry, or the one at line ${moves.place(first, 'from').line}`,
          },
        ];
      }
      return existsInNext(from, next)
        ? [
            {
              ...place,
              found: `from: ${from}, which is in ${next.folder}/`,
              expected: 'a page or section that is there no more',
              fix: 'remove the entry; or, if it has moved, remove what stands in the old place',
            },
          ]
        : [];
    });
  },
});
