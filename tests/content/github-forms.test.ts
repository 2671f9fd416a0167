/** The files that GitHub reads: its documented shape of issue forms, and what the site fills in. */
import fs from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import * as z from 'zod';
import {FORMS} from '../../src/site/report-links';

const GITHUB = path.join(__dirname, '../../.github');
const DIR = path.join(GITHUB, 'ISSUE_TEMPLATE');

/** "Syntax for GitHub's form schema" and "Syntax for issue forms" in GitHub's documentation. */
const id = z.string().regex(/^[A-Za-z0-9_-]+$/);
const label = z.string().trim().min(1);
const validations = z.strictObject({required: z.boolean()}).optional();
const about = {label, description: z.string().optional()};
const options = z
  .array(label)
  .min(1)
  .refine((all) => new Set(all).size === all.length && !all.includes('None'));
const element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('markdown'),
    attributes: z.strictObject({value: z.string().trim().min(1)}),
  }),
  z.strictObject({
    type: z.literal('input'),
    id: id.optional(),
    attributes: z.strictObject({
      ...about,
      placeholder: z.string().optional(),
      value: z.string().optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('textarea'),
    id: id.optional(),
    attributes: z.strictObject({
      ...about,
      placeholder: z.string().optional(),
      value: z.string().optional(),
      render: z.string().optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id: id.optional(),
    attributes: z.strictObject({
      ...about,
      multiple: z.boolean().optional(),
      options,
      default: z.number().int().nonnegative().optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    id: id.optional(),
    attributes: z.strictObject({
      ...about,
      options: z.array(z.strictObject({label, required: z.boolean().optional()})).min(1),
    }),
    validations,
  }),
]);
const unique = (values: unknown[]): boolean => new Set(values).size === values.length;
const form = z.strictObject({
  name: label,
  description: label,
  title: z.string().optional(),
  labels: z.array(label).optional(),
  assignees: z.array(label).optional(),
  projects: z.array(label).optional(),
  type: label.optional(),
  body: z
    .array(element)
    .min(1)
    .refine((body) => body.some(({type}) => type !== 'markdown'), 'a field besides text')
    .refine(
      (body) => unique(body.flatMap((one) => ('id' in one && one.id ? [one.id] : []))),
      'each id once',
    )
    .refine(
      (body) =>
        unique(body.flatMap((one) => ('label' in one.attributes ? [one.attributes.label] : []))),
      'each label once',
    ),
});

const names = fs.readdirSync(DIR).filter((name) => name !== 'config.yml');
const read = (name: string): unknown => parse(fs.readFileSync(path.join(DIR, name), 'utf8'));

test.each(names)('%s has the shape of an issue form', (name) => {
  expect(form.safeParse(read(name)).error?.issues).toBeUndefined();
});

test('the shape refuses what GitHub refuses', () => {
  const good = {
    name: 'A',
    description: 'B',
    body: [{type: 'input', id: 'a', attributes: {label: 'L'}}],
  };
  expect(form.safeParse(good).success).toBe(true);
  for (const bad of [
    {...good, body: []},
    {...good, about: 'x'},
    {...good, body: [{type: 'input', id: 'a b', attributes: {label: 'L'}}]},
    {...good, body: [...good.body, ...good.body]},
    {...good, body: [{type: 'markdown', attributes: {value: 'only text'}}]},
    {...good, body: [{type: 'dropdown', attributes: {label: 'L', options: [true]}}]},
  ]) {
    expect(form.safeParse(bad).success).toBe(false);
  }
});

test('config.yml has the shape of a template chooser', () => {
  const config = z.strictObject({
    blank_issues_enabled: z.boolean().optional(),
    contact_links: z.array(z.strictObject({name: label, url: z.url(), about: label})).optional(),
  });
  expect(config.safeParse(read('config.yml')).error?.issues).toBeUndefined();
});

test.each(Object.values(FORMS))('the site fills in fields that $file has', ({file, fields}) => {
  const {body} = form.parse(read(file));
  const inputs = body.flatMap((one) => (one.type === 'input' && one.id ? [one.id] : []));
  expect(inputs).toEqual(expect.arrayContaining([...fields]));
});

test('every form is known to the site, and none is missing', () => {
  expect(
    Object.values(FORMS)
      .map(({file}) => file)
      .sort(),
  ).toEqual([...names].sort());
});

test.each(names)(
  '%s asks for nothing about a patient, and is confirmed to hold nothing',
  (name) => {
    const {body} = form.parse(read(name));
    const boxes = body.flatMap((one) => (one.type === 'checkboxes' ? one.attributes.options : []));
    expect(boxes).toContainEqual({
      label: "This report holds nothing about a patient or any other person's health.",
      required: true,
    });
  },
);

test.each(names.filter((name) => name !== 'accessibility.yml'))(
  '%s asks for conflicts of interest',
  (name) => {
    const {body} = form.parse(read(name));
    expect(body).toContainEqual(
      expect.objectContaining({type: 'textarea', id: 'interest', validations: {required: true}}),
    );
  },
);
