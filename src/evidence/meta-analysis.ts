/**
 * Pools effect sizes of studies. Pure functions on the analysis scale (y and se of effects.ts); the result is put back
 * on the scale that people read. Whether studies may be pooled is the author's question, not answered here.
 *
 * Sources: Borenstein 2009, chapters 11 to 17 (fixed effect, DerSimonian-Laird, Q, prediction interval);
 * Viechtbauer W. J Educ Behav Stat 2005;30:261-293 (REML); Higgins JPT, Thompson SG. Stat Med 2002;21:1539-1558 (I²);
 * Hartung J, Knapp G. Stat Med 2001;20:3875-3889 (interval); Higgins JPT, Thompson SG, Spiegelhalter DJ. J R Stat Soc A
 * 2009;172:137-159 (prediction interval with t on k - 2 degrees of freedom).
 */
import {chiSquareTail, normalMultiplier, tMultiplier} from './distributions';
import {effectSize, type EffectSize} from './effects';
import {MEASURES, type Measure} from './study-vocabulary';

export interface PoolOptions {
  /** `fixed`: one true effect. `DL`, `REML`: how the variance between studies is estimated. */
  method: 'fixed' | 'DL' | 'REML';
  /** `normal`, or `hartung-knapp`: t with k - 1 degrees of freedom and a rescaled standard error. */
  interval?: 'normal' | 'hartung-knapp';
  /** Level of the intervals in percent. */
  level?: number;
  /** Which multiplier the prediction interval has: t with k - 2 (the default) or k - 1 degrees of freedom, or normal. */
  prediction?: 'k-2' | 'k-1' | 'normal';
}

export interface PooledEffect extends EffectSize {
  /** Studies pooled. */
  k: number;
  method: PoolOptions['method'];
  /** Each study's share of the weight in percent, in the order given. */
  weights: number[];
  /** Cochran's Q of the fixed-effect weights, its degrees of freedom and p value. */
  q: number;
  df: number;
  pQ: number;
  /** Variance of true effects between studies, on the analysis scale; 0 for the fixed-effect model. */
  tau2: number;
  /** Percent of the variability that is not chance; undefined for the fixed-effect model. */
  i2: number | undefined;
  /**
   * Where the true effect of a new study would lie, on the scale that people read; undefined for the fixed-effect model
   * and where there are too few studies for its degrees of freedom.
   */
  prediction: {low: number; high: number} | undefined;
}

type Study = Pick<EffectSize, 'y' | 'se'>;

/**
 * Pools effects of one measure.
 * @param effects at least two, all of the same measure
 * @throws RangeError for fewer than two effects, several measures, or a standard error that is not above 0
 */
export function pool(effects: readonly EffectSize[], options: PoolOptions): PooledEffect {
  const {method, interval = 'normal', level = 95, prediction = 'k-2'} = options;
  const measure = checkEffects(effects);
  const k = effects.length;
  const fixed = weighted(effects, 0);
  const q = effects.reduce((sum, {y, se}) => sum + ((y - fixed.mean) / se) ** 2, 0);
  const df = k - 1;
  const tau2 =
    method === 'fixed' ? 0 : method === 'DL' ? derSimonianLaird(effects, q) : reml(effects);
  const {mean, weights, sum} = weighted(effects, tau2);

  const knapp = interval === 'hartung-knapp';
  const spread = effects.reduce((s, {y}, i) => s + weights[i]! * (y - mean) ** 2, 0) / df;
  const se = Math.sqrt((knapp ? spread : 1) / sum);
  const multiplier = knapp ? tMultiplier(df, level) : normalMultiplier(level);
  const read = (x: number): number => (MEASURES[measure].log ? Math.exp(x) : x);

  return {
    ...effectSize(measure, mean, se, level),
    low: read(mean - multiplier * se),
    high: read(mean + multiplier * se),
    k,
    method,
    weights: weights.map((w) => (100 * w) / sum),
    q,
    df,
    pQ: chiSquareTail(q, df),
    tau2,
    i2: method === 'fixed' ? undefined : (100 * tau2) / (tau2 + typicalVariance(effects)),
    prediction: method === 'fixed' ? undefined : predictionInterval(),
  };

  function predictionInterval(): {low: number; high: number} | undefined {
    const freedom = {'k-2': k - 2, 'k-1': k - 1, normal: Infinity}[prediction];
    if (freedom < 1) {
      return undefined;
    }
    const half =
      (freedom === Infinity ? normalMultiplier(level) : tMultiplier(freedom, level)) *
      Math.sqrt(tau2 + se ** 2);
    return {low: read(mean - half), high: read(mean + half)};
  }
}

