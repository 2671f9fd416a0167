import fs from 'node:fs';
import path from 'node:path';
import {dataFor, docsDirOf, evidenceFor, studiesFor} from '../../../src/evidence/store';
import {dataYml, term} from '../../helpers/data';
import {reference, referencesYml, studyRecord} from '../../helpers/evidence';
import {makeSite, removeSites, writeFiles} from '../../helpers/site';

afterAll(removeSites);

test.each([
  ['a page of the draft', 'docs/safety/overview.mdx', 'docs'],
  [
    'a page of an edition',
    'versioned_docs/version-1.0/safety/overview.mdx',
    'versioned_docs/version-1.0',
  ],
  ['a post, which belongs to the draft', 'blog/2026-11-25-x.mdx', 'docs'],
])('%s has its evidence in its own folder', (_, file, dir) => {
  expect(docsDirOf(path.join('/site', file), '/site')).toBe(path.join('/site', dir));
});

describe('evidenceFor', () => {
  const DRAFT = 'docs/_evidence/references.yml';
  const RELEASED = 'versioned_docs/version-1.0/_evidence/references.yml';

  test('reads the snapshot that an edition was released with', () => {
    const root = makeSite({
      [DRAFT]: referencesYml(reference('a', {title: 'As it is now'}), reference('b')),
      [RELEASED]: referencesYml(reference('a', {title: 'As it was'})),
    });
    const draft = evidenceFor(path.join(root, 'docs/x.mdx'), root);
    const released = evidenceFor(path.join(root, 'versioned_docs/version-1.0/x.mdx'), root);
    const post = evidenceFor(path.join(root, 'blog/x.mdx'), root);
    expect(draft.formatted.get('a')).toContain('As it is now');
    expect([...draft.references.keys()]).toEqual(['a', 'b']);
    expect(released.formatted.get('a')).toContain('As it was');
    expect([...released.references.keys()]).toEqual(['a']);
    expect(post).toBe(draft);
  });

  test('reads the file once while it stays the same, and again after a change', () => {
    const root = makeSite({[DRAFT]: referencesYml(reference('a'))});
    const page = path.join(root, 'docs/x.mdx');
    const before = evidenceFor(page, root);
    expect(evidenceFor(page, root)).toBe(before);
    writeFiles(root, {[DRAFT]: referencesYml(reference('a'), reference('b2020'))});
    expect([...evidenceFor(page, root).references.keys()]).toEqual(['a', 'b2020']);
  });

  test('formats a record anew when it has changed, and only that one reads differently', () => {
    const root = makeSite({
      [DRAFT]: referencesYml(reference('a', {title: 'First title'}), reference('b')),
    });
    const page = path.join(root, 'docs/x.mdx');
    const before = new Map(evidenceFor(page, root).formatted);
    writeFiles(root, {
      [DRAFT]: referencesYml(reference('a', {title: 'Mended title'}), reference('b')),
    });
    const after = evidenceFor(page, root).formatted;
    expect(after.get('a')).toBe(before.get('a')!.replace('First title', 'Mended title'));
    expect(after.get('b')).toBe(before.get('b'));
    writeFiles(root, {[DRAFT]: referencesYml(reference('b'))});
    expect([...evidenceFor(page, root).formatted.keys()]).toEqual(['b']);
  });

  test('says that the file is missing, and reads it once it is there', () => {
    const root = makeSite({});
    const page = path.join(root, 'docs/x.mdx');
    expect(evidenceFor(page, root).problems).toMatchObject([{rule: 'references/missing-file'}]);
    writeFiles(root, {[DRAFT]: referencesYml(reference('a'))});
    expect(evidenceFor(page, root)).toMatchObject({problems: []});
  });
});

describe('studiesFor', () => {
  const file = (dir: string, id: string) => `${dir}/_evidence/studies/${id}.yml`;
  const yml = (id: string, overrides = {}) => JSON.stringify(studyRecord(id, overrides));

  test("reads the studies of a page's own edition, which may have none", () => {
    const root = makeSite({[file('docs', 'a')]: yml('a')});
    expect([...studiesFor(path.join(root, 'docs/x.mdx'), root).byId.keys()]).toEqual(['a']);
    const released = path.join(root, 'versioned_docs/version-1.0/x.mdx');
    expect(studiesFor(released, root)).toMatchObject({ids: [], problems: []});
  });

  test('reads them once while they stay the same, and again when one is changed or added', () => {
    const root = makeSite({[file('docs', 'a')]: yml('a')});
    const page = path.join(root, 'docs/x.mdx');
    const before = studiesFor(page, root);
    expect(studiesFor(page, root)).toBe(before);
    writeFiles(root, {[file('docs', 'a')]: yml('a', {name: 'A longer record'})});
    expect(studiesFor(page, root).byId.get('a')!.name).toBe('A longer record');
    writeFiles(root, {[file('docs', 'b')]: yml('b')});
    expect([...studiesFor(page, root).byId.keys()]).toEqual(['a', 'b']);
    const {byId} = studiesFor(page, root);
    writeFiles(root, {[file('docs', 'b')]: yml('b', {name: 'Another long record'})});
    // What has not changed is not read again: that takes most of a second for all studies.
    expect(studiesFor(page, root).byId.get('a')).toBe(byId.get('a'));
    expect(studiesFor(page, root).byId.get('b')!.name).toBe('Another long record');
    fs.rmSync(path.join(root, file('docs', 'a')));
    expect([...studiesFor(page, root).byId.keys()]).toEqual(['b']);
  });
});

describe('dataFor', () => {
  const DRAFT = 'docs/_evidence/vocabulary.yml';
  const RELEASED = 'versioned_docs/version-1.0/_evidence/vocabulary.yml';

  test('is that of the page’s own edition, which may lack it', () => {
    const root = makeSite({
      [DRAFT]: dataYml(term('esketamine'), term('ketamine')),
      [RELEASED]: dataYml(term('ketamine')),
    });
    const of = (file: string) => dataFor(path.join(root, file), root);
    expect(of('docs/x.mdx').vocabulary.value?.map(({id}) => id)).toEqual([
      'esketamine',
      'ketamine',
    ]);
    expect(of('versioned_docs/version-1.0/x.mdx').vocabulary.value).toHaveLength(1);
    expect(of('docs/x.mdx').timeline).toMatchObject({exists: false, problems: []});
  });

  test('is read once while the file stays the same, and again after a change', () => {
    const root = makeSite({[DRAFT]: dataYml(term('ketamine'))});
    const page = path.join(root, 'docs/x.mdx');
    const before = dataFor(page, root).vocabulary;
    expect(dataFor(page, root).vocabulary).toBe(before);
    writeFiles(root, {[DRAFT]: dataYml(term('esketamine'), term('ketamine'))});
    expect(dataFor(page, root).vocabulary.value).toHaveLength(2);
  });
});
