/**
 * `effects` and `ranges`: a table with one interval a row, drawn in percent of its cell so that it fits any screen.
 * Geometry is computed here, at build time; the component only places it.
 */
import {scaleLinear, scaleLog} from 'd3-scale';
import type {FigureOf, FigureRow} from './schema';

export interface IntervalsLayout {
  ticks: {at: number; label: string}[];
  /** Percent of the line of no effect. */
  zero?: number;
  rows: (FigureRow & {
    at?: number;
    from?: number;
    to?: number;
    /** The figures in words: `2.18 (1.21 to 4.14)`. */
    words: string;
  })[];
}

/** Marks at the ends must not be cut. */
const MARGIN_PERCENT = 4;

export function layoutIntervals(figure: FigureOf<'effects'> | FigureOf<'ranges'>): IntervalsLayout {
  const {x, rows} = figure;
  const values = rows
    .flatMap(({value, low, high}) => [value, low, high])
    .concat(x.null)
    .filter((value) => value !== undefined);
  // A range of things that cannot be negative is read from zero.
  const fromZero = figure.kind === 'ranges' && x.scale === 'linear' && Math.min(...values) >= 0;
  const domain: [number, number] = [fromZero ? 0 : Math.min(...values), Math.max(...values)];
  const scale = (x.scale === 'log' ? scaleLog() : scaleLinear())
    .domain(domain)
    .range([MARGIN_PERCENT, 100 - MARGIN_PERCENT])
    .nice(x.scale === 'log' ? undefined : 5);
  const at = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.round(scale(value) * 100) / 100;
  return {
    ticks: ticksOf(scale, x.scale).map((tick) => ({at: at(tick)!, label: numberText(tick)})),
    ...(x.null === undefined ? {} : {zero: at(x.null)}),
    rows: rows.map((row) => ({
      ...row,
      ...(row.value === undefined ? {} : {at: at(row.value)}),
      ...(row.low === undefined ? {} : {from: at(row.low), to: at(row.high)}),
      words: wordsOf(row),
    })),
  };
}

/** On a log scale only values that read well, and few enough not to touch on a phone. */
function ticksOf(
  scale: {ticks(n?: number): number[]; domain(): number[]},
  kind: 'linear' | 'log',
): number[] {
  if (kind === 'linear') {
    return scale.ticks(4);
  }
  const nice = scale.ticks().filter((tick) => /^[125]/.test(String(tick).replace(/^0\.0*/, '')));
  const step = Math.ceil(nice.length / 5);
  return nice.filter((_, i) => i % step === 0);
}

function wordsOf({value, low, high}: FigureRow): string {
  const interval = low === undefined ? '' : `${numberText(low)} to ${numberText(high!)}`;
  if (value === undefined) {
    return interval;
  }
  return interval ? `${numberText(value)} (${interval})` : numberText(value);
}

/** A real minus sign, and no digits that the source did not give. */
export function numberText(value: number): string {
  return String(value).replace('-', '−');
}
