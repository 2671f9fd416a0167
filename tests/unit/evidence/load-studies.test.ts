import path from 'node:path';
import {loadStudies, studyIds} from '../../../src/evidence/load-studies';
import {outcomeRecord, studyRecord} from '../../helpers/evidence';
import {report} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const DIR = 'docs/_evidence/studies';

/** JSON is YAML: one field a line, so that places can be told. */
function yml(record: object): string {
  return JSON.stringify(record, undefined, 1);
}

function load(files: Files) {
  const root = makeSite(files);
  return loadStudies(path.join(root, 'docs/_evidence'), root);
}

test('studies by id, with the places of their fields', () => {
  const studies = load({
    [`${DIR}/b2020.yml`]: yml(studyRecord('b2020')),
    [`${DIR}/a2019.yml`]: yml(studyRecord('a2019')),
    [`${DIR}/README.md`]: 'not a study',
  });
  expect(report(studies)).toBe('');
  expect([...studies.byId.keys()]).toEqual(['a2019', 'b2020']);
  expect(studies.byId.get('a2019')).toMatchObject({participants: 72, status: 'reported'});
  expect(studies.place('a2019', ['refs', 0])).toEqual({
    file: `${DIR}/a2019.yml`,
    line: 4,
    column: 3,
  });
});

test('an edition without studies has none, and no problem', () => {
  const root = makeSite({});
  const dir = path.join(root, 'docs/_evidence');
  expect(studyIds(dir)).toEqual([]);
  expect(loadStudies(dir, root)).toMatchObject({ids: [], problems: [], looseRefs: []});
});

test('a file that cannot be read as a study is a problem of that file; others are read', () => {
  const studies = load({
    [`${DIR}/encoding.yml`]: Buffer.from('bottom_line: Müller', 'latin1'),
    [`${DIR}/good.yml`]: yml(studyRecord('good')),
    [`${DIR}/syntax.yml`]: 'id: syntax\nrefs: [cited2020]\nname: a: b\n',
    [`${DIR}/wrong-name.yml`]: yml(studyRecord('other', {refs: ['other2020']})),
    [`${DIR}/wrong.yml`]: yml(
      studyRecord('wrong', {
        condition: 'ptsd',
        conditions: ['ptsd', 'depression'],
        outcomes: [
          outcomeRecord({type: 'dichotomous', results: [{arm: 'kte', events: 3, total: 2}]}),
        ],
      }),
    ),
  });
  expect([...studies.byId.keys()]).toEqual(['good']);
  expect(studies.ids).toHaveLength(5);
  expect(studies.looseRefs).toEqual(['cited2020', 'base2020', 'other2020']);
  expect(report(studies)).toMatchInlineSnapshot(`
    "docs/_evidence/studies/encoding.yml:1:15  file/encoding
      Found      bytes that are not UTF-8
      Expected   UTF-8 text
      Fix        save the file as UTF-8

    docs/_evidence/studies/syntax.yml:3:7  study/syntax
      Found      Nested mappings are not allowed in compact mappings
      Expected   YAML 1.2 without duplicate keys or tabs
      Fix        quote strings that hold ": " or begin with [ { " ' @ or #

    docs/_evidence/studies/wrong-name.yml:2:8  study/id
      Found      id: other
      Expected   id: wrong-name, the name of the file

    docs/_evidence/studies/wrong.yml:10:3  study/schema
      Found      conditions.1: "depression"
      Expected   a condition (src/evidence/study-vocabulary.ts)
      Closest    major-depression, agitation, cognition

    docs/_evidence/studies/wrong.yml:33:15  study/unknown-field
      Found      field "condition" in the file
      Expected   a field that the schema knows
      Fix        remove "condition" or correct its spelling

    5 problems:
      file/encoding: 1
      study/id: 1
      study/schema: 1
      study/syntax: 1
      study/unknown-field: 1"
  `);
});

test('what does not agree is told with the place and the nearest value', () => {
  const studies = load({
    [`${DIR}/x.yml`]: yml(
      studyRecord('x', {
        outcomes: [
          outcomeRecord({
            type: 'dichotomous',
            results: [{arm: 'kat', events: 3, total: 2}],
          }),
        ],
      }),
    ),
  });
  expect(report(studies)).toMatchInlineSnapshot(`
    "docs/_evidence/studies/x.yml:44:13  study/schema
      Found      outcomes.0.results.0.arm: "kat"
      Expected   the id of an arm of the study: ket, mid
      Closest    ket, mid

    docs/_evidence/studies/x.yml:45:16  study/schema
      Found      outcomes.0.results.0.events: 3
      Expected   at most 2, the total

    2 problems:
      study/schema: 2"
  `);
});
