/** Dated searches in front matter: what readers see of them is judged like text, what was typed into a box is not. */
import {formatProblems} from '../../../src/lint/report';
import {checkContent} from '../../../src/lint/run';
import {makeTree, PAGE, removeTrees} from './tree';

afterAll(removeTrees);

function problemsOf(search: string): string {
  const page = `---
title: Fixture
description: A page that exists only so that the checks have something to look at.
keywords: [one, two, three, four, five]
type: topic
evidence_searched: 2026-11-23
at_a_glance: {what: Something., known: Little., unknown: Much.}
searches:
  - ${search}
related: [safety/monitoring]
---

Text.

## Limits of the evidence {/* #limits-of-the-evidence */}

Text.
`;
  return formatProblems(checkContent(makeTree({[PAGE]: page})).problems);
}

test('the words that were typed may be any words', () => {
  expect(
    problemsOf(
      '{question: Trials, where: an index, words: [ketamine abuse miracle cure 0.5mg/kg], date: 2026-11-25, found: "None [@base2020]"}',
    ),
  ).toBe('');
});

test('what was found is text: its figures need citations, and its citations must exist', () => {
  expect(
    problemsOf(
      '{question: Trials, where: an index, date: 2026-11-25, found: "One, at 0.5 mg/kg"}\n  - {question: Trials, where: an index, date: 2026-11-25, found: "None [@base2021]"}',
    ),
  ).toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:9:75  cite/figure-without-citation
      Found      0.5 mg/kg in searches.0.found, without a citation
      Expected   at least one citation in the same string
      Fix        add [@key] before the full stop, or leave the figure out
      Why        A reader acts on figures: each must be checkable where it stands.

    docs/clinical-uses/fixture.mdx:10:72  cite/unknown-key
      Found      [@base2021]
      Expected   a key in docs/_evidence/references.yml
      Closest    base2020, study2021
      Fix        correct the key, or add the source to references.yml
      Why        A reader cannot check a figure whose source is not there.

    2 problems:
      cite/figure-without-citation: 1
      cite/unknown-key: 1"
  `);
});

test('a search says what, where, when and what came of it', () => {
  expect(problemsOf('{question: Trials, where: "", words: [], date: yesterday, result: None}'))
    .toMatchInlineSnapshot(`
    "docs/clinical-uses/fixture.mdx:9:5  front-matter/schema
      Found      no searches.0.found
      Expected   "Nothing", or what comes nearest, with its citation

    docs/clinical-uses/fixture.mdx:9:31  front-matter/schema
      Found      searches.0.where: ""
      Expected   what was searched: "an index of stored public web pages"

    docs/clinical-uses/fixture.mdx:9:42  front-matter/schema
      Found      searches.0.words: []
      Expected   at least one search; no such field where the words were not recorded

    docs/clinical-uses/fixture.mdx:9:52  front-matter/schema
      Found      searches.0.date: "yesterday"
      Expected   a day that exists: YYYY-MM-DD

    docs/clinical-uses/fixture.mdx:9:71  front-matter/unknown-field
      Found      field "result" in searches.0
      Expected   a field that the schema knows
      Fix        remove "result" or correct its spelling

    5 problems:
      front-matter/schema: 4
      front-matter/unknown-field: 1"
  `);
});