function checkEffects(effects: readonly EffectSize[]): Measure {
  const [first] = effects;
  if (first === undefined || effects.length < 2) {
    throw new RangeError(`${effects.length} effects: at least two can be pooled`);
  }
  for (const {measure, se, y} of effects) {
    if (measure !== first.measure) {
      throw new RangeError(`${first.measure} and ${measure} cannot be pooled`);
    }
    if (!(se > 0) || !Number.isFinite(y)) {
      throw new RangeError(`an effect of ${y} with standard error ${se} cannot be pooled`);
    }
  }
  return first.measure;
}

/** Weights 1 / (se² + tau²) and their mean (Borenstein 11.2, 11.3; 12.5 to 12.7). */
function weighted(
  studies: readonly Study[],
  tau2: number,
): {mean: number; weights: number[]; sum: number} {
  const weights = studies.map(({se}) => 1 / (se ** 2 + tau2));
  const sum = weights.reduce((total, w) => total + w, 0);
  const mean = studies.reduce((total, {y}, i) => total + weights[i]! * y, 0) / sum;
  return {mean, weights, sum};
}

/** Moment estimate of the variance between studies, 0 where Q is below its expectation (Borenstein 12.2 to 12.4). */
function derSimonianLaird(studies: readonly Study[], q: number): number {
  const {weights, sum} = weighted(studies, 0);
  const c = sum - weights.reduce((total, w) => total + w ** 2, 0) / sum;
  return Math.max(0, (q - (studies.length - 1)) / c);
}

const TOLERANCE = 1e-12;
const MAX_STEPS = 1000;

/**
 * Restricted maximum likelihood by Fisher scoring from the moment estimate (Viechtbauer 2005, equations 13 and 14).
 * A step below 0 is halved until it is not; what ends at 0 is 0.
 */
function reml(studies: readonly Study[]): number {
  const fixed = weighted(studies, 0);
  const q = studies.reduce((total, {y, se}) => total + ((y - fixed.mean) / se) ** 2, 0);
  let tau2 = derSimonianLaird(studies, q);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const {mean, weights, sum} = weighted(studies, tau2);
    const sum2 = weights.reduce((total, w) => total + w ** 2, 0);
    const sum3 = weights.reduce((total, w) => total + w ** 3, 0);
    // P = W - W11'W / sum: y'PPy, tr(P) and tr(PP) written out for a mean without covariates.
    const yPPy = studies.reduce((total, {y}, i) => total + (weights[i]! * (y - mean)) ** 2, 0);
    const trP = sum - sum2 / sum;
    const trPP = sum2 - (2 * sum3) / sum + (sum2 / sum) ** 2;
    let change = (yPPy - trP) / trPP;
    while (tau2 + change < 0 && Math.abs(change) > TOLERANCE) {
      change /= 2;
    }
    const next = Math.max(0, tau2 + change);
    if (Math.abs(next - tau2) <= TOLERANCE * Math.max(1, tau2)) {
      return next;
    }
    tau2 = next;
  }
  throw new RangeError('the REML estimate did not converge');
}

/** The within-study variance that I² compares tau² with (Higgins and Thompson 2002, equation 9). */
function typicalVariance(studies: readonly Study[]): number {
  const {weights, sum} = weighted(studies, 0);
  const sum2 = weights.reduce((total, w) => total + w ** 2, 0);
  return ((studies.length - 1) * sum) / (sum ** 2 - sum2);
}
