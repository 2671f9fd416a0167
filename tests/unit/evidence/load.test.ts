import path from 'node:path';
import {loadEvidence} from '../../../src/evidence/load';
import {reference, referencesYml} from '../../helpers/evidence';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const FILE = 'docs/_evidence/references.yml';

function load(content?: string | Uint8Array) {
  const root = makeSite(content === undefined ? {} : {[FILE]: content});
  return loadEvidence(path.join(root, 'docs/_evidence'), root);
}

test('references by key, with their places, in the order of the file', () => {
  const evidence = load(referencesYml(reference('a2019'), reference('b2020'), reference('c2021')));
  expect(report(evidence)).toBe('');
  expect([...evidence.references.keys()]).toEqual(['a2019', 'b2020', 'c2021']);
  expect(evidence.references.get('b2020')).toEqual(reference('b2020'));
  expect(evidence.referencePlaces.get('b2020')).toMatchObject({file: FILE, line: 2});
  expect(evidence.files).toEqual([path.join(evidence.dir, 'references.yml')]);
});

test('a byte order mark is not part of the text', () => {
  const evidence = load(`\uFEFF${referencesYml(reference('a'))}`);
  expect(report(evidence)).toMatch(
    /^docs\/_evidence\/references\.yml:1:1 {2}file\/byte-order-mark\n/,
  );
  expect([...evidence.references.keys()]).toEqual(['a']);
});

test('a missing file', () => {
  expect(report(load())).toMatchInlineSnapshot(`
    "docs/_evidence/references.yml:1:1  references/missing-file
      Found      no such file
      Expected   the list of references of this edition
      Fix        restore it from version control

    1 problem:
      references/missing-file: 1"
  `);
});

test('a file that is not UTF-8', () => {
  const latin1 = Buffer.from(referencesYml(reference('a', {title: 'Müller'})), 'latin1');
  expect(report(load(latin1))).toMatchInlineSnapshot(`
    "docs/_evidence/references.yml:1:48  file/encoding
      Found      bytes that are not UTF-8
      Expected   UTF-8 text
      Fix        save the file as UTF-8

    1 problem:
      file/encoding: 1"
  `);
});

test('a key that is there twice: the first record counts', () => {
  const evidence = load(
    referencesYml(
      reference('a', {title: 'First'}),
      reference('b'),
      reference('a', {title: 'Second'}),
    ),
  );
  expect(report(evidence)).toMatchInlineSnapshot(`
    "docs/_evidence/references.yml:3:9  references/duplicate
      Found      a
      Expected   each key once
      Fix        join it with the record at line 1

    1 problem:
      references/duplicate: 1"
  `);
  expect(evidence.references.get('a')!.title).toBe('First');
});

test('records out of order', () => {
  expect(report(load(referencesYml(reference('b'), reference('a'), reference('c')))))
    .toMatchInlineSnapshot(`
    "docs/_evidence/references.yml:2:9  references/order
      Found      a after b
      Expected   records sorted by id
      Fix        move a before b

    1 problem:
      references/order: 1"
  `);
});

test('a record without identifier, an unknown field, a wrong kind, an author as text', () => {
  const evidence = load(
    referencesYml(
      {...reference('a'), DOI: undefined},
      {...reference('b'), jounal: 'Lancet'},
      {...reference('c'), kind: 'meta-analyse'},
      {...reference('d'), author: ['Zarate CA']},
    ),
  );
  expect(report(evidence)).toMatchInlineSnapshot(`
    "docs/_evidence/references.yml:1:3  references/schema
      Found      0: {"id":"a","type":"article-journal","title":"Title of a","author":[{"family":"...
      Expected   a DOI, PMID, PMCID, registry number or URL, so that a reader can find the source

    docs/_evidence/references.yml:2:227  references/unknown-field
      Found      field "jounal" in 1
      Expected   a field that the schema knows
      Fix        remove "jounal" or correct its spelling

    docs/_evidence/references.yml:3:190  references/schema
      Found      2.kind: "meta-analyse"
      Expected   Invalid option: expected one of "rct"|"meta-analysis"|"systematic-review"|"guideline"|"label"|"regulator"|"law"|"cohort"|"case-series"|"case-report"|"cross-sectional"|"pharmacokinetic"|"mechanistic"|"registry-entry"|"consensus"|"narrative-review"|"history"
      Closest    meta-analysis, mechanistic, case-series

    docs/_evidence/references.yml:4:69  references/schema
      Found      3.author.0: "Zarate CA"
      Expected   a person as family and given, or a group as literal

    4 problems:
      references/schema: 3
      references/unknown-field: 1"
  `);
  expect(evidence.references.size).toBe(0);
});
