/**
 * A trial with two records would be counted twice. Records that rightly share a registry number or a paper (a pooled
 * analysis, a substudy, two trials in one paper) say so in `related`.
 */
import type {Study} from '../../evidence/studies';
import type {EditionContent} from '../content';
import {defineRule, type Finding} from '../rule';

export const studyDuplicate = defineRule({
  id: 'study/duplicate',
  title: 'No study stands there twice: registry numbers and papers belong to one',
  why: 'People would be counted twice, in tables and in any sum.',
  scope: 'next',
  check: ({editions}) =>
    editions.flatMap((edition) => {
      const owners = new Map<string, Study>();
      const findings: Finding[] = [];
      for (const study of edition.studies.byId.values()) {
        for (const {mark, field} of marksOf(study, edition)) {
          const owner = owners.get(mark);
          if (owner === undefined) {
            owners.set(mark, study);
          } else if (!areRelated(owner, study)) {
            findings.push({
              ...edition.studies.place(study.id, field),
              found: `${mark}, which ${owner.id} has as well`,
              expected: 'a registry number and a paper of its own',
              fix: `join the two records, or say in related how this study relates to ${owner.id}`,
            });
          }
        }
      }
      return findings;
    }),
});

/** What identifies a study: its registry numbers and the identifiers of its first reference. */
function marksOf(
  {refs, registry = []}: Study,
  {evidence}: EditionContent,
): {mark: string; field: (string | number)[]}[] {
  const primary = evidence.references.get(refs[0]!);
  const paper = primary?.DOI?.toLowerCase() ?? primary?.PMID ?? primary?.PMCID ?? refs[0]!;
  return [
    ...registry.map((id, i) => ({mark: id, field: ['registry', i]})),
    {mark: paper, field: ['refs', 0]},
  ];
}

function areRelated(a: Study, b: Study): boolean {
  const names = (from: Study, to: Study): boolean =>
    (from.related ?? []).some(({study}) => study === to.id);
  return names(a, b) || names(b, a);
}
