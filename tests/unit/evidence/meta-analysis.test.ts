import fs from 'node:fs';
import path from 'node:path';
import {
  hedgesG,
  meanDifference,
  riskDifference,
  riskRatio,
  type EffectSize,
} from '../../../src/evidence/effects';
import {pool, type PooledEffect} from '../../../src/evidence/meta-analysis';

const BCG = path.join(__dirname, '../../fixtures/meta-analysis/bcg-vaccine-trials.csv');

function bcgTrials(): EffectSize[] {
  const [header, ...rows] = fs
    .readFileSync(BCG, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.match(/"[^"]*"|[^,]+/g)!);
  const column = (row: string[], name: string): number => Number(row[header!.indexOf(name)]);
  return rows.map((row) => {
    const [tpos, tneg, cpos, cneg] = ['tpos', 'tneg', 'cpos', 'cneg'].map((name) =>
      column(row, name),
    ) as [number, number, number, number];
    return riskRatio({events: tpos, total: tpos + tneg}, {events: cpos, total: cpos + cneg})!;
  });
}

/** On the log scale, to the digits printed. */
function printed({y, se, low, high}: PooledEffect): string {
  return [y, se, Math.log(low), Math.log(high)].map((x) => x.toFixed(4)).join(' ');
}

describe('the BCG vaccine trials, log risk ratios, as metafor prints them', () => {
  const trials = bcgTrials();

  test('fixed effect', () => {
    const result = pool(trials, {method: 'fixed'});
    expect(printed(result)).toBe('-0.4303 0.0405 -0.5097 -0.3509');
    expect(result.q.toFixed(4)).toBe('152.2330');
    expect(result).toMatchObject({k: 13, df: 12, tau2: 0, i2: undefined, prediction: undefined});
    expect(result.pQ).toBeLessThan(0.0001);
  });

  test('DerSimonian-Laird', () => {
    const result = pool(trials, {method: 'DL'});
    expect(printed(result)).toBe('-0.7141 0.1787 -1.0644 -0.3638');
    expect(result.tau2.toFixed(4)).toBe('0.3088');
    expect(result.i2!.toFixed(2)).toBe('92.12');
  });

  test('REML, with the normal prediction interval', () => {
    const result = pool(trials, {method: 'REML', prediction: 'normal'});
    expect(printed(result)).toBe('-0.7145 0.1798 -1.0669 -0.3622');
    expect(result.tau2.toFixed(4)).toBe('0.3132');
    expect(result.i2!.toFixed(2)).toBe('92.22');
    expect(Math.log(result.prediction!.low).toFixed(4)).toBe('-1.8667');
    expect(Math.log(result.prediction!.high).toFixed(4)).toBe('0.4376');
  });

  test('REML with Hartung and Knapp', () => {
    const result = pool(trials, {method: 'REML', interval: 'hartung-knapp'});
    expect(printed(result)).toBe('-0.7145 0.1808 -1.1084 -0.3206');
  });

  test('the result is read as a risk ratio, and the weights are shares of 100', () => {
    const {measure, value, low, high, weights} = pool(trials, {method: 'REML'});
    expect([value, low, high].map((x) => x.toFixed(2))).toEqual(['0.49', '0.34', '0.70']);
    expect(measure).toBe('RR');
    expect(weights).toHaveLength(13);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(100, 10);
  });
});

describe('length of stay after stroke, mean differences in days (Normand 1999, tables VIII and IX)', () => {
  const trials = [
    [155, 55, 47, 156, 75, 64],
    [31, 27, 7, 32, 29, 4],
    [75, 64, 17, 71, 119, 29],
    [18, 66, 20, 18, 137, 48],
    [8, 14, 8, 13, 18, 11],
    [57, 19, 7, 52, 18, 4],
    [34, 52, 45, 33, 41, 34],
    [110, 21, 16, 183, 31, 27],
    [60, 30, 27, 52, 23, 20],
  ] as const;
  // The paper takes the arms' variances as equal.
  const effects = trials.map(([n1, m1, s1, n2, m2, s2]) => {
    const sd = Math.sqrt(((n1 - 1) * s1 ** 2 + (n2 - 1) * s2 ** 2) / (n1 + n2 - 2));
    return meanDifference({mean: m1, sd, n: n1}, {mean: m2, sd, n: n2});
  });

  test('each trial', () => {
    expect(effects.map(({value}) => value)).toEqual([-20, -2, -55, -71, -4, 1, 11, -10, 7]);
    expect(effects.map(({se}) => (se ** 2).toFixed(2))).toEqual([
      '40.59',
      '2.05',
      '15.28',
      '150.22',
      '20.19',
      '1.22',
      '95.38',
      '8.03',
      '20.69',
    ]);
  });

  test.each([
    ['fixed', ['-3.49', '-5.03', '-1.96'], '0.00'],
    ['DL', ['-14.10', '-24.45', '-3.75'], '218.72'],
    ['REML', ['-15.12', '-32.67', '2.43'], '685.20'],
  ] as const)('%s', (method, expected, tau2) => {
    const result = pool(effects, {method});
    expect([result.value, result.low, result.high].map((x) => x.toFixed(2))).toEqual(expected);
    expect(result.tau2.toFixed(2)).toBe(tau2);
  });
});

describe("six studies of means, Hedges' g (Borenstein 2009, chapters 14 and 17)", () => {
  const effects = (
    [
      [94, 22, 60, 92, 20, 60],
      [98, 21, 65, 92, 22, 65],
      [98, 28, 40, 88, 26, 40],
      [94, 19, 200, 82, 17, 200],
      [98, 21, 50, 88, 22, 45],
      [96, 21, 85, 92, 22, 85],
    ] as const
  ).map(([m1, s1, n1, m2, s2, n2]) =>
    hedgesG({mean: m1, sd: s1, n: n1}, {mean: m2, sd: s2, n: n2}),
  );

  test('each study', () => {
    expect(effects.map(({value}) => value.toFixed(3))).toEqual([
      '0.095',
      '0.277',
      '0.367',
      '0.664',
      '0.462',
      '0.185',
    ]);
  });

  test('fixed effect and heterogeneity', () => {
    const {value, se, q} = pool(effects, {method: 'fixed'});
    expect([value, se].map((x) => x.toFixed(3))).toEqual(['0.414', '0.064']);
    expect(q.toFixed(3)).toBe('12.003');
  });

  test('random effects and the prediction interval with k - 2 degrees of freedom', () => {
    const {value, se, tau2, prediction} = pool(effects, {method: 'DL'});
    expect([value, se, tau2].map((x) => x.toFixed(3))).toEqual(['0.358', '0.105', '0.037']);
    expect([prediction!.low, prediction!.high].map((x) => x.toFixed(2))).toEqual(['-0.25', '0.97']);
  });
});

test('studies that agree: no variance between them, and random effects are fixed (Normand 1999, table VII)', () => {
  const effects = (
    [
      [2, 39, 1, 43],
      [4, 44, 4, 44],
      [6, 107, 4, 110],
      [7, 103, 5, 100],
      [7, 110, 3, 106],
      [11, 154, 4, 146],
    ] as const
  ).map(([a, n1, c, n2]) => riskDifference({events: a, total: n1}, {events: c, total: n2}));
  for (const method of ['fixed', 'DL', 'REML'] as const) {
    const {value, low, high, tau2} = pool(effects, {method});
    expect([value.toFixed(2), low.toFixed(1), high.toFixed(1)]).toEqual(['2.94', '0.4', '5.5']);
    expect(tau2).toBeCloseTo(0, 10);
  }
});

test('two studies have no prediction interval with k - 2 degrees of freedom', () => {
  const two = bcgTrials().slice(0, 2);
  expect(pool(two, {method: 'REML'}).prediction).toBeUndefined();
  expect(pool(two, {method: 'REML', prediction: 'k-1'}).prediction).toBeDefined();
});

describe('what cannot be pooled is refused', () => {
  const [one, two] = bcgTrials() as [EffectSize, EffectSize];

  test.each<[string, EffectSize[], string]>([
    ['nothing', [], '0 effects: at least two can be pooled'],
    ['one study', [one], '1 effects: at least two can be pooled'],
    ['two measures', [one, {...two, measure: 'OR'}], 'RR and OR cannot be pooled'],
    ['an effect without spread', [one, {...two, se: 0}], 'with standard error 0 cannot be pooled'],
    ['an effect that is no number', [one, {...two, y: NaN}], 'an effect of NaN with'],
  ])('%s', (_, effects, message) => {
    expect(() => pool(effects, {method: 'REML'})).toThrow(message);
  });
});
