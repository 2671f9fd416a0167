/** JSON Schemas of the data files, from the same definitions that the checks use: editors complete and check with them. */
import * as z from 'zod';
import {figureSchema} from '../figures/schema';
import {docFrontMatterSchema, postFrontMatterSchema} from './front-matter';
import {referencesSchema} from './schemas';
import {studySchema} from './studies';

/** Folder of the generated files, below the root. */
export const SCHEMAS_DIR = 'schemas';

const DEFINITIONS = {
  study: {title: 'A study: docs/_evidence/studies/<id>.yml', schema: studySchema},
  references: {title: 'References: docs/_evidence/references.yml', schema: referencesSchema},
  figure: {title: 'A figure: docs/_evidence/figures/<id>.yml', schema: figureSchema},
  'front-matter-doc': {title: 'Front matter of a page under docs/', schema: docFrontMatterSchema},
  'front-matter-post': {title: 'Front matter of a post under blog/', schema: postFrontMatterSchema},
} satisfies Record<string, {title: string; schema: z.ZodType}>;

/**
 * Text of every file in schemas/, by its name. Checks between fields (arms that add up, intervals that hold their
 * estimate) cannot be said in JSON Schema: `npm run check` has them.
 */
export function jsonSchemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(DEFINITIONS).map(([name, {title, schema}]) => {
      // Draft 7 is what editors know; `input`: fields with a default may be left out.
      const {$schema, ...rest} = z.toJSONSchema(schema, {target: 'draft-7', io: 'input'});
      return [`${name}.json`, `${JSON.stringify({$schema, title, ...rest}, undefined, 2)}\n`];
    }),
  );
}
