/**
 * Schema of docs/_evidence/studies/<id>.yml: one record a trial, cohort or review. The descriptions go into
 * schemas/study.json, so that an editor shows them. Numbers stand as the source prints them; nothing is worked out,
 * except where `derived` says so. Everything optional is left out where it is not known: nothing is guessed.
 */
import * as z from 'zod';
import {CERTAINTY_LEVELS} from './front-matter';
import {nearest} from './nearest';
import {partialDateSchema, VERIFIED_LEVELS} from './schemas';
import {
  BLINDING,
  CONDITIONS,
  DESIGNS,
  DRUGS,
  MEASURES,
  OUTCOMES,
  REGISTRIES,
  ROUTES,
  SCALES,
  STATUSES,
} from './study-vocabulary';

/** File names of studies, ids of arms and outcomes. */
export const STUDY_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Levels of checking that may be published. */
const PUBLISHED = VERIFIED_LEVELS.filter((level) => level !== 'memory');

/** The message says what should stand there, whatever stands there now. */
function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what}).describe(what);
}

/** A value of a closed list; the message names the list where it is too long to print. */
function key<const T extends Record<string, unknown>>(list: T, what: string) {
  const keys = Object.keys(list) as (keyof T & string)[];
  const error = keys.length > 12 ? `${what} (src/evidence/study-vocabulary.ts)` : keys.join(', ');
  return z.enum(keys, {error: keys.length > 12 ? error : `${what}: ${error}`}).describe(what);
}

function count(what: string) {
  const error = `${what}: a whole number of 1 or more; leave the field out where it is unknown`;
  return z.number({error}).int({error}).positive({error}).describe(what);
}

function number(what: string) {
  return z.number({error: `${what}: a number`}).describe(what);
}

const slug = (what: string) =>
  z
    .string({error: what})
    .regex(STUDY_ID, {error: `${what}: lower-case letters, digits and hyphens`})
    .describe(what);

const interval = z
  .tuple([z.number(), z.number()], {error: 'an interval: two numbers, [low, high]'})
  .refine(([low, high]) => low <= high, {
    error: 'an interval: [low, high], the lower number first',
    abort: true,
  })
  .describe('Interval as printed, [low, high]');

const P_VALUE = /^(?:[<>]?(?:0?\.\d+|1|1\.0+)|not significant)(?: \((?:nominal|one-sided)\))?$/;
const pValue = z
  .string({error: 'a p value in quotes: "0.03", "<0.001", "not significant", "0.03 (nominal)"'})
  .regex(P_VALUE, {
    error: 'a p value: "0.03", "<0.001", "not significant", "0.03 (nominal)" or "0.03 (one-sided)"',
  })
  .describe('P value as printed, in quotes');

const refs = z
  .array(text('a citation key of references.yml'), {error: 'a list of citation keys'})
  .min(1, {error: 'at least one citation key'});

const verified = z
  .enum(PUBLISHED, {
    error: `how the figure was checked: ${PUBLISHED.join(', ')} (a figure from memory is not published)`,
  })
  .describe('How the figure was checked: seen in the full text, the abstract or another source');

const verifiedAt = z
  .string({error: 'an address'})
  .regex(/^https?:\/\/\S+$/, {error: 'an address that begins with http:// or https://'})
  .describe("Where it was seen, where that is not the reference's own verified_at");

/** An arm, or several taken together: `ket`, `[e56, e84]`. */
const armIds = z
  .union([slug('the id of an arm'), z.array(slug('the id of an arm')).min(2)], {
    error: 'the id of an arm, or a list of ids of arms taken together',
  })
  .describe('The id of an arm, or a list of ids of arms taken together');

