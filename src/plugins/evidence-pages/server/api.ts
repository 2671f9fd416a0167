/**
 * The JSON API, /api/v1/: what each file holds, as one definition for the files, their JSON Schemas and their tests.
 * Within version 1 no field goes and none changes its meaning; fields may be added (docs/about/data-and-api.mdx).
 */
import * as z from 'zod';
import {cslItem} from '../../../evidence/export-references';
import {docFrontMatterSchema, PAGE_TYPES} from '../../../evidence/front-matter';
import {REFERENCE_KINDS, referenceStatusSchema, VERIFIED_LEVELS} from '../../../evidence/schemas';
import {yearOf} from '../../../evidence/study-summary';
import {studySchema} from '../../../evidence/studies';
import {vocabularySchema} from '../../../evidence/vocabulary';
import {isoDate} from '../../../remark/remark-notices';
import {
  API,
  referenceAddress,
  studyAddress,
  type Citing,
  type EvidenceModel,
  type ReferenceRecord,
  type StudyRecord,
} from './model';
import {studyTitle} from './study-page';

const edition = z
  .string()
  .describe('Edition whose record it is: "2.0"; "next" is the draft, which changes without notice');
const url = z.string().describe('Address of its page on this site');
const current = z
  .boolean()
  .describe('False where a newer edition no longer has the record; it stays here');

const citingSchema = z.object({
  kind: z.enum(['page', 'post']),
  title: z.string(),
  url,
  draft: z.boolean().describe('The page is in the draft of the next edition only'),
  sections: z
    .array(z.object({id: z.string(), title: z.string()}))
    .describe('Sections of the page in which it is cited; the lead of a page is in none'),
});

const studyRecordSchema = z.object({
  id: z.string().describe('Permanent'),
  edition,
  current,
  title: z.string().describe('Name or acronym, first author, year'),
  year: z.int().optional().describe('Year of the primary publication'),
  url,
  cited_by: z.array(citingSchema),
  record: studySchema.describe(
    'The study as recorded; its fields are described in CONTRIBUTING.md',
  ),
});

const referenceRecordSchema = z.object({
  key: z.string().describe('Citation key; permanent'),
  edition,
  current,
  url,
  text: z.string().describe('Vancouver style, without identifiers'),
  csl: z.record(z.string(), z.unknown()).describe('CSL-JSON item'),
  kind: z.enum(REFERENCE_KINDS),
  verified: z
    .enum(VERIFIED_LEVELS)
    .describe('How we saw its figures: in the full text, the abstract, or another source'),
  verified_at: z.string().optional().describe('Where we saw them'),
  status: referenceStatusSchema
    .optional()
    .describe('What became of the source, where we know of it: retracted, corrected ...'),
  studies: z.array(z.string()).describe('Ids of the studies that it is a source of'),
  cited_by: z.array(citingSchema),
});

const pageSchema = z.object({
  edition,
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  url,
  type: z.enum(PAGE_TYPES),
  evidence_searched: z.string().optional().describe('Day of the last search for evidence'),
  at_a_glance: z
    .union(
      docFrontMatterSchema.options.flatMap(({shape}) =>
        'at_a_glance' in shape ? [shape.at_a_glance] : [],
      ),
    )
    .optional()
    .describe('The card; its texts are Markdown with Pandoc citations, [@key]'),
  references: z.array(z.string()).describe('Citation keys in the order of the page’s list'),
});

const editionSchema = z.object({
  edition,
  label: z.string(),
  released: z.string().optional(),
  latest: z.boolean(),
  draft: z.boolean(),
  url: z.string().describe('Where its pages begin'),
});

const fileSchema = z.object({
  path: z.string().describe('Below the address of this file; <id> stands for an id'),
  what: z.string(),
  schema: z.string().optional().describe('JSON Schema, below the address of this file'),
});

/** What there is, with the schema of each. Keys are names of files without `.json`. */
export const API_FILES = {
  editions: {
    what: 'Editions of the reference, newest first, then the draft',
    schema: z.array(editionSchema),
  },
  studies: {what: 'All studies', schema: z.array(studyRecordSchema)},
  'studies/<id>': {what: 'One study', schema: studyRecordSchema},
  references: {what: 'All references', schema: z.array(referenceRecordSchema)},
  pages: {
    what: 'Pages of every edition with their At-a-glance cards and references',
    schema: z.array(pageSchema),
  },
  vocabulary: {
    what: 'Terms of the newest edition that has a glossary: names, definitions, misspellings',
    schema: vocabularySchema,
  },
  index: {
    what: 'What there is',
    schema: z.object({
      version: z.literal(1),
      title: z.string(),
      license: z.string(),
      documentation: z.string(),
      files: z.array(fileSchema),
    }),
  },
} as const;

