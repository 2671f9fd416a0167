/**
 * `effects` and `ranges`: a table with one interval a row, drawn in percent of its cell so that it fits any screen.
 * Geometry is computed here, at build time; the component only places it.
 */
import {scaleLinear, scaleLog} from 'd3-scale';
import type {FigureOf, FigureRow} from './schema';

/** A row with words of its own, or with those that its figures make. */
export type PlacedRow = FigureRow & {words?: string};

export interface IntervalsLayout<R extends PlacedRow = PlacedRow> {
  ticks: {at: number; label: string}[];
  /** Percent of the line of no effect. */
  zero?: number;
  rows: (R & {
    at?: number;
    from?: number;
    to?: number;
    /** The figures in words: `2.18 (1.21 to 4.14)`. */
    words: string;
  })[];
}

/** Marks at the ends must not be cut. */
const MARGIN_PERCENT = 4;
const MAX_TICKS = 5;

export function layoutIntervals<R extends PlacedRow>(
  figure: Pick<FigureOf<'effects'> | FigureOf<'ranges'>, 'kind' | 'x'> & {rows: readonly R[]},
): IntervalsLayout<R> {
  const {x, rows} = figure;
  const values = rows
    .flatMap(({value, low, high}) => [value, low, high])
    .concat(x.no_effect)
    .filter((value) => value !== undefined);
  // A range of things that cannot be negative is read from zero.
  const fromZero = figure.kind === 'ranges' && x.scale === 'linear' && Math.min(...values) >= 0;
  const domain: [number, number] = [fromZero ? 0 : Math.min(...values), Math.max(...values)];
  const {scale, ticks} = (x.scale === 'log' ? logAxis : linearAxis)(domain);
  const at = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.round(scale(value) * 100) / 100;
  return {
    ticks: ticks.map((tick) => ({at: at(tick)!, label: numberText(tick)})),
    ...(x.no_effect === undefined ? {} : {zero: at(x.no_effect)}),
    rows: rows.map((row) => ({
      ...row,
      ...(row.value === undefined ? {} : {at: at(row.value)}),
      ...(row.low === undefined ? {} : {from: at(row.low), to: at(row.high)}),
      words: row.words ?? wordsOf(row),
    })),
  };
}

interface Axis {
  scale(value: number): number;
  ticks: number[];
}

const RANGE = [MARGIN_PERCENT, 100 - MARGIN_PERCENT];

function linearAxis(domain: [number, number]): Axis {
  const scale = scaleLinear().domain(domain).range(RANGE).nice(5);
  return {scale, ticks: scale.ticks(4)};
}

/** From one of 1, 2, 5, 10, ... to another. Powers of ten alone where all of them would touch on a phone. */
function logAxis([low, high]: [number, number]): Axis {
  const steps: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    steps.push(...[1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  }
  const first = steps.findLastIndex((step) => step <= low);
  const last = steps.findIndex((step) => step >= high);
  const all = steps.slice(first, last + 1);
  const ticks =
    all.length <= MAX_TICKS ? all : all.filter((step) => Number.isInteger(Math.log10(step)));
  const every = Math.ceil(ticks.length / MAX_TICKS);
  return {
    scale: scaleLog()
      .domain([all[0]!, all.at(-1)!])
      .range(RANGE),
    ticks: ticks.filter((_, i) => i % every === 0),
  };
}

function wordsOf({value, low, high}: FigureRow): string {
  const interval = low === undefined ? '' : `${numberText(low)} to ${numberText(high!)}`;
  if (value === undefined) {
    return interval;
  }
  return interval ? `${numberText(value)} (${interval})` : numberText(value);
}

/** A real minus sign, and no digits that the source did not give. */
export function numberText(value: number | string): string {
  return String(value).replace('-', '−');
}
