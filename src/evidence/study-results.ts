/** A study's outcomes as rows of words and figures: what its page, tables and exports show. Works nothing out twice. */
import type {EffectSize} from './effects';
import {effectOf} from './study-effects';
import {absoluteRisks, armLabel} from './study-summary';
import type {Outcome, OutcomeOf, Study} from './studies';
import {MEASURES, SCALES} from './study-vocabulary';

export interface ResultTable {
  columns: string[];
  /** First cell: the arm. */
  rows: string[][];
}

/** A number with a true minus sign and at most so many digits after the point; trailing zeros are not added. */
export function figure(value: number, digits = 2): string {
  const factor = 10 ** digits;
  // Half a step away from zero, so that 12.25 and -12.25 round alike; the small term undoes binary fractions.
  const rounded = (Math.sign(value) * Math.round((Math.abs(value) + 1e-9) * factor)) / factor;
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
}

/** `0.29 to 0.84` */
export function range([low, high]: readonly [number, number], digits?: number): string {
  return `${figure(low, digits)} to ${figure(high, digits)}`;
}

/** `p = 0.003`, `p < 0.001 (nominal)`, `not significant` */
export function pText(p: string): string {
  return /^[<>]/.test(p) ? `p ${p[0]} ${p.slice(1)}` : /^[\d.]/.test(p) ? `p = ${p}` : p;
}

/** Names of arms taken together: `Esketamine 56 mg and Esketamine 84 mg`. */
export function armsLabel(study: Study, arm: string | readonly string[] | undefined): string {
  const ids = arm === undefined ? [] : typeof arm === 'string' ? [arm] : arm;
  return ids.map((id) => armLabel(study, id)).join(' and ');
}

/** The figures of each arm as a table; undefined where the outcome has none by arm. */
export function resultTable(study: Study, outcome: Outcome): ResultTable | undefined {
  switch (outcome.type) {
    case 'dichotomous':
      return {
        columns: [
          'Arm',
          outcome.counts ? `Events / ${outcome.counts}` : 'Events / people',
          'Share',
        ],
        rows: absoluteRisks(study, outcome).map(({label, percent, events, total}) => [
          label,
          `${events} / ${total}`,
          `${figure(percent, 1)}%`,
        ]),
      };
    case 'percent':
      return columnsWithValues(
        ['Arm', 'Share', `${outcome.level}% CI`, 'People'],
        outcome.results.map(({arm, percent, ci, n}) => [
          armsLabel(study, arm) || 'All',
          `${figure(percent, 1)}%`,
          ci ? range(ci) : '',
          n === undefined ? '' : String(n),
        ]),
      );
    case 'continuous':
      return columnsWithValues(
        ['Arm', `Mean (${unitOf(outcome)})`, `Median (${unitOf(outcome)})`, 'Spread', 'People'],
        outcome.results.map((result) => [
          armsLabel(study, result.arm),
          result.mean === undefined ? '' : figure(result.mean, 3),
          result.median === undefined ? '' : figure(result.median, 3),
          spreadOf(result),
          result.n === undefined ? '' : String(result.n),
        ]),
      );
    default:
      return undefined;
  }
}

function unitOf({of, unit}: OutcomeOf<'continuous'>): string {
  const words = {score: unit, change: `change, ${unit}`, 'percent-change': 'change in percent'};
  return words[of];
}

function spreadOf(result: OutcomeOf<'continuous'>['results'][number]): string {
  const {sd, se, spread, ci, iqr} = result;
  return [
    sd === undefined ? undefined : `SD ${figure(sd, 3)}`,
    se === undefined ? undefined : `SE ${figure(se, 3)}`,
    spread === undefined ? undefined : `± ${figure(spread, 3)} (not said whether SD or SE)`,
    ci && `95% CI ${range(ci, 3)}`,
    iqr && `interquartile range ${range(iqr, 3)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Drops columns in which every cell is empty. */
function columnsWithValues(columns: string[], rows: string[][]): ResultTable {
  const kept = columns.map((_, i) => rows.some((row) => row[i] !== ''));
  const keep = (cells: string[]): string[] => cells.filter((_, i) => kept[i]);
  return {columns: keep(columns), rows: rows.map(keep)};
}

/**
 * What the source reports of the difference: `Hazard ratio 0.49 (95% CI 0.29 to 0.84), p = 0.003; Esketamine v Placebo`,
 * or its p value alone. Undefined where it reports none.
 */
export function reportedText(study: Study, outcome: Outcome): string | undefined {
  const p = outcome.p === undefined ? undefined : pText(outcome.p);
  if (outcome.type !== 'effect') {
    return p && upperFirst(p);
  }
  const {measure, value, unit, ci, level, credible, se, i2, contrast} = outcome;
  // Percentage points are in the name of the measure.
  const interval = ci && `${level}% ${credible ? 'credible interval' : 'CI'} ${range(ci, 3)}`;
  const estimate = `${MEASURES[measure].label} ${figure(value, 3)}${unit ? ` ${unit}` : ''}`;
  const arms = [armsLabel(study, outcome.arm), armsLabel(study, outcome.against)].filter(Boolean);
  return [
    [
      `${estimate}${interval ? ` (${interval})` : ''}`,
      p,
      se === undefined ? undefined : `standard error ${figure(se, 3)}`,
      i2 === undefined ? undefined : `I² ${figure(i2, 1)}%`,
    ]
      .filter(Boolean)
      .join(', '),
    contrast ?? (arms.length === 1 ? `change within ${arms[0]}` : arms.join(' v ')),
  ]
    .filter(Boolean)
    .join('; ');
}

export interface ComputedDifference {
  text: string;
  /** What was taken for granted. */
  assumptions: string[];
}

/**
 * Our own calculation from counts (risk difference) or means (mean difference) of the first two arms:
 * `Risk difference −18.7 percentage points (95% CI −32.5 to −4.8); Esketamine v Placebo`. Undefined where they do not
 * allow one.
 */
export function computedDifference(study: Study, outcome: Outcome): ComputedDifference | undefined {
  if (outcome.type !== 'dichotomous' && outcome.type !== 'continuous') {
    return undefined;
  }
  const found = effectOf(study, outcome, {
    measure: outcome.type === 'dichotomous' ? 'RD' : 'MD',
  });
  if (!found?.effect) {
    return undefined;
  }
  return {
    text: `${differenceText(outcome, found.effect)}; ${armsLabel(study, found.arm)} v ${armsLabel(study, found.against)}`,
    assumptions: found.assumptions,
  };
}

function differenceText(
  outcome: OutcomeOf<'dichotomous'> | OutcomeOf<'continuous'>,
  {value, low, high}: EffectSize,
): string {
  return outcome.type === 'dichotomous'
    ? `Risk difference ${figure(value, 1)} percentage points (95% CI ${range([low, high], 1)})`
    : `Mean difference ${figure(value)} ${outcome.unit} (95% CI ${range([low, high])})`;
}

/** What was measured and which values are good: `MADRS, Montgomery-Åsberg Depression Rating Scale; lower is better`. */
export function scaleText({scale, better, type}: Outcome): string | undefined {
  const parts = [
    scale && (SCALES[scale] === scale ? scale : `${scale}, ${SCALES[scale]}`),
    better && type !== 'narrative'
      ? type === 'dichotomous' || type === 'percent'
        ? `${better === 'lower' ? 'fewer' : 'more'} is better`
        : type === 'continuous'
          ? `${better} is better`
          : undefined
      : undefined,
  ].filter(Boolean);
  return parts.length > 0 ? upperFirst(parts.join('; ')) : undefined;
}

export function upperFirst(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