const armSchema = z
  .strictObject(
    {
      id: slug('a short id of the arm, unique in the study'),
      label: text('what the arm is called'),
      role: z
        .enum(['studied', 'comparator'], {error: 'studied or comparator'})
        .default('studied')
        .describe('comparator: what the studied arm is compared with; studied where left out'),
      drug: key(DRUGS, 'what the arm gets'),
      drug_name: text('its name, where drug is other or any-control').optional(),
      with: text('what everyone in the arm gets besides, where it matters').optional(),
      route: key(ROUTES, 'the route').optional(),
      dose: text('the dose studied, with units').optional(),
      schedule: text('how often and for how long').optional(),
      n: count('people in the arm').optional(),
    },
    {error: 'an arm: id, label and drug at least'},
  )
  .refine(({drug, drug_name: name}) => (drug === 'other' ? name !== undefined : true), {
    path: ['drug_name'],
    error: 'the name of the drug, as drug is other',
  });

const outcomeBase = {
  id: slug('a short id of the outcome, unique in the study: response-24-h'),
  outcome: key(OUTCOMES, 'what the outcome is about'),
  name: text('what was measured, with its cut-off'),
  scale: key(SCALES, 'the instrument').optional(),
  time: text('when: "24 h", "day 28", "8 weeks", or in words'),
  better: z
    .enum(['lower', 'higher'], {error: 'lower or higher; leave it out where neither is better'})
    .describe('Which values (for events: fewer or more) are good for the person')
    .optional(),
  primary: z
    .boolean({error: 'true or false'})
    .describe('Whether it is a primary outcome of the study'),
  studies: count('studies pooled for this outcome').optional(),
  participants: count('people analyzed for this outcome').optional(),
  verified,
  verified_at: verifiedAt.optional(),
  refs: refs
    .describe("Sources of this figure, where they are not the study's primary reference")
    .optional(),
  note: text('what to know about this figure').optional(),
};

const derived = z
  .boolean({error: 'true or no such field'})
  .describe('The counts were worked out from printed percentages and group sizes; note says how')
  .optional();

const dichotomous = z.strictObject({
  ...outcomeBase,
  type: z.literal('dichotomous'),
  counts: text('what is counted, where it is not people: episodes, newborns').optional(),
  derived,
  results: z
    .array(
      z.strictObject({
        arm: armIds,
        events: z
          .number({error: 'events: a whole number'})
          .int({error: 'events: a whole number'})
          .nonnegative({error: 'events: 0 or more'}),
        total: count('how many were looked at'),
      }),
      {error: 'a list of arm, events and total'},
    )
    .min(1, {error: 'at least one arm with events and total'}),
  p: pValue.optional(),
});

const continuous = z.strictObject({
  ...outcomeBase,
  type: z.literal('continuous'),
  of: z
    .enum(['score', 'change', 'percent-change'], {error: 'score, change or percent-change'})
    .describe(
      'score: the value at that time; change: from baseline; percent-change: in percent of baseline',
    ),
  unit: text('the unit: points, mg, mmHg, min'),
  results: z
    .array(
      z
        .strictObject({
          arm: armIds,
          mean: number('mean').optional(),
          median: number('median').optional(),
          sd: z.number().nonnegative().describe('Standard deviation').optional(),
          se: z.number().nonnegative().describe('Standard error').optional(),
          spread: z
            .number()
            .nonnegative()
            .describe('A plus-minus value that the source does not call SD or SE')
            .optional(),
          ci: interval.optional(),
          iqr: interval.describe('Interquartile range, [low, high]').optional(),
          n: count('people analyzed').optional(),
        })
        .refine(({mean, median}) => mean !== undefined || median !== undefined, {
          error: 'a mean or a median',
        }),
      {error: 'a list of arm and mean or median'},
    )
    .min(1, {error: 'at least one arm'}),
  p: pValue.optional(),
});

