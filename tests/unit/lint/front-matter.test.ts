import {docFrontMatterSchema, postFrontMatterSchema} from '../../../src/evidence/front-matter';

const shared = {
  title: 'Title',
  description: 'What is known.',
  keywords: ['one', 'two', 'three', 'four', 'five'],
};
const clinical = {...shared, evidence_searched: '2026-11-23', related: ['safety/monitoring']};
const pages = {
  use: {
    ...clinical,
    type: 'use',
    at_a_glance: {
      what: 'Text',
      status: [{where: 'United States', status: 'off-label', detail: 'Text'}],
      effect: 'benefit',
      certainty: 'very-low',
      outcome: 'Text',
      why: 'Text',
      evidence: 'Text',
      trials: 9,
      participants: 400,
      regimen: 'Text',
      harms: 'Text',
    },
  },
  harm: {
    ...clinical,
    type: 'harm',
    at_a_glance: {
      what: 'Text',
      frequency: 'Text',
      certainty: 'high',
      why: 'Text',
      at_risk: 'Text',
      course: 'Text',
      labels: 'Text',
    },
  },
  topic: {
    ...clinical,
    type: 'topic',
    at_a_glance: {what: 'Text', known: 'Text', unknown: 'Text'},
  },
  about: {...shared, type: 'about'},
};
const post = {title: 'Title', description: 'What happened.', date: '2026-11-25'};

const paths = (
  schema: typeof docFrontMatterSchema | typeof postFrontMatterSchema,
  value: unknown,
): string[] =>
  schema.safeParse(value).error?.issues.map(({path, code}) => `${path.join('.')} ${code}`) ?? [];

test.each(Object.entries(pages))('a page of type %s', (_, page) => {
  expect(paths(docFrontMatterSchema, page)).toEqual([]);
});

test.each(
  Object.entries(pages).flatMap(([type, page]) =>
    Object.keys(page)
      .filter((field) => field !== 'type')
      .map((field) => [type, field, page] as const),
  ),
)('a page of type %s without %s', (_, field, page) => {
  expect(paths(docFrontMatterSchema, {...page, [field]: undefined})).toEqual([
    `${field} invalid_type`,
  ]);
});

test.each(
  (['use', 'harm', 'topic'] as const).flatMap((type) =>
    Object.keys(pages[type].at_a_glance)
      .filter((field) => !['trials', 'participants'].includes(field))
      .map((field) => [type, field] as const),
  ),
)('the card of type %s without %s', (type, field) => {
  const page = pages[type];
  const at_a_glance = {...page.at_a_glance, [field]: undefined};
  expect(paths(docFrontMatterSchema, {...page, at_a_glance})).toHaveLength(1);
});

test('errata name the day, the old text and the new', () => {
  const errata = [{date: '2026-12-01', was: '5 mg', now: '0.5 mg', section: 'dosing'}];
  expect(paths(docFrontMatterSchema, {...pages.about, errata})).toEqual([]);
  expect(paths(docFrontMatterSchema, {...pages.about, errata: [{date: '2026-12-01'}]})).toEqual([
    'errata.0.was invalid_type',
    'errata.0.now invalid_type',
  ]);
});

test('a page about the site has no card', () => {
  const {at_a_glance} = pages.topic;
  expect(paths(docFrontMatterSchema, {...pages.about, at_a_glance})).toEqual([
    ' unrecognized_keys',
  ]);
});

test.each<[string, object, string[]]>([
  ['the least', {}, []],
  [
    'all fields',
    {
      date: '2026-11-25T09:05',
      slug: 'what-happened',
      tags: ['depression'],
      keywords: ['one'],
      event_date: '2025-05',
      affects: ['safety/monitoring#vital-signs'],
      image: './picture.png',
    },
    [],
  ],
  ['a day that does not exist', {date: '2026-02-30'}, ['date custom']],
  ['a time that does not exist', {date: '2026-11-25T25:00'}, ['date custom']],
  ['an event date as a number', {event_date: 2025}, ['event_date invalid_type']],
  ['a slug with capitals', {slug: 'What-Happened'}, ['slug invalid_format']],
  ['an unknown field', {authors: ['someone']}, [' unrecognized_keys']],
])('a post with %s', (_, fields, problems) => {
  expect(paths(postFrontMatterSchema, {...post, ...fields})).toEqual(problems);
});
