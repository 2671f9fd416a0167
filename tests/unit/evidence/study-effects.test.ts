import {riskRatio} from '../../../src/evidence/effects';
import {effectOf, orientedEffect, type EffectOptions} from '../../../src/evidence/study-effects';
import {outcomeRecord, study} from '../../helpers/evidence';

/** The effect of a study's one outcome. */
function effect(fields: object, options?: EffectOptions, overrides: object = {}) {
  const record = study('x', {outcomes: [outcomeRecord(fields)], ...overrides});
  return effectOf(record, record.outcomes![0]!, options);
}

const COUNTS = {
  type: 'dichotomous',
  results: [
    {arm: 'mid', events: 7, total: 25},
    {arm: 'ket', events: 30, total: 47},
  ],
};
const means = (ket: object, mid: object) => ({
  type: 'continuous',
  of: 'score',
  unit: 'points',
  better: 'lower',
  results: [
    {arm: 'ket', ...ket},
    {arm: 'mid', ...mid},
  ],
});

describe('from counts', () => {
  test('the studied arm against the comparator, whatever their order', () => {
    const found = effect(COUNTS)!;
    expect(found).toMatchObject({arm: 'ket', against: 'mid', source: 'computed', assumptions: []});
    expect(found.effect).toEqual(riskRatio({events: 30, total: 47}, {events: 7, total: 25}));
    expect(found.value).toBe(found.effect!.value);
  });

  test.each(['RR', 'OR', 'RD'] as const)('as %s', (measure) => {
    expect(effect(COUNTS, {measure})!.effect!.measure).toBe(measure);
  });

  test('arms that are named', () => {
    expect(effect(COUNTS, {arm: 'mid', against: 'ket'})).toMatchObject({
      arm: 'mid',
      against: 'ket',
    });
    expect(effect(COUNTS, {against: 'pbo'})).toBeUndefined();
  });

  test('what was assumed is said', () => {
    const results = [
      {arm: 'ket', events: 6, total: 22},
      {arm: 'mid', events: 0, total: 19},
    ];
    const found = effect(
      {type: 'dichotomous', results, derived: true, note: 'From percentages.'},
      {},
      {arms_share_people: true},
    )!;
    expect(found.assumptions).toEqual([
      '0.5 added to each cell, as one was empty',
      'counts worked out from printed percentages',
      'the same people in both arms, counted as if they were others',
    ]);
  });

  test('nobody in either arm says nothing about a ratio', () => {
    const results = [
      {arm: 'ket', events: 0, total: 22},
      {arm: 'mid', events: 0, total: 19},
    ];
    expect(effect({type: 'dichotomous', results})).toMatchObject({effect: undefined});
    expect(effect({type: 'dichotomous', results}, {measure: 'RD'})!.value).toBe(0);
  });

  test('one arm has no effect', () => {
    expect(effect({...COUNTS, results: COUNTS.results.slice(0, 1)})).toBeUndefined();
  });
});

describe('from means', () => {
  test('mean difference, with the number analyzed', () => {
    const found = effect(means({mean: 10, sd: 4, n: 40}, {mean: 13, sd: 5, n: 20}))!;
    expect(found.effect).toMatchObject({measure: 'MD', value: -3});
    expect(found.effect!.se).toBeCloseTo(Math.sqrt(16 / 40 + 25 / 20), 12);
    expect(found.assumptions).toEqual([]);
  });

  test('the size of the arm and the standard error where there is nothing else', () => {
    const found = effect(means({mean: 10, se: 1}, {mean: 13, sd: 5}), {measure: 'SMD'})!;
    expect(found.effect!.measure).toBe('SMD');
    expect(found.assumptions).toEqual([
      'everyone in the arm analyzed',
      'standard deviation from the standard error',
    ]);
  });

  test.each([
    ['no standard deviation', means({mean: 10, n: 40}, {mean: 13, sd: 5, n: 20})],
    ['a plus-minus value of unknown kind', means({mean: 10, spread: 4}, {mean: 13, spread: 5})],
    ['medians', means({median: 10, sd: 4}, {median: 13, sd: 5})],
  ])('%s: no effect', (_, fields) => {
    expect(effect(fields)).toBeUndefined();
  });

  test('an arm of unknown size: no effect', () => {
    const arms = [
      {id: 'ket', label: 'K', drug: 'racemic-ketamine'},
      {id: 'mid', label: 'M', role: 'comparator', drug: 'midazolam'},
    ];
    expect(effect(means({mean: 10, sd: 4}, {mean: 13, sd: 5}), {}, {arms})).toBeUndefined();
  });
});

describe('as reported', () => {
  const ratio = {type: 'effect', measure: 'HR', arm: 'ket', against: 'mid', value: 0.5};

  test('the printed interval stays, and gives the standard error', () => {
    const found = effect({...ratio, ci: [0.25, 1], favors_arm: 'below'})!;
    expect(found).toMatchObject({
      source: 'reported',
      value: 0.5,
      printed: {low: 0.25, high: 1, level: 95},
      assumptions: ['standard error from the printed interval'],
    });
    expect(found.effect!.se).toBeCloseTo(Math.log(4) / 2 / 1.959964, 6);
  });

  test('a printed standard error is used as it is', () => {
    const found = effect({...ratio, measure: 'MD', value: -5, se: 2})!;
    expect(found.effect).toMatchObject({y: -5, se: 2});
    expect(found.assumptions).toEqual([]);
  });

  test('without either the value alone', () => {
    expect(effect(ratio)).toMatchObject({value: 0.5, effect: undefined});
    expect(effect({...ratio, ci: [0, 1]})).toMatchObject({value: 0.5, effect: undefined});
  });

  test('a change within an arm, or a comparison of other things, is no effect of two arms', () => {
    expect(effect({...ratio, against: undefined})).toBeUndefined();
    expect(effect({type: 'effect', measure: 'OR', contrast: 'x', value: 2})).toBeUndefined();
  });
});

test.each([
  ['words', {type: 'narrative', text: 'No difference.'}],
  ['percentages', {type: 'percent', results: [{arm: 'ket', percent: 64}]}],
])('%s have no effect', (_, fields) => {
  expect(effect(fields)).toBeUndefined();
});

describe('oriented so that below is good for the studied arm', () => {
  test('response is good: the ratio is turned', () => {
    const found = effect(COUNTS)!;
    const turned = orientedEffect(found)!;
    expect(turned.value).toBeCloseTo(1 / found.value!, 12);
    expect(turned.effect!.low).toBeCloseTo(1 / found.effect!.high, 12);
  });

  test('a score that is better low stays', () => {
    const found = effect(means({mean: 10, sd: 4}, {mean: 13, sd: 5}))!;
    expect(orientedEffect(found)).toBe(found);
  });

  test('a difference printed the other way round is turned, its printed interval with it', () => {
    const fields = {
      type: 'effect',
      measure: 'MD',
      arm: 'ket',
      against: 'mid',
      value: 4.96,
      ci: [2.33, 7.59],
      favors_arm: 'above',
    };
    expect(orientedEffect(effect(fields)!)).toMatchObject({
      value: -4.96,
      printed: {low: -7.59, high: -2.33},
    });
  });

  test('not known where the record does not say which side is good', () => {
    expect(orientedEffect(effect({...COUNTS, better: undefined})!)).toBeUndefined();
  });
});
