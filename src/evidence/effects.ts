/**
 * Effect sizes of one study with standard error and interval. Pure functions; every formula names its source:
 *
 * - Handbook: Higgins JPT, Thomas J, et al, editors. Cochrane Handbook for Systematic Reviews of Interventions,
 *   chapters 6 (effect measures) and 10 (meta-analysis).
 * - Borenstein: Borenstein M, Hedges LV, Higgins JPT, Rothstein HR. Introduction to Meta-Analysis. Wiley, 2009,
 *   chapters 4 (means) and 5 (binary data).
 */
import {normalMultiplier} from './distributions';
import {MEASURES, type Measure} from './study-vocabulary';

/** Events among people of one arm. */
export interface Counts {
  events: number;
  total: number;
}

/** Mean of one arm with its standard deviation, not its standard error. */
export interface Means {
  mean: number;
  sd: number;
  n: number;
}

export interface EffectSize {
  measure: Measure;
  /** On the scale on which effects are added up: the logarithm for ratios; percentage points for RD. */
  y: number;
  /** Standard error of y. */
  se: number;
  /** As it is read: the ratio, the difference. */
  value: number;
  /** Interval on the scale of value. */
  low: number;
  high: number;
  /** Level of the interval in percent. */
  level: number;
  /** 0.5 was added to each cell, because one of them was empty. */
  corrected?: true;
}

/** Puts a y and its standard error on the scale on which people read it. */
export function effectSize(measure: Measure, y: number, se: number, level = 95): EffectSize {
  const z = normalMultiplier(level);
  const read = (x: number): number => (MEASURES[measure].log ? Math.exp(x) : x);
  return {
    measure,
    y,
    se,
    value: read(y),
    low: read(y - z * se),
    high: read(y + z * se),
    level,
  };
}

/**
 * Risk ratio, first arm over second (Borenstein 5.1 to 5.4; Handbook 6.4.1.2).
 * Empty cells: where one of the four cells is 0, 0.5 is added to each of them (Handbook 10.4.4.2). Where nobody or
 * everybody in both arms had the event, the ratio is not defined, and the study says nothing about it: undefined.
 */
export function riskRatio(first: Counts, second: Counts, level = 95): EffectSize | undefined {
  const table = cells(first, second);
  if (!table) {
    return undefined;
  }
  const {a, b, c, d, corrected} = table;
  const y = Math.log(a / (a + b) / (c / (c + d)));
  const se = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
  return {...effectSize('RR', y, se, level), ...corrected};
}

/** Odds ratio, first arm over second (Borenstein 5.8 to 5.11). Empty cells as for the risk ratio. */
export function oddsRatio(first: Counts, second: Counts, level = 95): EffectSize | undefined {
  const table = cells(first, second);
  if (!table) {
    return undefined;
  }
  const {a, b, c, d, corrected} = table;
  const y = Math.log((a * d) / (b * c));
  const se = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return {...effectSize('OR', y, se, level), ...corrected};
}

/**
 * Risk difference in percentage points, first arm minus second (Borenstein 5.15, 5.16). Nothing is added to empty
 * cells, unless the standard error would be 0 (nobody or everybody in both arms): then 0.5 to each, so that it has one.
 */
export function riskDifference(first: Counts, second: Counts, level = 95): EffectSize {
  checkCounts(first, second);
  const variance = ({events, total}: Counts): number => (events * (total - events)) / total ** 3;
  const v = variance(first) + variance(second);
  const y = 100 * (first.events / first.total - second.events / second.total);
  if (v > 0) {
    return effectSize('RD', y, 100 * Math.sqrt(v), level);
  }
  const filled = [first, second].map(({events, total}) => ({
    events: events + 0.5,
    total: total + 1,
  })) as [Counts, Counts];
  const se = 100 * Math.sqrt(variance(filled[0]) + variance(filled[1]));
  return {...effectSize('RD', y, se, level), corrected: true};
}

/**
 * Mean difference, first arm minus second, in the unit of the means; the arms' variances are not assumed equal
 * (Handbook 6.5.1.1; Borenstein 4.5).
 */
export function meanDifference(first: Means, second: Means, level = 95): EffectSize {
  checkMeans(first, second);
  const se = Math.sqrt(first.sd ** 2 / first.n + second.sd ** 2 / second.n);
  return effectSize('MD', first.mean - second.mean, se, level);
}

/**
 * Standardized mean difference, first arm minus second: Hedges' g, which is Cohen's d with the pooled standard deviation
 * times the correction for small samples J = 1 - 3 / (4 df - 1) (Borenstein 4.18 to 4.24).
 */
export function hedgesG(first: Means, second: Means, level = 95): EffectSize {
  checkMeans(first, second);
  const df = first.n + second.n - 2;
  const pooledSd = Math.sqrt(
    ((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / df,
  );
  const d = (first.mean - second.mean) / pooledSd;
  const v = (first.n + second.n) / (first.n * second.n) + d ** 2 / (2 * (first.n + second.n));
  const j = 1 - 3 / (4 * df - 1);
  return effectSize('SMD', j * d, j * Math.sqrt(v), level);
}

/** Standard deviation from the standard error of a mean (Handbook 6.5.2.2). */
export function sdFromSe(se: number, n: number): number {
  return se * Math.sqrt(n);
}

/**
 * Standard error of y from a printed interval: its width over twice the multiplier, on the log scale for ratios
 * (Handbook 6.3.1, 6.3.2). As exact as the printed digits.
 * @param level of the interval, in percent
 */
export function seFromInterval(
  measure: Measure,
  [low, high]: readonly [number, number],
  level = 95,
): number {
  const y = (x: number): number => (MEASURES[measure].log ? Math.log(x) : x);
  return (y(high) - y(low)) / (2 * normalMultiplier(level));
}

/** The same comparison seen from the other arm: the ratio's inverse, or the difference with the other sign. */
export function reversed(effect: EffectSize): EffectSize {
  const turn = (x: number): number => (MEASURES[effect.measure].log ? 1 / x : -x);
  return {
    ...effect,
    y: -effect.y,
    value: turn(effect.value),
    low: turn(effect.high),
    high: turn(effect.low),
  };
}

interface Table {
  a: number;
  b: number;
  c: number;
  d: number;
  corrected?: {corrected: true};
}

/** The 2 x 2 table, filled where a cell is empty; undefined where no ratio can be made of it. */
function cells(first: Counts, second: Counts): Table | undefined {
  checkCounts(first, second);
  const [a, c] = [first.events, second.events];
  const [b, d] = [first.total - a, second.total - c];
  if ((a === 0 && c === 0) || (b === 0 && d === 0)) {
    return undefined;
  }
  return [a, b, c, d].includes(0)
    ? {a: a + 0.5, b: b + 0.5, c: c + 0.5, d: d + 0.5, corrected: {corrected: true}}
    : {a, b, c, d};
}

function checkCounts(...arms: Counts[]): void {
  for (const {events, total} of arms) {
    if (!(total > 0 && events >= 0 && events <= total)) {
      throw new RangeError(`${events} events of ${total}: events must be 0 to total`);
    }
  }
}

function checkMeans(...arms: Means[]): void {
  for (const {sd, n} of arms) {
    if (!(n > 1 && sd > 0)) {
      throw new RangeError(`n ${n}, SD ${sd}: n must be 2 or more and the SD above 0`);
    }
  }
}
