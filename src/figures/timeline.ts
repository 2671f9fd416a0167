/** `timeline`: events as marks on a strip of years, one line a group; the table below the strip says what they are. */
import {scaleLinear} from 'd3-scale';
import type {FigureOf} from './schema';

export const TIMELINE_GROUPS = {
  anesthesia: 'Anesthesia',
  psychiatry: 'Psychiatry',
  regulation: 'Regulation',
  harm: 'Harm and misuse',
} as const;

export interface TimelineLayout {
  ticks: {at: number; label: string}[];
  lines: {label: string; marks: number[]}[];
}

/** Places in percent of the strip's width. */
export function layoutTimeline({events}: FigureOf<'timeline'>): TimelineLayout {
  const years = events.map(({date}) => yearOf(date));
  const scale = scaleLinear()
    .domain([Math.floor(Math.min(...years) / 10) * 10, Math.ceil(Math.max(...years) / 10) * 10])
    .range([2, 98]);
  const at = (year: number): number => Math.round(scale(year) * 100) / 100;
  return {
    ticks: scale.ticks(7).map((year) => ({at: at(year), label: String(year)})),
    lines: Object.entries(TIMELINE_GROUPS).map(([group, label]) => ({
      label,
      marks: events.filter((event) => event.group === group).map(({date}) => at(yearOf(date))),
    })),
  };
}

/** `2019-03` is 2019.17: months count, days do not show on a strip of decades. */
function yearOf(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}
