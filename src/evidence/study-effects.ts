/**
 * Effect sizes from study records: computed from counts and means where a record has them, else as the source reports.
 * Says which of the two it is, and what was assumed.
 */
import {
  effectSize,
  hedgesG,
  meanDifference,
  oddsRatio,
  reversed,
  riskDifference,
  riskRatio,
  sdFromSe,
  seFromInterval,
  type Counts,
  type EffectSize,
  type Means,
} from './effects';
import {comparatorArms, studiedArms} from './study-summary';
import type {Outcome, OutcomeOf, Study} from './studies';
import {MEASURES, type Measure} from './study-vocabulary';

type ArmIds = string | string[];

export interface StudyEffect {
  study: Study;
  outcome: Outcome;
  arm: ArmIds;
  against: ArmIds;
  /**
   * `computed` from counts or means of the record; `reported`: the source's own estimate. Undefined `effect`: the record
   * has an estimate without interval and standard error, or counts that say nothing about a ratio.
   */
  source: 'computed' | 'reported';
  effect: EffectSize | undefined;
  /** The estimate, also where there is no interval. */
  value: number | undefined;
  /** The interval as printed, which need not be symmetric about the estimate; of the level in `level`. */
  printed?: {low: number; high: number; level: number};
  /** What was taken for granted, in words for a note. */
  assumptions: string[];
}

export interface EffectOptions {
  /** RR, OR or RD of counts, MD or SMD of means. Reported effects have the measure of their source. */
  measure?: 'RR' | 'OR' | 'RD' | 'MD' | 'SMD';
  /** The arms compared; the first studied arm and the first comparator with results where left out. */
  arm?: ArmIds;
  against?: ArmIds;
}

const MEASURES_OF_COUNTS = {RR: riskRatio, OR: oddsRatio, RD: riskDifference} as const;
const MEASURES_OF_MEANS = {MD: meanDifference, SMD: hedgesG} as const;

/**
 * The effect of one outcome, first arm against second.
 * @returns undefined where the outcome has no effect of two arms: a narrative, percentages, one arm only, medians, means
 *   without a standard deviation or without the number of people
 */
export function effectOf(
  study: Study,
  outcome: Outcome,
  options: EffectOptions = {},
): StudyEffect | undefined {
  switch (outcome.type) {
    case 'effect':
      return reportedEffect(study, outcome);
    case 'dichotomous':
      return countedEffect(study, outcome, options);
    case 'continuous':
      return measuredEffect(study, outcome, options);
    default:
      return undefined;
  }
}

/**
 * The effect as seen so that values below the line of no effect are good for the first arm, whatever the direction of
 * the scale. Undefined where the record does not say which side is good.
 */
export function orientedEffect(found: StudyEffect): StudyEffect | undefined {
  const {outcome} = found;
  const good =
    outcome.type === 'effect'
      ? outcome.favors_arm
      : outcome.better === undefined
        ? undefined
        : outcome.better === 'lower'
          ? 'below'
          : 'above';
  return good === undefined ? undefined : good === 'below' ? found : turned(found);
}

function turned(found: StudyEffect): StudyEffect {
  const measure = found.effect?.measure ?? measureOf(found.outcome);
  const turn = (x: number): number => (measure && MEASURES[measure].log ? 1 / x : -x);
  const {printed} = found;
  return {
    ...found,
    effect: found.effect && reversed(found.effect),
    value: found.value === undefined ? undefined : turn(found.value),
    ...(printed ? {printed: {...printed, low: turn(printed.high), high: turn(printed.low)}} : {}),
  };
}

function measureOf(outcome: Outcome): Measure | undefined {
  return outcome.type === 'effect' ? outcome.measure : undefined;
}

