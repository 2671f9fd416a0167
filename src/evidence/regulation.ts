/**
 * docs/_evidence/regulation.yml: what regulators, payers, laws and professional bodies say, by jurisdiction. Jurisdictions
 * stand in the order in which readers see them.
 */
import path from 'node:path';
import * as z from 'zod';
import {loadDataFile, type DataFile} from './data-file';
import {withoutDuplicates} from './entries';
import {HEADING_ID} from './front-matter';
import {dateSchema, partialDateSchema} from './schemas';

/** Questions that every jurisdiction answers, in the order in which a clinician asks them, and their headings. */
export const REGULATION_CELLS = {
  esketamine_approval: 'Approval of esketamine',
  racemic_approval: 'Approval of racemic ketamine',
  indications: 'Labeled uses',
  dose_limits: 'Label doses',
  monitoring: 'Setting and monitoring',
  funding: 'Who pays',
  scheduling: 'Control by law',
  guidance: 'Professional guidance',
} as const;

export type RegulationCell = keyof typeof REGULATION_CELLS;

/** The questions as a list. */
export const REGULATION_CELL_NAMES = Object.keys(REGULATION_CELLS) as RegulationCell[];

function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what});
}

const cellSchema = z
  .strictObject(
    {
      text: text('what the source says, or that nothing was found'),
      date: z
        .string({
          error: 'the date of the newest source, in quotes: "YYYY-MM-DD", "YYYY-MM" or "YYYY"',
        })
        .pipe(partialDateSchema)
        .optional(),
      refs: z
        .array(text('a key of references.yml'), {error: 'a list of keys of references.yml'})
        .min(1, {error: 'at least one key of references.yml'})
        .optional(),
      searched: z
        .string({error: 'the day of the search, in quotes: "YYYY-MM-DD"'})
        .pipe(dateSchema)
        .optional(),
    },
    {error: 'text with date and refs, or text with searched'},
  )
  .refine(
    ({date, refs, searched}) =>
      searched === undefined
        ? date !== undefined && refs !== undefined
        : date === undefined && refs === undefined,
    {error: 'date and refs of the source; or, where nothing was found, searched alone'},
  );

const jurisdictionSchema = z.strictObject(
  {
    id: z
      .string({error: 'an address that never changes'})
      .regex(HEADING_ID, {error: 'an id of lower-case letters, digits and hyphens'}),
    name: text('the name of the jurisdiction'),
    cells: z.strictObject(
      Object.fromEntries(REGULATION_CELL_NAMES.map((cell) => [cell, cellSchema])) as Record<
        RegulationCell,
        typeof cellSchema
      >,
      {error: `a cell for each of ${REGULATION_CELL_NAMES.join(', ')}`},
    ),
  },
  {error: 'id, name and cells'},
);

export const regulationSchema = z
  .array(jurisdictionSchema, {error: 'a list of id, name and cells'})
  .min(1, {error: 'at least one jurisdiction'});

export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/** Reads regulation.yml of an `_evidence` folder; `root` is for the paths in problems. */
export function loadRegulation(dir: string, root: string): DataFile<Jurisdiction[]> {
  const file = loadDataFile(path.join(dir, 'regulation.yml'), root, regulationSchema, 'regulation');
  return withoutDuplicates(file, 'regulation');
}

/** Address of a question on the page that shows it, or of one jurisdiction's answer. */
export function regulationId(cell: RegulationCell, jurisdiction?: string): string {
  const id = `regulation-${cell.replaceAll('_', '-')}`;
  return jurisdiction === undefined ? id : `${id}-${jurisdiction}`;
}
