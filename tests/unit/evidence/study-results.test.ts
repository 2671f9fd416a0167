import {
  computedDifference,
  figure,
  pText,
  range,
  reportedText,
  resultTable,
  scaleText,
} from '../../../src/evidence/study-results';
import type {Outcome} from '../../../src/evidence/studies';
import {outcomeRecord, study} from '../../helpers/evidence';

function one(
  fields: object,
  more: object = {},
): {study: ReturnType<typeof study>; outcome: Outcome} {
  const record = study('x', {...more, outcomes: [outcomeRecord(fields)]});
  return {study: record, outcome: record.outcomes![0]!};
}

const counts = {
  type: 'dichotomous',
  results: [
    {arm: 'ket', events: 30, total: 47},
    {arm: 'mid', events: 7, total: 25},
  ],
};

test('figures: a true minus, rounding away from zero, no digits that are not there', () => {
  expect([0.49, -12.25, 12.25, 28, -0.0001, 1.005].map((x) => figure(x, 2))).toEqual([
    '0.49',
    '−12.25',
    '12.25',
    '28',
    '0',
    '1.01',
  ]);
  expect(figure(-12.25, 1)).toBe('−12.3');
  expect(range([-32.53, -4.8], 1)).toBe('−32.5 to −4.8');
});

test.each([
  ['0.03', 'p = 0.03'],
  ['<0.001', 'p < 0.001'],
  ['0.03 (nominal)', 'p = 0.03 (nominal)'],
  ['not significant', 'not significant'],
])('p value %s', (p, text) => {
  expect(pText(p)).toBe(text);
});

test('events with share, and our risk difference', () => {
  const {study: record, outcome} = one(counts);
  expect(resultTable(record, outcome)).toEqual({
    columns: ['Arm', 'Events / people', 'Share'],
    rows: [
      ['Ketamine', '30 / 47', '63.8%'],
      ['Midazolam', '7 / 25', '28%'],
    ],
  });
  // 30/47 - 7/25 = 35.83 points; standard error of independent proportions 11.40 points.
  expect(computedDifference(record, outcome)).toEqual({
    text: 'Risk difference 35.8 percentage points (95% CI 13.5 to 58.2); Ketamine v Midazolam',
    assumptions: [],
  });
});

test('a difference of arms that share people says so; one arm has none', () => {
  const {study: shared, outcome} = one(counts, {arms_share_people: true});
  expect(computedDifference(shared, outcome)!.assumptions).toEqual([
    'the same people in both arms, counted as if they were others',
  ]);
  const {study: single, outcome: alone} = one({...counts, results: counts.results.slice(0, 1)});
  expect(computedDifference(single, alone)).toBeUndefined();
});

test('means: only columns with values, each spread under its name', () => {
  const {study: record, outcome} = one({
    type: 'continuous',
    of: 'change',
    unit: 'points',
    results: [
      {arm: 'ket', mean: -16.2, sd: 4, n: 40},
      {arm: 'mid', mean: -8, se: 1.5, n: 20},
    ],
    p: '0.01',
  });
  expect(resultTable(record, outcome)).toEqual({
    columns: ['Arm', 'Mean (change, points)', 'Spread', 'People'],
    rows: [
      ['Ketamine', '−16.2', 'SD 4', '40'],
      ['Midazolam', '−8', 'SE 1.5', '20'],
    ],
  });
  expect(reportedText(record, outcome)).toBe('P = 0.01');
  expect(computedDifference(record, outcome)!.text).toMatch(
    /^Mean difference −8\.2 points \(95% CI −\S+ to −\S+\); Ketamine v Midazolam$/,
  );
});

test('medians, ranges and spreads of unknown kind', () => {
  const {study: record, outcome} = one({
    type: 'continuous',
    of: 'score',
    unit: 'min',
    results: [
      {arm: 'ket', median: 12, iqr: [8, 20]},
      {arm: 'mid', mean: 3, spread: 1},
    ],
  });
  expect(resultTable(record, outcome)!.rows).toEqual([
    ['Ketamine', '', '12', 'interquartile range 8 to 20'],
    ['Midazolam', '3', '', '± 1 (not said whether SD or SE)'],
  ]);
});

test('percentages, of arms or of all', () => {
  const {study: record, outcome} = one({
    type: 'percent',
    results: [{percent: 12.34, ci: [10, 15]}],
  });
  expect(resultTable(record, outcome)).toEqual({
    columns: ['Arm', 'Share', '95% CI'],
    rows: [['All', '12.3%', '10 to 15']],
  });
});

test.each([
  [
    {measure: 'HR', arm: 'ket', against: 'mid', value: 0.49, ci: [0.29, 0.84], p: '0.003'},
    'Hazard ratio 0.49 (95% CI 0.29 to 0.84), p = 0.003; Ketamine v Midazolam',
  ],
  [
    {measure: 'MD', arm: 'ket', value: -4, unit: 'points', ci: [-6, -2], level: 90},
    'Mean difference −4 points (90% CI −6 to −2); change within Ketamine',
  ],
  [
    {measure: 'SMD', contrast: 'day 1 v day 7', value: 0.5, ci: [0.1, 0.9], credible: true, i2: 40},
    'Standardized mean difference 0.5 (95% credible interval 0.1 to 0.9), I² 40%; day 1 v day 7',
  ],
])('an effect as reported %#', (fields, text) => {
  const {study: record, outcome} = one({type: 'effect', ...fields});
  expect(reportedText(record, outcome)).toBe(text);
  expect(resultTable(record, outcome)).toBeUndefined();
});

test('what was measured, and which way is good', () => {
  expect(scaleText(one({...counts, scale: 'MADRS'}).outcome)).toBe(
    'MADRS, Montgomery-Åsberg Depression Rating Scale; more is better',
  );
  expect(scaleText(one({...counts, better: undefined}).outcome)).toBeUndefined();
});