function reportedEffect(study: Study, outcome: OutcomeOf<'effect'>): StudyEffect | undefined {
  const {arm, against, measure, value, ci, level, se: printedSe} = outcome;
  if (arm === undefined || against === undefined) {
    return undefined;
  }
  const assumptions: string[] = [];
  const usable = ci && (!MEASURES[measure].log || ci[0] > 0);
  if (printedSe === undefined && usable) {
    assumptions.push('standard error from the printed interval');
  }
  const se = printedSe ?? (usable ? seFromInterval(measure, ci, level) : undefined);
  const y = MEASURES[measure].log ? Math.log(value) : value;
  return {
    study,
    outcome,
    arm,
    against,
    source: 'reported',
    // An interval of no width cannot be weighted.
    effect: se ? effectSize(measure, y, se, level) : undefined,
    value,
    ...(ci ? {printed: {low: ci[0], high: ci[1], level}} : {}),
    assumptions,
  };
}

function countedEffect(
  study: Study,
  outcome: OutcomeOf<'dichotomous'>,
  options: EffectOptions,
): StudyEffect | undefined {
  const measure = options.measure ?? 'RR';
  if (!(measure in MEASURES_OF_COUNTS)) {
    return undefined;
  }
  const pair = pairOf(study, outcome.results, options);
  if (!pair) {
    return undefined;
  }
  const [first, second] = pair as [Counts & {arm: ArmIds}, Counts & {arm: ArmIds}];
  const effect = MEASURES_OF_COUNTS[measure as 'RR' | 'OR' | 'RD'](first, second);
  return {
    study,
    outcome,
    arm: first.arm,
    against: second.arm,
    source: 'computed',
    effect,
    value: effect?.value,
    assumptions: [
      ...(effect?.corrected ? ['0.5 added to each cell, as one was empty'] : []),
      ...(outcome.derived ? ['counts worked out from printed percentages'] : []),
      ...pairing(study),
    ],
  };
}

function measuredEffect(
  study: Study,
  outcome: OutcomeOf<'continuous'>,
  options: EffectOptions,
): StudyEffect | undefined {
  const measure = options.measure ?? 'MD';
  const pair = pairOf(study, outcome.results, options);
  if (!(measure in MEASURES_OF_MEANS) || !pair) {
    return undefined;
  }
  const assumptions: string[] = [];
  const [first, second] = pair.map((result) => meansOf(study, result, assumptions));
  if (!first || !second) {
    return undefined;
  }
  const effect = MEASURES_OF_MEANS[measure as 'MD' | 'SMD'](first, second);
  return {
    study,
    outcome,
    arm: pair[0].arm,
    against: pair[1].arm,
    source: 'computed',
    effect,
    value: effect.value,
    assumptions: [...new Set(assumptions), ...pairing(study)],
  };
}

/** Each person of a crossover counts twice: the interval is too wide or too narrow, and nobody can tell which. */
function pairing({arms_share_people: paired}: Study): string[] {
  return paired ? ['the same people in both arms, counted as if they were others'] : [];
}

type Result = OutcomeOf<'continuous'>['results'][number];

function meansOf(
  {arms = []}: Study,
  {arm, mean, sd, se, n: analyzed}: Result,
  assumptions: string[],
): Means | undefined {
  const sizes = [arm].flat().map((id) => arms.find((other) => other.id === id)?.n);
  const all = sizes.includes(undefined) ? undefined : sizes.reduce((sum: number, n) => sum + n!, 0);
  const n = analyzed ?? all;
  if (mean === undefined || n === undefined || n < 2 || (!sd && !se)) {
    return undefined;
  }
  if (analyzed === undefined) {
    assumptions.push('everyone in the arm analyzed');
  }
  if (!sd) {
    assumptions.push('standard deviation from the standard error');
  }
  return {mean, sd: sd || sdFromSe(se!, n), n};
}

/** The results of the two arms that are compared. */
function pairOf<R extends {arm: ArmIds}>(
  study: Study,
  results: readonly R[],
  {arm, against}: EffectOptions,
): [R, R] | undefined {
  const find = (wanted: ArmIds): R | undefined =>
    results.find((result) => String(result.arm) === String(wanted));
  const among = (ids: string[]): R | undefined =>
    results.find((result) => [result.arm].flat().every((id) => ids.includes(id)));
  const ids = (arms: {id: string}[]): string[] => arms.map(({id}) => id);
  const first = arm === undefined ? among(ids(studiedArms(study))) : find(arm);
  const second = against === undefined ? among(ids(comparatorArms(study))) : find(against);
  return first && second && first !== second ? [first, second] : undefined;
}
