/** Quantiles and tails that intervals and tests need, from jStat: within 1e-7 of published tables (see the tests). */
import jstat from 'jstat';

/** Multiplier of a standard error for a two-sided interval: 1.96 for 95. @param level in percent */
export function normalMultiplier(level = 95): number {
  return jstat.normal.inv(0.5 + level / 200, 0, 1);
}

/** The same from Student's t distribution. @param df degrees of freedom, 1 or more */
export function tMultiplier(df: number, level = 95): number {
  return jstat.studentt.inv(0.5 + level / 200, df);
}

/** Probability of a value of x or more under a chi-squared distribution: the p value of Q. */
export function chiSquareTail(x: number, df: number): number {
  return 1 - jstat.chisquare.cdf(x, df);
}