export interface ApiOptions {
  model: EvidenceModel;
  /** Origin and base: addresses in the files are absolute. */
  site: string;
  siteTitle: string;
}

/** Text of every file of the API, by its address below the site's base. */
export function apiFiles(options: ApiOptions): Map<string, string> {
  const {model} = options;
  const studies = [...model.studies.values()].map((record) => studyJson(record, options));
  const files: [string, unknown][] = [
    ['index', indexJson(options)],
    ['editions', editionsJson(options)],
    ['studies', studies],
    ...studies.map((study): [string, unknown] => [`studies/${study.id}`, study]),
    ['references', [...model.references.values()].map((record) => referenceJson(record, options))],
    ['pages', pagesJson(options)],
    ['vocabulary', model.editions.find(({terms}) => terms.length > 0)?.terms ?? []],
  ];
  return new Map([
    ...files.map(([name, value]): [string, string] => [`${API}${name}.json`, text(value)]),
    ...Object.entries(API_FILES).map(([name, {schema}]): [string, string] => [
      API + schemaPath(name),
      text(jsonSchema(schema)),
    ]),
  ]);
}

function schemaPath(name: string): string {
  return `schemas/${name === 'studies/<id>' ? 'study' : name}.json`;
}

function text(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

/** Fields may be added within a version: what a schema does not know is no error. */
function jsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'output',
    override: ({jsonSchema: own}) => {
      if (own.additionalProperties === false) {
        delete own.additionalProperties;
      }
    },
  });
}

function indexJson({site, siteTitle}: ApiOptions): z.infer<typeof API_FILES.index.schema> {
  return {
    version: 1,
    title: siteTitle,
    license: 'CC BY 4.0',
    documentation: `${site}docs/about/data-and-api/`,
    files: [
      ...Object.entries(API_FILES).map(([name, {what}]) => ({
        path: `${name}.json`,
        what,
        schema: schemaPath(name),
      })),
      {path: 'studies.csv', what: 'All studies, one row each'},
      {path: 'results.csv', what: 'All results, one row for each arm or effect of an outcome'},
    ],
  };
}

function editionsJson({
  model: {editions},
  site,
}: ApiOptions): z.infer<typeof API_FILES.editions.schema> {
  return editions.map(({edition: name, label, released, isDraft, address}, i) => ({
    edition: name,
    label,
    ...(released === undefined ? {} : {released}),
    latest: i === 0,
    draft: isDraft,
    url: site + address,
  }));
}

function studyJson(
  record: StudyRecord,
  {model, site}: ApiOptions,
): z.infer<typeof studyRecordSchema> {
  const {study, edition: own, isGone} = record;
  const year = yearOf(study, own.evidence.references);
  return {
    id: study.id,
    edition: own.edition,
    current: !isGone,
    title: studyTitle(record),
    ...(year === undefined ? {} : {year}),
    url: site + studyAddress(study.id),
    cited_by: model.citing(study.refs, own).map((citing) => citingJson(citing, site)),
    record: study,
  };
}

function referenceJson(
  {reference, text: formatted, edition: own, isGone, citedBy, studies}: ReferenceRecord,
  {site}: ApiOptions,
): z.infer<typeof referenceRecordSchema> {
  return {
    key: reference.id,
    edition: own.edition,
    current: !isGone,
    url: site + referenceAddress(reference.id),
    text: formatted,
    csl: cslItem(reference),
    kind: reference.kind,
    verified: reference.verified,
    ...(reference.verified_at ? {verified_at: reference.verified_at} : {}),
    ...(reference.status ? {status: reference.status} : {}),
    studies,
    cited_by: citedBy.map((citing) => citingJson(citing, site)),
  };
}

function citingJson(
  {kind, page, isDraft, sections}: Citing,
  site: string,
): z.infer<typeof citingSchema> {
  return {kind, title: page.title, url: site + page.address, draft: isDraft, sections};
}

function pagesJson({model: {editions}, site}: ApiOptions): z.infer<typeof API_FILES.pages.schema> {
  return editions.flatMap(({edition: name, pages}) =>
    pages.map(({slug, title, description, address, frontMatter, keys}) => {
      const {type, at_a_glance: glance} = frontMatter as Pick<
        z.infer<typeof pageSchema>,
        'type' | 'at_a_glance'
      >;
      const searched = isoDate(frontMatter.evidence_searched);
      return {
        edition: name,
        slug,
        title,
        description,
        url: site + address,
        type,
        ...(searched ? {evidence_searched: searched} : {}),
        ...(glance ? {at_a_glance: glance} : {}),
        references: keys,
      };
    }),
  );
}
