import {defineRule, type Finding} from '../rule';
import {missingTarget} from '../targets';

export const timelineAffects = defineRule({
  id: 'timeline/affects',
  title: 'Pages that an event affects exist in its own edition',
  why: 'The timeline links them: a reader goes from what happened to what it means now.',
  scope: 'all',
  check: ({content, editions}) =>
    editions.flatMap((edition) => {
      const {value = [], place} = edition.data.timeline;
      return value.flatMap(({affects}, i) =>
        affects.flatMap((target, j): Finding[] => {
          const at = place([i, 'affects', j]);
          if (affects.indexOf(target) < j) {
            return [
              {
                ...at,
                found: `${target}, a second time`,
                expected: 'each page once',
                fix: 'remove it',
              },
            ];
          }
          const missing = missingTarget(target, edition, content);
          return missing ? [{...at, ...missing}] : [];
        }),
      );
    }),
});