const effect = z.strictObject({
  ...outcomeBase,
  type: z.literal('effect'),
  measure: key(MEASURES, 'the measure'),
  arm: armIds.describe('The arm whose effect it is; alone: the change within that arm').optional(),
  against: armIds.describe('The arm it is compared with').optional(),
  contrast: text('what is compared, where it is not arms: age under 2 years v older').optional(),
  value: number('the estimate as printed; RD in percentage points'),
  unit: text('unit of a mean difference: points, mg, min').optional(),
  ci: interval.optional(),
  level: z
    .number({error: 'the level of the interval in percent'})
    .min(50)
    .max(99.9)
    .default(95)
    .describe('Level of the interval in percent; 95 where left out'),
  credible: z
    .boolean({error: 'true or no such field'})
    .describe('The interval is a Bayesian credible interval')
    .optional(),
  se: z.number().positive().describe('Standard error, of the logarithm for ratios').optional(),
  p: pValue.optional(),
  favors_arm: z
    .enum(['below', 'above'], {error: 'below or above'})
    .describe('Which side of no effect is good for people in `arm`')
    .optional(),
  i2: z.number().min(0).max(100).describe('I² in percent, of a pooled estimate').optional(),
});

const percent = z.strictObject({
  ...outcomeBase,
  type: z.literal('percent'),
  results: z
    .array(
      z.strictObject({
        arm: armIds.optional(),
        percent: z
          .number({error: 'a percentage'})
          .min(0, {error: 'a percentage of 0 to 100'})
          .max(100, {error: 'a percentage of 0 to 100'}),
        ci: interval.optional(),
        n: count('people it is a share of').optional(),
      }),
      {error: 'a list of arm and percent'},
    )
    .min(1, {error: 'at least one percentage'}),
  level: z.number().min(50).max(99.9).default(95).describe('Level of the intervals in percent'),
  p: pValue.optional(),
});

const narrative = z.strictObject({
  ...outcomeBase,
  type: z.literal('narrative'),
  time: outcomeBase.time.optional(),
  text: text('the result in words, for what has no figure that fits another type'),
  p: pValue.optional(),
});

/** One result, in the form in which the source gives it. */
export const outcomeSchema = z.discriminatedUnion(
  'type',
  [dichotomous, continuous, effect, percent, narrative],
  {error: 'an outcome of type dichotomous, continuous, effect, percent or narrative'},
);

/** Ways in which two studies share people or a registration; `pools` and the like must not be added up. */
export const RELATIONS = {
  pools: 'pools the participants of',
  'secondary-analysis-of': 'is a secondary analysis of',
  'extension-of': 'follows participants of',
  'overlaps-with': 'shares participants with',
  'same-registration': 'has its registration in common with',
  'same-publication': 'is reported in the same paper as',
} as const;

