/** docs/_evidence/timeline.yml: dated events with their sources and the pages that they affect, oldest first. */
import path from 'node:path';
import * as z from 'zod';
import {loadDataFile, type DataFile} from './data-file';
import {inOrder, withoutDuplicates} from './entries';
import {HEADING_ID} from './front-matter';
import {TARGET} from './moves';
import {partialDateSchema, VERIFIED_LEVELS} from './schemas';

/** What an event is. */
export const EVENT_KINDS = [
  'approval',
  'guideline',
  'law',
  'news',
  'review',
  'trial',
  'warning',
] as const;

/** A decade with more events than this has a heading for each year. */
const MOST_WITHOUT_YEARS = 12;

/** Ids of the headings that the timeline writes: `1960s`, `2025`. */
const DECADE_OR_YEAR = /^\d{4}s?$/;

const PUBLISHED_LEVELS = VERIFIED_LEVELS.filter((level) => level !== 'memory');

function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what});
}

const eventSchema = z.strictObject(
  {
    date: z
      .string({error: 'the date of the event, in quotes: "YYYY-MM-DD", "YYYY-MM" or "YYYY"'})
      .pipe(partialDateSchema),
    id: z
      .string({error: 'an address that never changes, in a few words'})
      .regex(HEADING_ID, {error: 'an id of lower-case letters, digits and hyphens'})
      .refine((id) => !DECADE_OR_YEAR.test(id), {error: 'words: years are ids of headings'}),
    kind: z.enum(EVENT_KINDS, {error: `one of ${EVENT_KINDS.join(', ')}`}),
    title: text('what happened, in a few words'),
    summary: text('one or two sentences'),
    refs: z
      .array(text('a key of references.yml'), {error: 'a list of keys of references.yml'})
      .min(1, {error: 'at least one key of references.yml'}),
    affects: z
      .array(
        z.string({error: 'slug or slug#id of a page'}).regex(TARGET, {
          error: 'slug or slug#id of a page: safety/monitoring#vital-signs',
        }),
        {error: 'a list of pages: slug or slug#id'},
      )
      .min(1, {error: 'at least one page'}),
    verified: z.enum(PUBLISHED_LEVELS, {
      error: `how the event was checked: one of ${PUBLISHED_LEVELS.join(', ')}`,
    }),
    verified_at: text('where it was checked: an address'),
    note: text('anything the next editor must know').optional(),
  },
  {error: 'date, id, kind, title, summary, refs, affects, verified and verified_at'},
);

export const timelineSchema = z
  .array(eventSchema, {error: 'a list of events'})
  .min(1, {error: 'at least one event'});

export type TimelineEvent = z.infer<typeof eventSchema>;

/** Reads timeline.yml of an `_evidence` folder; `root` is for the paths in problems. */
export function loadTimeline(dir: string, root: string): DataFile<TimelineEvent[]> {
  const file = loadDataFile(path.join(dir, 'timeline.yml'), root, timelineSchema, 'timeline');
  return inOrder(withoutDuplicates(file, 'timeline'), 'date', 'timeline');
}

export interface TimelineYears {
  /** `2025`, which is also its id; undefined where the decade needs no years. */
  year?: string;
  events: TimelineEvent[];
}

export interface Decade {
  /** `1960s`: its heading and its id. */
  id: string;
  years: TimelineYears[];
}

/** Events by decade and, where a decade has many, by year, in the order given. */
export function timelineDecades(events: readonly TimelineEvent[]): Decade[] {
  return groupBy(events, ({date}) => `${date.slice(0, 3)}0s`).map(([id, ofDecade]) => ({
    id,
    years:
      ofDecade.length > MOST_WITHOUT_YEARS
        ? groupBy(ofDecade, ({date}) => date.slice(0, 4)).map(([year, ofYear]) => ({
            year,
            events: ofYear,
          }))
        : [{events: ofDecade}],
  }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}
