/** Schema of docs/_evidence/figures/<id>.yml: what a page's author writes to get a picture. */
import * as z from 'zod';
import {partialDateSchema} from '../evidence/schemas';

const text = z.string().trim().min(1);
/** Goes into an attribute that lists cells with `|` between. */
const cell = text.refine((value) => !/[|\n]/.test(value), 'text in one line, without |');
const refs = z.array(text).min(1, 'at least one citation key');

const axis = z.strictObject({
  label: text,
  scale: z.enum(['linear', 'log']).default('linear'),
  /** Line of no effect. */
  no_effect: z.number().optional(),
  /** Words under the two sides of the line of no effect. */
  favors: z.tuple([cell, cell]).optional(),
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

export const figureSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({...base, kind: z.literal('effects'), x: axis, rows}),
    z.strictObject({...base, kind: z.literal('ranges'), x: axis, rows}),
    z.strictObject({
      ...base,
      kind: z.literal('timeline'),
      events: z
        .array(
          z.strictObject({
            date: partialDateSchema,
            label: cell,
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
            label: cell,
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
            label: cell.optional(),
            status: z.enum(['established', 'hypothesis']),
            refs: refs.optional(),
          }),
        )
        .min(1),
    }),
  ])
  .superRefine((figure, context) => {
    if (figure.kind === 'effects' || figure.kind === 'ranges') {
      logScale(figure, context);
    }
    if (figure.kind !== 'mechanism') {
      return;
    }
    const ids = new Set(figure.nodes.map(({id}) => id));
    for (const [i, edge] of figure.edges.entries()) {
      for (const end of ['from', 'to'] as const) {
        if (!ids.has(edge[end])) {
          context.addIssue({
            code: 'custom',
            path: ['edges', i, end],
            message: `the id of a node: ${[...ids].join(', ')}`,
          });
        }
      }
    }
  });

/** A logarithm of zero or less has no place on the axis. */
function logScale(
  {x, rows}: {x: z.infer<typeof axis>; rows: z.infer<typeof row>[]},
  context: z.core.$RefinementCtx,
): void {
  const check = (value: number | undefined, path: (string | number)[]): void => {
    if (x.scale === 'log' && value !== undefined && value <= 0) {
      context.addIssue({
        code: 'custom',
        path,
        message: 'a number above 0, as the scale is logarithmic',
      });
    }
  };
  check(x.no_effect, ['x', 'no_effect']);
  for (const [i, entry] of rows.entries()) {
    for (const field of ['value', 'low', 'high'] as const) {
      check(entry[field], ['rows', i, field]);
    }
  }
}

export type Figure = z.infer<typeof figureSchema>;
export type FigureOf<K extends Figure['kind']> = Extract<Figure, {kind: K}>;
export type FigureRow = FigureOf<'effects'>['rows'][number];