const studyFields = z.strictObject(
  {
    id: slug('the name of the file'),
    name: text('acronym or program name of the trial').optional(),
    refs: refs.describe('Citation keys, the primary publication first'),
    related: z
      .array(
        z.strictObject({
          study: slug('the id of another study'),
          how: key(RELATIONS, 'how this study relates to it'),
        }),
      )
      .min(1)
      .describe('Studies whose participants or registration this one shares')
      .optional(),
    registry: z
      .array(
        z.string().refine((id) => REGISTRIES.some(({pattern}) => pattern.test(id)), {
          error:
            'a registry number: NCT01234567, ISRCTN12345678, EudraCT 2007-002080-27, CRD42021221157 ...',
        }),
      )
      .min(1)
      .describe('Registry numbers')
      .optional(),
    design: key(DESIGNS, 'the kind of study'),
    design_details: text('design in a few words: masking, allocation, centers, search date'),
    blinding: key(BLINDING, 'who was blind, where the source says so').optional(),
    arms_share_people: z
      .boolean({error: 'true or no such field'})
      .describe('The same people are in several arms: crossover, successive phases')
      .optional(),
    status: key(STATUSES, 'whether there are results').default('reported'),
    started: partialDateSchema.describe('When it began, in quotes').optional(),
    ended: partialDateSchema.describe('When it ended or is planned to end, in quotes').optional(),
    countries: z
      .array(
        z.string().refine(isCountry, {error: 'a country as a code of two letters: US, GB, DE'}),
      )
      .min(1)
      .describe('ISO 3166-1 alpha-2 codes, where known')
      .optional(),
    conditions: z
      .array(key(CONDITIONS, 'a condition'), {error: 'a list of conditions'})
      .min(1, {error: 'at least one condition'})
      .describe('What was studied, the main condition first'),
    population: text('who took part'),
    participants: count('people in the study: randomized, or else as `counting` says').optional(),
    planned: count('people planned, where there are no results').optional(),
    counting: text(
      'what participants counts, where it is not people: treatments, reports',
    ).optional(),
    studies: count('studies in a review').optional(),
    arms: z.array(armSchema, {error: 'a list of arms'}).min(1).optional(),
    outcomes: z.array(outcomeSchema, {error: 'a list of outcomes'}).min(1).optional(),
    safety: text('harms; leave it out where nothing was seen').optional(),
    funding: text('who paid, where known').optional(),
    certainty: z
      .enum(CERTAINTY_LEVELS, {error: `one of ${CERTAINTY_LEVELS.join(', ')}`})
      .describe("Our judgement, after GRADE, of the study's main finding")
      .optional(),
    limits: z
      .array(text('a sentence'))
      .min(1)
      .describe('What weakens the result: bias, size, design, misprints')
      .optional(),
    bottom_line: text('what the study adds, in a sentence or two of our own'),
    verified,
    verified_at: verifiedAt.optional(),
    note: text('where figures were read and what was not seen').optional(),
  },
  {error: 'a study: id, refs, design, conditions, population, bottom_line at least'},
);

export type Study = z.infer<typeof studyFields>;
export type Arm = z.infer<typeof armSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type OutcomeOf<T extends Outcome['type']> = Extract<Outcome, {type: T}>;

/** The fields with the checks between them: what a record must hold to be believed. */
export const studySchema = studyFields.superRefine((study, context) => {
  const issue = (path: (string | number)[], message: string, closest?: string[]): void =>
    context.addIssue({code: 'custom', path, message, params: closest && {closest}});
  checkDesign(study, issue);
  checkArms(study, issue);
  checkOutcomes(study, issue);
});

type AddIssue = (path: (string | number)[], message: string, closest?: string[]) => void;

function checkDesign(study: Study, issue: AddIssue): void {
  const {started, ended, design, arms = [], status, participants, planned} = study;
  if (started && ended && ended < started.slice(0, ended.length)) {
    issue(['ended'], `a date after it began (${started})`);
  }
  if (design === 'rct' && arms.length < 2) {
    issue(['arms'], 'at least two arms, as the study is randomized');
  }
  if (status === 'reported' && planned !== undefined) {
    issue(['planned'], 'participants, as the study has results');
  }
  if (status !== 'reported' && participants !== undefined) {
    issue(['participants'], 'planned, as the study has no results');
  }
}

function checkArms({arms = [], participants, counting, arms_share_people}: Study, issue: AddIssue) {
  repeated(arms.map(({id}) => id)).forEach((i) =>
    issue(['arms', i, 'id'], 'an id that no other arm of the study has'),
  );
  if (participants === undefined || counting !== undefined) {
    return;
  }
  let sum = 0;
  for (const [i, {n = 0}] of arms.entries()) {
    if (n > participants) {
      issue(['arms', i, 'n'], `at most ${participants}, the participants of the study`);
      return;
    }
    sum += n;
    if (sum > participants && !arms_share_people) {
      issue(
        ['arms', i, 'n'],
        `arms that add up to at most ${participants} participants (${sum} with this one), or arms_share_people: true`,
      );
    }
  }
}

