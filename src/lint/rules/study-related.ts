import {nearest} from '../../evidence/nearest';
import {defineRule} from '../rule';

export const studyRelated = defineRule({
  id: 'study/related',
  title: 'Studies name as related only other studies of their edition',
  why: 'Whoever adds up studies must know which of them share people.',
  scope: 'all',
  check: ({editions}) =>
    editions.flatMap(({studies, folder}) =>
      [...studies.byId.values()].flatMap(({id, related = []}) =>
        related.flatMap(({study}, i) =>
          study !== id && studies.ids.includes(study)
            ? []
            : [
                {
                  ...studies.place(id, ['related', i, 'study']),
                  found: study === id ? `${study}, the study itself` : study,
                  expected: `the name of another file in ${folder}/_evidence/studies/, without .yml`,
                  closest: nearest(
                    study,
                    studies.ids.filter((other) => other !== id),
                  ),
                  fix: 'correct the id, or leave the entry out',
                },
              ],
        ),
      ),
    ),
});
