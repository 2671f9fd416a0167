/** docs/_evidence/self-assessment.yml: the site judged by its own criteria of trust, each with a link to the proof. */
import path from 'node:path';
import * as z from 'zod';
import {loadDataFile, type DataFile} from './data-file';
import {dateSchema} from './schemas';

export const ASSESSMENT_STATUS = ['met', 'partly', 'not-met'] as const;

/** What a criterion that is not met waits for. */
export const ASSESSMENT_NEEDS = ['people', 'host', 'work'] as const;

/** How many criteria each group has: the list is the yardstick, and no criterion may be dropped where it is not met. */
export const CRITERIA: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  c: 5,
  d: 9,
  e: 5,
  f: 9,
  g: 4,
  h: 4,
  i: 4,
};

/** Ids of all criteria: a1 to i4. */
export const CRITERION_IDS: readonly string[] = Object.entries(CRITERIA).flatMap(([group, n]) =>
  Array.from({length: n}, (_, i) => `${group}${i + 1}`),
);

function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what});
}

const proofSchema = z
  .strictObject(
    {
      page: text('the slug of a page, with #id for a section').optional(),
      file: text('the path of a file of the repository').optional(),
    },
    {error: 'a page (slug or slug#id) or a file (path in the repository)'},
  )
  .refine(({page, file}) => (page === undefined) !== (file === undefined), {
    error: 'either a page (slug or slug#id) or a file (path in the repository)',
  });

const criterionSchema = z
  .strictObject(
    {
      id: text('the id of the criterion, such as a1'),
      criterion: text('what it asks for'),
      source: text('whose standard it follows').optional(),
      status: z.enum(ASSESSMENT_STATUS, {error: `one of ${ASSESSMENT_STATUS.join(', ')}`}),
      needs: z.enum(ASSESSMENT_NEEDS, {error: `one of ${ASSESSMENT_NEEDS.join(', ')}`}).optional(),
      why: text('what is there and what is missing'),
      proof: z
        .array(proofSchema, {error: 'a list of pages and files'})
        .min(1, {error: 'at least one page or file where a reader can see it'}),
    },
    {error: 'fields of a criterion: see CONTRIBUTING.md'},
  )
  .refine(({status, needs}) => (status === 'met') === (needs === undefined), {
    path: ['needs'],
    error: `${ASSESSMENT_NEEDS.join(', ')} where the criterion is not wholly met, else no such field`,
  });

export const selfAssessmentSchema = z.strictObject(
  {
    assessed: z.string({error: 'the day of the assessment: YYYY-MM-DD'}).pipe(dateSchema),
    groups: z
      .array(
        z.strictObject(
          {
            id: z.enum(Object.keys(CRITERIA), {
              error: `one of ${Object.keys(CRITERIA).join(', ')}`,
            }),
            title: text('what the group is about'),
            criteria: z.array(criterionSchema, {error: 'a list of criteria'}).min(1),
          },
          {error: 'id, title and criteria'},
        ),
        {error: 'a list of groups of criteria'},
      )
      .min(1),
  },
  {error: 'assessed and groups'},
);

export type Criterion = z.infer<typeof criterionSchema>;
export type SelfAssessment = z.infer<typeof selfAssessmentSchema>;
export type AssessmentStatus = (typeof ASSESSMENT_STATUS)[number];

/** @param evidenceDir absolute path of the edition's `_evidence` */
export function loadSelfAssessment(evidenceDir: string, root: string): DataFile<SelfAssessment> {
  return loadDataFile(
    path.join(evidenceDir, 'self-assessment.yml'),
    root,
    selfAssessmentSchema,
    'assessment',
  );
}

/** How many criteria have each status. */
export function countByStatus(criteria: readonly Criterion[]): Record<AssessmentStatus, number> {
  const counts: Record<AssessmentStatus, number> = {met: 0, partly: 0, 'not-met': 0};
  for (const {status} of criteria) {
    counts[status] += 1;
  }
  return counts;
}
