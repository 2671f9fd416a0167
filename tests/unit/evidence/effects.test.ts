import {
  hedgesG,
  meanDifference,
  oddsRatio,
  reversed,
  riskDifference,
  riskRatio,
  sdFromSe,
  seFromInterval,
} from '../../../src/evidence/effects';

/** To the digits that are printed. */
function digits(value: number, places = 4): string {
  return value.toFixed(places);
}

describe('binary data: the worked example of Borenstein 2009, chapter 5 (5 of 100 v 10 of 100)', () => {
  const treated = {events: 5, total: 100};
  const control = {events: 10, total: 100};

  test('risk ratio', () => {
    const rr = riskRatio(treated, control)!;
    expect(digits(rr.value)).toBe('0.5000');
    expect(digits(rr.y)).toBe('-0.6931');
    expect(digits(rr.se ** 2)).toBe('0.2800');
    expect(digits(rr.se)).toBe('0.5292');
    expect(rr.corrected).toBeUndefined();
  });

  test('odds ratio', () => {
    const or = oddsRatio(treated, control)!;
    expect(digits(or.value)).toBe('0.4737');
    expect(digits(or.y)).toBe('-0.7472');
    expect(digits(or.se ** 2)).toBe('0.3216');
    expect(digits(or.se)).toBe('0.5671');
  });

  test('risk difference, in percentage points', () => {
    const rd = riskDifference(treated, control);
    expect(digits(rd.value, 2)).toBe('-5.00');
    expect(digits(rd.se, 2)).toBe('3.71');
  });
});

test('risk differences of Hine 1989, as Normand 1999 prints them in table III', () => {
  const trials = [
    [2, 39, 1, 43],
    [4, 44, 4, 44],
    [6, 107, 4, 110],
    [7, 103, 5, 100],
    [7, 110, 3, 106],
    [11, 154, 4, 146],
  ] as const;
  const effects = trials.map(([a, n1, c, n2]) =>
    riskDifference({events: a, total: n1}, {events: c, total: n2}),
  );
  expect(effects.map(({value}) => digits(value))).toEqual([
    '2.8026',
    '0.0000',
    '1.9711',
    '1.7961',
    '3.5334',
    '4.4031',
  ]);
  expect(effects.map(({se}) => digits(se ** 2))).toEqual([
    '17.7575',
    '37.5657',
    '8.1323',
    '10.8998',
    '8.0114',
    '6.1320',
  ]);
  expect(effects.map(({low}) => digits(low, 1))).toEqual([
    '-5.5',
    '-12.0',
    '-3.6',
    '-4.7',
    '-2.0',
    '-0.5',
  ]);
  expect(effects.map(({high}) => digits(high, 1))).toEqual([
    '11.1',
    '12.0',
    '7.6',
    '8.3',
    '9.1',
    '9.3',
  ]);
});

describe('means: the worked example of Borenstein 2009, chapter 4 (103, SD 5.5 v 100, SD 4.5, 50 in each)', () => {
  const first = {mean: 103, sd: 5.5, n: 50};
  const second = {mean: 100, sd: 4.5, n: 50};

  test('mean difference', () => {
    const md = meanDifference(first, second);
    expect(digits(md.value)).toBe('3.0000');
    expect(digits(md.se ** 2)).toBe('1.0100');
    expect(digits(md.se)).toBe('1.0050');
  });

  test("Hedges' g", () => {
    const g = hedgesG(first, second);
    expect(digits(g.value)).toBe('0.5924');
    expect(digits(g.se ** 2)).toBe('0.0411');
    expect(digits(g.se)).toBe('0.2028');
  });
});

describe('empty cells', () => {
  test('one: 0.5 is added to each cell, and the effect says so', () => {
    const rr = riskRatio({events: 0, total: 10}, {events: 3, total: 10})!;
    expect(rr.value).toBeCloseTo(0.5 / 11 / (3.5 / 11), 12);
    expect(rr.se ** 2).toBeCloseTo(1 / 0.5 - 1 / 11 + 1 / 3.5 - 1 / 11, 12);
    expect(rr.corrected).toBe(true);
    const or = oddsRatio({events: 10, total: 10}, {events: 3, total: 10})!;
    expect(or.value).toBeCloseTo((10.5 * 7.5) / (0.5 * 3.5), 12);
    expect(or.corrected).toBe(true);
  });

  test.each([
    ['nobody', 0],
    ['everybody', 10],
  ])('%s in both arms: no ratio, and a risk difference of 0 with an interval', (_, events) => {
    const arm = {events, total: 10};
    expect(riskRatio(arm, arm)).toBeUndefined();
    expect(oddsRatio(arm, arm)).toBeUndefined();
    const rd = riskDifference(arm, arm);
    expect(rd.value).toBe(0);
    expect(rd.high).toBeGreaterThan(0);
    expect(rd.corrected).toBe(true);
  });

  test('a risk difference with an interval of its own is not touched', () => {
    const rd = riskDifference({events: 0, total: 10}, {events: 3, total: 10});
    expect(rd.value).toBe(-30);
    expect(rd.corrected).toBeUndefined();
  });
});

test('a standard error read off a printed interval is that of the effect', () => {
  const rr = riskRatio({events: 33, total: 117}, {events: 20, total: 119})!;
  expect(seFromInterval('RR', [rr.low, rr.high])).toBeCloseTo(rr.se, 10);
  const md = meanDifference({mean: 1, sd: 2, n: 30}, {mean: 0, sd: 3, n: 40}, 90);
  expect(seFromInterval('MD', [md.low, md.high], 90)).toBeCloseTo(md.se, 10);
});

test('seen from the other arm', () => {
  const [first, second] = [
    {events: 5, total: 100},
    {events: 10, total: 100},
  ] as const;
  for (const effect of [riskRatio, riskDifference]) {
    const there = effect(first, second)!;
    const back = effect(second, first)!;
    const turned = reversed(there);
    for (const key of ['y', 'se', 'value', 'low', 'high'] as const) {
      expect(turned[key]).toBeCloseTo(back[key], 10);
    }
  }
});

test('a standard deviation from a standard error', () => {
  expect(sdFromSe(2, 25)).toBe(10);
});

test.each([
  ['more events than people', () => riskRatio({events: 3, total: 2}, {events: 1, total: 2})],
  ['an arm of nobody', () => riskDifference({events: 0, total: 0}, {events: 1, total: 2})],
  ['one person', () => meanDifference({mean: 1, sd: 1, n: 1}, {mean: 0, sd: 1, n: 9})],
  ['no spread', () => hedgesG({mean: 1, sd: 0, n: 9}, {mean: 0, sd: 1, n: 9})],
])('%s is refused', (_, action) => {
  expect(action).toThrow(RangeError);
});
