/**
 * Front matter of docs pages and of posts: one schema for the checks, the remark transforms and the pages that list
 * pages. Unknown fields are problems, because a misspelled field would otherwise be dropped in silence.
 */
import * as z from 'zod';
import {dateSchema, isRealDate, partialDateSchema} from './schemas';

/** What a page is about decides which fields its card has. */
export const PAGE_TYPES = ['use', 'harm', 'topic', 'reference', 'about'] as const;

/** Where a use stands with a regulator. */
export const STATUS_VALUES = [
  'approved',
  'off-label',
  'not-approved',
  'investigational',
  'not-applicable',
] as const;

/** Direction of the effect on the page's main outcome. */
export const EFFECT_DIRECTIONS = [
  'benefit',
  'no-difference',
  'harm',
  'mixed',
  'uncertain',
] as const;

/** After GRADE, highest first. */
export const CERTAINTY_LEVELS = ['high', 'moderate', 'low', 'very-low'] as const;

/** Addresses under docs/: `safety/monitoring`. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Ids of headings: `limits-of-the-evidence`. */
export const HEADING_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The message says what should stand there, whatever stands there now: nothing, an empty string or a number. */
function text(what: string) {
  return z.string({error: what}).trim().min(1, {error: what});
}

function choice<const T extends readonly string[]>(values: T) {
  return z.enum(values, {error: `one of ${values.join(', ')}`});
}

const glanceText = text('a sentence ("Not reported in the sources found" where nothing is known)');
const whole = z
  .number({error: 'a whole number, or no such field where it is unknown'})
  .int({error: 'a whole number'})
  .positive({error: 'a number above 0, or no such field where it is unknown'});
const certainty = choice(CERTAINTY_LEVELS);

const statusSchema = z.strictObject(
  {
    where: text('a country or region'),
    status: choice(STATUS_VALUES),
    detail: text('what exactly is approved or used, with the date of the label').optional(),
  },
  {error: 'where, status and detail'},
);

const useGlanceSchema = z.strictObject(
  {
    what: glanceText,
    status: z.array(statusSchema, {error: 'a list of where, status and detail'}).min(1, {
      error: 'at least one country or region',
    }),
    effect: choice(EFFECT_DIRECTIONS),
    certainty,
    outcome: glanceText,
    why: glanceText,
    evidence: glanceText,
    trials: whole.optional(),
    participants: whole.optional(),
    regimen: glanceText,
    harms: glanceText,
  },
  {error: 'the fields of the At-a-glance card of a use'},
);

const harmGlanceSchema = z.strictObject(
  {
    what: glanceText,
    frequency: glanceText,
    certainty,
    why: glanceText,
    at_risk: glanceText,
    course: glanceText,
    labels: glanceText,
  },
  {error: 'the fields of the At-a-glance card of a harm'},
);

const topicGlanceSchema = z.strictObject(
  {
    what: glanceText,
    known: glanceText,
    unknown: glanceText,
    certainty: certainty.optional(),
    why: glanceText.optional(),
  },
  {error: 'what, known and unknown'},
);

const erratumSchema = z.strictObject(
  {
    date: dateSchema,
    was: text('what the page said'),
    now: text('what it says now'),
    section: z.string().regex(HEADING_ID, {error: 'the id of a heading of this page'}).optional(),
  },
  {error: 'date, was and now'},
);

const searchSchema = z.strictObject(
  {
    question: text('what was looked for: "Randomized trials in gambling disorder"'),
    where: text('what was searched: "an index of stored public web pages"'),
    words: z
      .array(text('the words as typed'), {error: 'a list of searches, in the words as typed'})
      .min(1, {error: 'at least one search; no such field where the words were not recorded'})
      .optional(),
    date: z.string({error: 'the day of the search: YYYY-MM-DD'}).pipe(dateSchema),
    found: text('"Nothing", or what comes nearest, with its citation'),
  },
  {error: 'question, where, words, date and found'},
);

const keyword = text('a word or words; quote a number');

const shared = {
  title: text('the title of the page'),
  description: text('one plain sentence of 50 to 160 characters that says what is known'),
  image: text('the path of a picture').optional(),
};

const docShared = {
  ...shared,
  sidebar_label: text('a short name for the sidebar').optional(),
  sidebar_position: z.number({error: 'a number: the order in its folder'}).optional(),
  keywords: z
    .array(keyword, {error: 'a list of 5 to 15 words that people type'})
    .min(5, {error: 'at least 5 words that people type'})
    .max(15, {error: 'at most 15 words that people type'}),
  slug: text('an address').optional(),
  hide_table_of_contents: z.boolean({error: 'true or false'}).optional(),
  crisis_notice: z.boolean({error: 'true or false'}).optional(),
  errata: z.array(erratumSchema, {error: 'a list of date, was, now and section'}).min(1).optional(),
};

const related = z.array(text('the slug of a page'), {error: 'a list of slugs of pages'});

const clinicalShared = {
  ...docShared,
  evidence_searched: z
    .string({error: 'the day the evidence was last searched: YYYY-MM-DD'})
    .pipe(dateSchema),
  searches: z
    .array(searchSchema, {error: 'a list of question, where, words, date and found'})
    .min(1, {error: 'at least one search, or no such field'})
    .optional(),
  related,
};

/** Front matter of a page under docs/: `type` decides its fields. */
export const docFrontMatterSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({...clinicalShared, type: z.literal('use'), at_a_glance: useGlanceSchema}),
    z.strictObject({...clinicalShared, type: z.literal('harm'), at_a_glance: harmGlanceSchema}),
    z.strictObject({...clinicalShared, type: z.literal('topic'), at_a_glance: topicGlanceSchema}),
    // A list to look things up: it makes no statement that a card could sum up.
    z.strictObject({...clinicalShared, type: z.literal('reference')}),
    z.strictObject({...docShared, type: z.literal('about'), related: related.optional()}),
  ],
  {error: `front matter with a type: one of ${PAGE_TYPES.join(', ')}`},
);

/** A day, or a day with the time that orders posts of one day. */
const POST_DATE = /^(?<day>\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/;

/** Front matter of a post under blog/. */
export const postFrontMatterSchema = z.strictObject(
  {
    ...shared,
    date: z
      .string({error: 'the day of publication: YYYY-MM-DD, or YYYY-MM-DDThh:mm'})
      .refine((date) => isRealDate(POST_DATE.exec(date)?.groups?.day ?? ''), {
        error: 'a day that exists: YYYY-MM-DD, or YYYY-MM-DDThh:mm',
      }),
    slug: z
      .string({error: 'the address of the post'})
      .regex(SLUG, {error: 'lower-case words with hyphens'})
      .optional(),
    tags: z.array(text('a tag of blog/tags.yml'), {error: 'a list of tags'}).optional(),
    keywords: z.array(keyword, {error: 'a list of words that people type'}).min(1).optional(),
    event_date: z
      .string({error: 'the day of the event, in quotes: "YYYY-MM-DD"'})
      .pipe(partialDateSchema)
      .optional(),
    affects: z
      .array(text('slug or slug#id of a page'), {error: 'a list of pages: slug or slug#id'})
      .optional(),
  },
  {error: 'front matter of a post: title, description and date at least'},
);

export type DocFrontMatter = z.infer<typeof docFrontMatterSchema>;
export type PostFrontMatter = z.infer<typeof postFrontMatterSchema>;
export type SearchRecord = z.infer<typeof searchSchema>;
export type UseGlance = z.infer<typeof useGlanceSchema>;
export type HarmGlance = z.infer<typeof harmGlanceSchema>;
export type TopicGlance = z.infer<typeof topicGlanceSchema>;
