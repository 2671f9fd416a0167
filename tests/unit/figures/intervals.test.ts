import {layoutIntervals, numberText} from '../../../src/figures/intervals';
import {figureSchema, type FigureOf} from '../../../src/figures/schema';

type Figure = FigureOf<'effects'> | FigureOf<'ranges'>;

/** A figure of rows as `[value, low, high]`, checked by the schema. */
function figure(
  kind: Figure['kind'],
  rows: [value?: number, low?: number, high?: number][],
  x: object = {},
): Figure {
  return figureSchema.parse({
    id: 'x',
    kind,
    title: 'Title',
    summary: 'Summary',
    x: {label: 'Axis', ...x},
    rows: rows.map(([value, low, high], i) => ({
      label: `Row ${i}`,
      refs: ['a2020'],
      ...(value === undefined ? {} : {value}),
      ...(low === undefined ? {} : {low, high}),
    })),
  }) as Figure;
}

function ticks(...args: Parameters<typeof figure>): string[] {
  return layoutIntervals(figure(...args)).ticks.map(({label}) => label);
}

describe('places', () => {
  test('are percent of the width, with room for marks at both ends', () => {
    const {rows, ticks: axis} = layoutIntervals(figure('effects', [[0, -10, 10], [5]]));
    expect(rows).toMatchObject([{from: 4, at: 50, to: 96}, {at: 73}]);
    expect(axis).toEqual([
      {at: 4, label: '−10'},
      {at: 27, label: '−5'},
      {at: 50, label: '0'},
      {at: 73, label: '5'},
      {at: 96, label: '10'},
    ]);
  });

  test('of a row without interval, or without estimate, leave out what is not there', () => {
    const {rows} = layoutIntervals(figure('ranges', [[50], [undefined, 0, 100]]));
    expect(rows[0]).not.toHaveProperty('from');
    expect(rows[0]).not.toHaveProperty('to');
    expect(rows[1]).not.toHaveProperty('at');
    expect(rows[1]).toMatchObject({from: 4, to: 96});
  });

  test('keep what an author wrote of a row', () => {
    const {rows} = layoutIntervals(figure('ranges', [[50]]));
    expect(rows[0]).toMatchObject({label: 'Row 0', refs: ['a2020']});
  });

  test.each<[string, Figure]>([
    ['one value', figure('effects', [[3]])],
    ['equal values', figure('effects', [[3, 3, 3], [3]])],
    ['zero only', figure('ranges', [[0]])],
    ['very small values', figure('effects', [[0.00001, 0.000005, 0.00002]])],
    ['very different values', figure('effects', [[0.001], [100000]], {scale: 'log'})],
    ['one value on a logarithmic scale', figure('effects', [[3]], {scale: 'log'})],
  ])('stand within the cell for %s', (_, data) => {
    const {rows, ticks: axis} = layoutIntervals(data);
    for (const place of [
      ...rows.flatMap(({at, from, to}) => [at, from, to]),
      ...axis.map(({at}) => at),
    ]) {
      if (place !== undefined) {
        expect(place).toBeGreaterThanOrEqual(4);
        expect(place).toBeLessThanOrEqual(96);
      }
    }
    expect(axis.length).toBeGreaterThan(0);
  });
});

describe('the line of no effect', () => {
  test('has its place', () => {
    expect(layoutIntervals(figure('effects', [[0, -10, 10]], {no_effect: 0})).zero).toBe(50);
  });

  test('is in the picture even where all estimates are on one side', () => {
    const {zero, rows} = layoutIntervals(figure('effects', [[8, 6, 10]], {no_effect: 0}));
    expect(zero).toBe(4);
    expect(rows[0]!.from).toBeGreaterThan(zero!);
  });

  test('is not there where a figure has none', () => {
    expect(layoutIntervals(figure('effects', [[8]]))).not.toHaveProperty('zero');
  });
});

describe('the axis', () => {
  test.each<[string, string[], string[]]>([
    [
      'of ranges starts at zero',
      ticks('ranges', [[undefined, 60, 75]]),
      ['0', '20', '40', '60', '80'],
    ],
    [
      'of ranges below zero starts where they do',
      ticks('ranges', [[undefined, -20, 75]]),
      ['−20', '0', '20', '40', '60', '80'],
    ],
    [
      'of effects does not start at zero for its own sake',
      ticks('effects', [[70, 60, 80]]),
      ['60', '65', '70', '75', '80'],
    ],
    [
      'of a logarithmic scale has numbers that read well, from just below to just above the data',
      ticks('effects', [[1.8, 1.2, 2.7]], {scale: 'log', no_effect: 1}),
      ['1', '2', '5'],
    ],
    [
      'of a narrow logarithmic scale leaves the data most of the width',
      ticks('effects', [[0.95, 0.8, 1.1]], {scale: 'log', no_effect: 1}),
      ['0.5', '1', '2'],
    ],
    [
      'of a wide logarithmic scale has the powers of ten, 1 among them',
      ticks('effects', [[1, 0.1, 10]], {scale: 'log'}),
      ['0.1', '1', '10'],
    ],
    [
      'of a very wide logarithmic scale has every second or third of them',
      ticks('effects', [[1, 0.001, 1000]], {scale: 'log'}),
      ['0.001', '0.1', '10', '1000'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('of a logarithmic scale puts half and double at the same distance', () => {
    const {rows, zero} = layoutIntervals(
      figure('effects', [[0.5], [2]], {scale: 'log', no_effect: 1}),
    );
    expect(zero! - rows[0]!.at!).toBeCloseTo(rows[1]!.at! - zero!, 1);
  });
});

test.each<[string, [number?, number?, number?], string]>([
  ['an estimate and its interval', [2.18, 1.21, 4.14], '2.18 (1.21 to 4.14)'],
  ['an estimate alone', [2.18], '2.18'],
  ['an interval alone', [undefined, 11, 75], '11 to 75'],
  ['negative numbers with a real minus sign', [-3.16, -8.54, 2.22], '−3.16 (−8.54 to 2.22)'],
  ['zero', [0, -1, 1], '0 (−1 to 1)'],
])('in words: %s', (_, row, expected) => {
  expect(layoutIntervals(figure('effects', [row])).rows[0]!.words).toBe(expected);
});

test.each([
  ['a whole number', 5, '5'],
  ['digits as given, none added', 0.5, '0.5'],
  ['a minus sign, not a hyphen', -0.002, '−0.002'],
])('numberText writes %s', (_, value, expected) => {
  expect(numberText(value)).toBe(expected);
});
