/** Schema of docs/_evidence/figures/<id>.yml: what a page's author writes to get a picture. */
import {z} from 'zod';

const text = z.string().trim().min(1);
const refs = z.array(text).min(1, 'at least one citation key');

const axis = z.strictObject({
  label: text,
  scale: z.enum(['linear', 'log']).default('linear'),
  /** Line of no effect. */
  null: z.number().optional(),
  /** Words under the two sides of the line of no effect. */
  favors: z.tuple([text, text]).optional(),
});

const row = z
  .strictObject({
    label: text,
    group: text.optional(),
    value: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    n: z.number().int().positive().optional(),
    detail: text.optional(),
    refs,
    /** A pooled estimate of a published meta-analysis. */
    pooled: z.boolean().optional(),
  })
  .refine(
    ({low, high}) => (low === undefined) === (high === undefined),
    'low and high together, or neither',
  )
  .refine(
    ({value, low, high}) =>
      low === undefined ||
      high === undefined ||
      (low <= high && (value === undefined || (low <= value && value <= high))),
    'low <= value <= high: an interval holds its estimate',
  )
  .refine(({value, low}) => value !== undefined || low !== undefined, 'a value or an interval');

const base = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'the name of the file'),
  title: text,
  summary: text,
  note: text.optional(),
};

const rows = z.array(row).min(1);

export const figureSchema = z.discriminatedUnion('kind', [
  z.strictObject({...base, kind: z.literal('effects'), x: axis, rows}),
  z.strictObject({...base, kind: z.literal('ranges'), x: axis, rows}),
  z.strictObject({
    ...base,
    kind: z.literal('timecourse'),
    x: axis,
    y: axis,
    series: z
      .array(
        z.strictObject({
          label: text,
          refs,
          points: z
            .array(z.strictObject({t: z.number(), y: z.number(), label: text.optional()}))
            .min(1),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('timeline'),
    events: z
      .array(
        z.strictObject({
          date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
          label: text,
          group: z.enum(['anesthesia', 'psychiatry', 'regulation', 'harm']),
          refs,
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('mechanism'),
    nodes: z
      .array(
        z.strictObject({
          id: text,
          label: text,
          column: z.number().int().min(1).max(6),
          row: z.number().min(1).max(8),
          note: text.optional(),
          refs: refs.optional(),
        }),
      )
      .min(2),
    edges: z
      .array(
        z.strictObject({
          from: text,
          to: text,
          label: text.optional(),
          status: z.enum(['established', 'hypothesis']),
          refs: refs.optional(),
        }),
      )
      .min(1),
  }),
]);

export type Figure = z.infer<typeof figureSchema>;
export type FigureOf<K extends Figure['kind']> = Extract<Figure, {kind: K}>;
export type FigureRow = FigureOf<'effects'>['rows'][number];
