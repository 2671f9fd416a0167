import {CRITERION_IDS} from '../../evidence/self-assessment';
import {nearest} from '../../evidence/nearest';
import {defineRule, type Finding} from '../rule';

export const assessmentCriteria = defineRule({
  id: 'assessment/criteria',
  title: 'Every criterion of trust is assessed once',
  why: 'A self-assessment that leaves out what is not met is an advertisement.',
  scope: 'next',
  check({content: {next}}) {
    const {value, place} = next.assessment;
    if (!value) {
      return [];
    }
    const seen = new Set<string>();
    const each = value.groups.flatMap((group, g) =>
      group.criteria.flatMap(({id}, c): Finding[] => {
        const at = place(['groups', g, 'criteria', c, 'id']);
        const isFirst = !seen.has(id);
        seen.add(id);
        if (!isFirst) {
          return [
            {
              ...at,
              found: `${id}, a second time`,
              expected: 'each criterion once',
              fix: 'join them',
            },
          ];
        }
        return CRITERION_IDS.includes(id) && id.startsWith(group.id)
          ? []
          : [
              {
                ...at,
                found: `${id} in group ${group.id}`,
                expected: 'a criterion of this group',
                closest: nearest(
                  id,
                  CRITERION_IDS.filter((known) => known.startsWith(group.id)),
                ),
                fix: 'correct the id, or move it to its group',
              },
            ];
      }),
    );
    const missing = CRITERION_IDS.filter((id) => !seen.has(id));
    return missing.length === 0
      ? each
      : [
          ...each,
          {
            ...place([]),
            found: `no ${missing.join(', ')}`,
            expected: `all ${CRITERION_IDS.length} criteria`,
            fix: 'assess them; what is not met is written as not-met',
          },
        ];
  },
});
