/** Schemas of the data files under docs/_evidence and of docs' front matter: one definition for build, checks and editors. */
import * as z from 'zod';

/** How a record was checked; `memory` may be recorded but never cited. */
export const VERIFIED_LEVELS = ['full-text', 'abstract', 'secondary', 'memory'] as const;

/** What a source is. */
export const REFERENCE_KINDS = [
  'rct',
  'meta-analysis',
  'systematic-review',
  'guideline',
  'label',
  'regulator',
  'law',
  'cohort',
  'case-series',
  'case-report',
  'cross-sectional',
  'pharmacokinetic',
  'mechanistic',
  'registry-entry',
  'consensus',
  'narrative-review',
  'history',
] as const;

/** What became of a source after it was published, gravest first. */
export const REFERENCE_STATUSES = [
  'retracted',
  'expression-of-concern',
  'corrected',
  'superseded',
] as const;

const CSL_TYPES = [
  'article',
  'article-journal',
  'article-newspaper',
  'book',
  'chapter',
  'document',
  'legislation',
  'paper-conference',
  'report',
  'webpage',
] as const;

const nonEmpty = z.string().trim().min(1, 'text that is not empty');

/** A year, or year-month-day; checked to be a real day by `isRealDate`. */
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` that exist in the calendar. */
export function isRealDate(text: string): boolean {
  if (!DATE.test(text)) {
    return false;
  }
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year!, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const partialDateSchema = z
  .string()
  .refine(isRealDate, 'a date that exists: "YYYY", "YYYY-MM" or "YYYY-MM-DD" in quotes');

export const dateSchema = z
  .string()
  .refine((text) => text.length === 10 && isRealDate(text), 'a day that exists: YYYY-MM-DD');

const nameSchema = z.union(
  [
    z.strictObject({
      family: nonEmpty,
      given: z.string().optional(),
      suffix: z.string().optional(),
      'non-dropping-particle': z.string().optional(),
      'dropping-particle': z.string().optional(),
    }),
    z.strictObject({literal: nonEmpty}),
  ],
  {error: 'a person as family and given, or a group as literal'},
);

const cslDateSchema = z.strictObject({
  'date-parts': z
    .array(z.array(z.number().int()).min(1).max(3))
    .length(1)
    .refine(
      ([parts]) =>
        parts !== undefined &&
        isRealDate(parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-')),
      'a date that exists, as [[year, month, day]]',
    ),
});

const DOI = /^10\.\d{4,9}\/\S*[^\s.,;]$/;
const WEB_ADDRESS = /^https?:\/\/[^\s]+$/;

export const referenceStatusSchema = z.strictObject(
  {
    is: z.enum(REFERENCE_STATUSES, {error: `one of ${REFERENCE_STATUSES.join(', ')}`}),
    date: partialDateSchema.optional(),
    notice: z
      .string({error: 'the notice, or what took its place: a DOI or an address'})
      .refine((text) => DOI.test(text) || WEB_ADDRESS.test(text), {
        error: 'a DOI that begins with 10., or an address that begins with http:// or https://',
      }),
    kept_because: nonEmpty.optional(),
  },
  {error: 'is and notice, with date and kept_because where there are any'},
);

export const referenceSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'a key of lower-case letters, digits and hyphens')
      .describe('Citation key: first author and year, lower case; a letter after it if taken'),
    type: z.enum(CSL_TYPES).describe('Type of publication, in the words of CSL'),
    title: nonEmpty
      .refine(
        (title) => !title.startsWith('['),
        'the title as published (a title in square brackets was not captured)',
      )
      .describe('Title as published'),
    author: z
      .array(nameSchema)
      .min(1)
      .optional()
      .describe('People as family and given, groups as literal'),
    editor: z.array(nameSchema).min(1).optional().describe('Editors of the book'),
    'container-title': nonEmpty.optional().describe('Journal, book or site that it is part of'),
    publisher: nonEmpty.optional().describe('Publisher; for a journal leave it out'),
    number: nonEmpty.optional().describe('Number of a report, label or registration'),
    volume: nonEmpty.optional().describe('Volume, in quotes'),
    issue: nonEmpty.optional().describe('Issue, in quotes'),
    page: nonEmpty.optional().describe('First and last page, or number of the article'),
    issued: cslDateSchema.optional().describe('Date of publication, as exact as the source'),
    accessed: cslDateSchema.optional().describe('Day it was read, of a page that may change'),
    DOI: z
      .string()
      .regex(DOI, 'a DOI that begins with 10., without https://doi.org/')
      .optional()
      .describe('DOI, without https://doi.org/'),
    PMID: z
      .string()
      .regex(/^[1-9]\d{0,7}$/, 'a PubMed id of up to 8 digits, in quotes')
      .optional()
      .describe('PubMed id, in quotes'),
    PMCID: z
      .string()
      .regex(/^PMC\d{1,9}$/, 'a PubMed Central id like PMC1234567')
      .optional()
      .describe('PubMed Central id, PMC and digits'),
    URL: z
      .string()
      .regex(WEB_ADDRESS, 'an address that begins with http:// or https://')
      .optional()
      .describe('Address, where there is no DOI'),
    kind: z.enum(REFERENCE_KINDS).describe('What the source is'),
    verified: z
      .enum(VERIFIED_LEVELS)
      .describe('How you saw it; memory may stand here and may not be cited'),
    verified_at: nonEmpty.optional().describe('Where you saw it: an address'),
    status: referenceStatusSchema.optional().describe('What became of it since'),
    note: z.string().optional().describe('Anything the next editor must know'),
  })
  .refine((ref) => ref.DOI ?? ref.PMID ?? ref.PMCID ?? ref.URL ?? ref.number, {
    message: 'a DOI, PMID, PMCID, registry number or URL, so that a reader can find the source',
  });

export type Reference = z.infer<typeof referenceSchema>;
export type ReferenceStatus = z.infer<typeof referenceStatusSchema>;

export const referencesSchema = z.array(referenceSchema);
