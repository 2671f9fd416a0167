/** JSON Schemas of the data files, from the same definitions that the checks use: editors complete and check with them. */
import * as z from 'zod';
import {figureSchema} from '../figures/schema';
import {auditsSchema} from './audits';
import {docFrontMatterSchema, postFrontMatterSchema} from './front-matter';
import {movesSchema} from './moves';
import {regulationSchema} from './regulation';
import {referencesSchema} from './schemas';
import {selfAssessmentSchema} from './self-assessment';
import {studySchema} from './studies';
import {timelineSchema} from './timeline';
import {vocabularySchema} from './vocabulary';

/** Folder of the generated files, below the root. */
export const SCHEMAS_DIR = 'schemas';

const DEFINITIONS = {
  study: {title: 'A study: docs/_evidence/studies/<id>.yml', schema: studySchema},
  references: {title: 'References: docs/_evidence/references.yml', schema: referencesSchema},
  figure: {title: 'A figure: docs/_evidence/figures/<id>.yml', schema: figureSchema},
  vocabulary: {title: 'Terms: docs/_evidence/vocabulary.yml', schema: vocabularySchema},
  regulation: {title: 'Labels by country: docs/_evidence/regulation.yml', schema: regulationSchema},
  timeline: {title: 'Events: docs/_evidence/timeline.yml', schema: timelineSchema},
  audits: {title: 'Audits: docs/_evidence/audits.yml', schema: auditsSchema},
  'self-assessment': {
    title: 'Criteria: docs/_evidence/self-assessment.yml',
    schema: selfAssessmentSchema,
  },
  moves: {title: 'What has moved: docs/_moves.yml', schema: movesSchema},
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
      const {$schema, ...rest} = z.toJSONSchema(schema, {
        target: 'draft-7',
        io: 'input',
        override: describe,
      });
      return [`${name}.json`, `${JSON.stringify({$schema, title, ...rest}, undefined, 2)}\n`];
    }),
  );
}

/**
 * What an editor shows on hover: the description of a field or, where it has none, the words in which the checks say what
 * should stand there.
 */
function describe({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const {error} = zodSchema._zod.def as z.core.$ZodTypeDef;
  if (jsonSchema.description === undefined && error) {
    const wanted = error({code: 'custom', input: undefined, path: [], message: ''} as never);
    const text = typeof wanted === 'string' ? wanted : wanted?.message;
    if (text) {
      jsonSchema.description = text;
    }
  }
}