function checkOutcomes({arms = [], outcomes = []}: Study, issue: AddIssue): void {
  const sizes = new Map(arms.map(({id, n}) => [id, n]));
  repeated(outcomes.map(({id}) => id)).forEach((i) =>
    issue(['outcomes', i, 'id'], 'an id that no other outcome of the study has'),
  );
  for (const [i, outcome] of outcomes.entries()) {
    const at = (...path: (string | number)[]) => ['outcomes', i, ...path];
    const known = (arm: string | string[] | undefined, ...path: (string | number)[]): void => {
      for (const [j, id] of toArray(arm).entries()) {
        if (!sizes.has(id)) {
          issue(
            at(...path, ...(Array.isArray(arm) ? [j] : [])),
            `the id of an arm of the study: ${[...sizes.keys()].join(', ') || 'it has none'}`,
            nearest(id, sizes.keys()),
          );
        }
      }
    };
    /** No more people than the arms hold; undefined where an arm's size is unknown. */
    const room = (arm: string | string[] | undefined): number | undefined => {
      const all = toArray(arm).map((id) => sizes.get(id));
      return all.length === 0 || all.includes(undefined)
        ? undefined
        : all.reduce((sum: number, n) => sum + n!, 0);
    };
    switch (outcome.type) {
      case 'effect':
        known(outcome.arm, 'arm');
        known(outcome.against, 'against');
        checkEffect(outcome, (path, message) => issue(at(...path), message));
        break;
      case 'narrative':
        break;
      default:
        for (const [j, result] of outcome.results.entries()) {
          known(result.arm, 'results', j, 'arm');
          const people = 'total' in result ? result.total : result.n;
          const most = room(result.arm);
          const counted = outcome.type === 'dichotomous' ? outcome.counts : undefined;
          if (most !== undefined && people !== undefined && people > most && !counted) {
            issue(
              at('results', j, 'total' in result ? 'total' : 'n'),
              `at most ${most}, the people in the arm; say in counts what else is counted`,
            );
          }
          if ('events' in result && result.events > result.total) {
            issue(at('results', j, 'events'), `at most ${result.total}, the total`);
          }
          const value =
            'percent' in result ? result.percent : 'mean' in result ? result.mean : undefined;
          if ('ci' in result && !holds(result.ci, value)) {
            issue(at('results', j, 'ci'), `an interval that holds ${value}`);
          }
        }
    }
    if (outcome.type === 'dichotomous' && outcome.derived && outcome.note === undefined) {
      issue(at('note'), 'a note that says how the counts were worked out');
    }
  }
}

function checkEffect(outcome: OutcomeOf<'effect'>, issue: AddIssue): void {
  const {arm, against, contrast, measure, value, ci, favors_arm: favors} = outcome;
  if (arm === undefined && contrast === undefined) {
    issue(['arm'], 'the arm whose effect it is, or contrast in words');
  }
  if (arm === undefined && (against !== undefined || favors !== undefined)) {
    issue([against === undefined ? 'favors_arm' : 'against'], 'arm as well');
  }
  if (!holds(ci, value)) {
    issue(['ci'], `an interval that holds its estimate, ${value}`);
  }
  if (MEASURES[measure].log && (value <= 0 || (ci && ci[0] < 0))) {
    issue([value <= 0 ? 'value' : 'ci'], `above 0, as ${measure} is a ratio`);
  }
  if (measure === 'RD' && Math.max(...[value, ...(ci ?? [])].map(Math.abs)) > 100) {
    issue([Math.abs(value) > 100 ? 'value' : 'ci'], 'percentage points between -100 and 100');
  }
}

function holds(ci: readonly [number, number] | undefined, value: number | undefined): boolean {
  return ci === undefined || value === undefined || (ci[0] <= value && value <= ci[1]);
}

/** Places of values that stood there before. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []));
}

function toArray(arm: string | string[] | undefined): string[] {
  return arm === undefined ? [] : Array.isArray(arm) ? arm : [arm];
}

const countryNames = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'});

/** Name of a country by its code of two letters, or undefined. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? countryNames.of(code) : undefined;
}

function isCountry(code: string): boolean {
  return countryName(code) !== undefined;
}
