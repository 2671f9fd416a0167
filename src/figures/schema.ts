/** Schema of docs/_evidence/figures/<id>.yml: what a page's author writes to get a picture. */
import * as z from 'zod';
import {partialDateSchema} from '../evidence/schemas';
import {DRUGS, MEASURES, OUTCOMES} from '../evidence/study-vocabulary';

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

function keyOf<const T extends Record<string, unknown>>(list: T) {
  return z.enum(Object.keys(list) as (keyof T & string)[]);
}

/** An arm of the study, or several that its record takes together. */
const arms = z.union([text, z.array(text).min(2)], {error: 'the id of an arm, or a list of ids'});

/** A row of a forest: which result of which study. Its figures come from the record; none is typed here. */
const forestRow = z.strictObject({
  study: text,
  /** Id of the outcome in the record. */
  outcome: text,
  /** Needed where the record has results of several arms; for a reported effect they turn it round. */
  arm: arms.optional(),
  against: arms.optional(),
  /** Stands in place of the names of the arms. */
  label: cell.optional(),
  group: text.optional(),
  detail: text.optional(),
  /** Id of a further outcome whose events, percentages or means are shown beside the effect. */
  beside: text.optional(),
  /** The source prints the difference with the other sign, such as a difference of falls. */
  turn: z.literal(true, {error: 'true or no such field'}).optional(),
  /** Brings a mean difference to the figure's scale: 10 for a scale of 0 to 100 among scales of 0 to 10. */
  divide: z.number().positive().optional(),
});

/** What pooled studies have in common, in the author's words of the vocabulary; the build holds every row to it. */
const poolOf = z.strictObject(
  {outcome: keyOf(OUTCOMES), time: text, comparator: keyOf(DRUGS)},
  {error: 'outcome, time and comparator that all pooled studies share'},
);

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
      kind: z.literal('forest'),
      measure: keyOf(MEASURES),
      /** Unit of a mean difference. */
      unit: text.optional(),
      /** Which side of no effect is good for the first arm; rows are held to it. */
      good: z.enum(['below', 'above']).optional(),
      x: z.strictObject({label: text, favors: z.tuple([cell, cell]).optional()}),
      rows: z.array(forestRow).min(1),
      pool: poolOf.optional(),
    }),
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
