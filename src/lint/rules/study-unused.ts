import {citedForReaders} from '../citations';
import {defineRule} from '../rule';

export const studyUnused = defineRule({
  id: 'study/unused',
  title: 'Some page, post or figure cites the study (warning)',
  why: 'A study that no text speaks of is found only by those who search for it.',
  scope: 'next',
  severity: 'warning',
  check(context) {
    const cited = citedForReaders(context);
    const {studies} = context.content.next;
    return [...studies.byId.values()]
      .filter(({refs}) => !refs.some((key) => cited.has(key)))
      .map(({id, refs}) => ({
        ...studies.place(id, ['refs']),
        found: `${id}, whose references no page cites`,
        expected: 'a page, post or figure that cites it',
        fix: `cite it as [@${refs[0]}] where its subject is treated`,
      }));
  },
});
