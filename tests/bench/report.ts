/** Samples summed up: medians, spread, ratios, a table in Markdown, and where it was measured. */
import {execFileSync} from 'node:child_process';
import os from 'node:os';
import type {Sample} from './audit';
import {chromium} from './browser';

export interface Summary {
  median: number;
  min: number;
  max: number;
}

/** Samples by page, then by site; one for each round. */
export type Samples = Record<string, Record<string, Sample[]>>;

export function summary(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return {
    median:
      sorted.length % 2 === 1
        ? sorted[Math.floor(middle)]!
        : (sorted[middle - 1]! + sorted[middle]!) / 2,
    min: sorted[0]!,
    max: sorted.at(-1)!,
  };
}

/** By page, figure and site; a figure that a round did not take is left out of its summary. */
export function summarize(
  samples: Samples,
): Record<string, Record<string, Record<string, Summary>>> {
  return mapValues(samples, (sites) => {
    const figures = new Set(Object.values(sites).flatMap((taken) => taken.flatMap(Object.keys)));
    return Object.fromEntries(
      [...figures].map((figure) => [
        figure,
        mapValues(
          filterValues(
            mapValues(sites, (taken) =>
              taken.flatMap((sample) => (figure in sample ? [sample[figure]!] : [])),
            ),
            (values) => values.length > 0,
          ),
          summary,
        ),
      ]),
    );
  });
}

/** One table a page: a row a figure, a column a site with median (least to most), then ours against others. */
export function tables(samples: Samples, sites: readonly string[]): string {
  const rivals = sites.filter((site) => site === 'docusaurus' || site === 'starlight');
  return Object.entries(summarize(samples))
    .map(([page, figures]) => {
      const header = ['', ...sites, ...rivals.map((rival) => `ours / ${rival}`)];
      const rows = Object.entries(figures).map(([figure, bySite]) => [
        figure,
        ...sites.map((site) => cell(bySite[site])),
        ...rivals.map((rival) => ratio(bySite.ours, bySite[rival])),
      ]);
      return [
        `### ${page}`,
        '',
        line(header),
        line(header.map((_, n) => (n ? '-:' : '-'))),
        ...rows.map(line),
      ].join('\n');
    })
    .join('\n\n');
}

function cell(taken: Summary | undefined): string {
  if (!taken) {
    return '';
  }
  const {median, min, max} = taken;
  return min === max ? short(median) : `${short(median)} (${short(min)}–${short(max)})`;
}

function ratio(ours: Summary | undefined, other: Summary | undefined): string {
  return ours && other && other.median > 0 ? (ours.median / other.median).toFixed(2) : '';
}

function short(value: number): string {
  return value === 0 || Math.abs(value) >= 10 ? value.toFixed(0) : value.toPrecision(2);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function filterValues<T>(
  record: Record<string, T>,
  keep: (value: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => keep(value)));
}

/** What the figures depend on. */
export function machine(): Record<string, string | number> {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model ?? 'unknown',
    cores: cpus.length,
    'memory GB': Math.round(os.totalmem() / 1e9),
    chromium: execFileSync(chromium(), ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
    node: process.version,
  };
}

/** Load average of the last minute: above the number of cores, times mean little. */
export function load(): number {
  return os.loadavg()[0]!;
}
