import path from 'node:path';
import {
  countByStatus,
  CRITERION_IDS,
  loadSelfAssessment,
} from '../../../src/evidence/self-assessment';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const MET = {id: 'a1', criterion: 'It is so', status: 'met', why: 'It is.', proof: [{page: 'x'}]};

function load(...criteria: object[]) {
  const root = makeSite({
    'docs/_evidence/self-assessment.yml': JSON.stringify(
      {assessed: '2026-11-25', groups: [{id: 'a', title: 'People', criteria}]},
      null,
      1,
    ),
  });
  return loadSelfAssessment(path.join(root, 'docs/_evidence'), root);
}

test('there are 55 criteria, from a1 to i4', () => {
  expect(CRITERION_IDS).toHaveLength(55);
  expect([CRITERION_IDS[0], CRITERION_IDS.at(-1)]).toEqual(['a1', 'i4']);
});

test('what is not wholly met says what it waits for; what is met does not', () => {
  expect(load(MET, {...MET, id: 'a2', status: 'partly', needs: 'people'}).problems).toEqual([]);
  expect(report(load({...MET, needs: 'work'}, {...MET, id: 'a2', status: 'not-met'})))
    .toMatchInlineSnapshot(`
    "docs/_evidence/self-assessment.yml:18:15  assessment/schema
      Found      groups.0.criteria.0.needs: "work"
      Expected   people, host, work where the criterion is not wholly met, else no such field

    docs/_evidence/self-assessment.yml:20:5  assessment/schema
      Found      no groups.0.criteria.1.needs
      Expected   people, host, work where the criterion is not wholly met, else no such field

    2 problems:
      assessment/schema: 2"
  `);
});

test('a proof is a page or a file, and there is at least one', () => {
  expect(
    report(
      load(
        {...MET, proof: []},
        {...MET, proof: [{page: 'x', file: 'y'}, {}]},
        {...MET, proof: [{url: 'https://example.org'}]},
      ),
    ),
  ).toMatchInlineSnapshot(`
    "docs/_evidence/self-assessment.yml:13:15  assessment/schema
      Found      groups.0.criteria.0.proof: []
      Expected   at least one page or file where a reader can see it

    docs/_evidence/self-assessment.yml:21:7  assessment/schema
      Found      groups.0.criteria.1.proof.0: {"page":"x","file":"y"}
      Expected   either a page (slug or slug#id) or a file (path in the repository)

    docs/_evidence/self-assessment.yml:25:7  assessment/schema
      Found      groups.0.criteria.1.proof.1: {}
      Expected   either a page (slug or slug#id) or a file (path in the repository)

    docs/_evidence/self-assessment.yml:34:7  assessment/schema
      Found      groups.0.criteria.2.proof.0: {"url":"https://example.org"}
      Expected   either a page (slug or slug#id) or a file (path in the repository)

    docs/_evidence/self-assessment.yml:35:15  assessment/unknown-field
      Found      field "url" in groups.0.criteria.2.proof.0
      Expected   a field that the schema knows
      Fix        remove "url" or correct its spelling

    5 problems:
      assessment/schema: 4
      assessment/unknown-field: 1"
  `);
});

test('a status is one of three', () => {
  expect(report(load({...MET, status: 'almost'}))).toMatchInlineSnapshot(`
    "docs/_evidence/self-assessment.yml:11:16  assessment/schema
      Found      groups.0.criteria.0.status: "almost"
      Expected   one of met, partly, not-met
      Closest    met, not-met, partly

    1 problem:
      assessment/schema: 1"
  `);
});

test('counts by status', () => {
  const {value} = load(MET, {...MET, status: 'not-met', needs: 'work'}, MET);
  expect(countByStatus(value!.groups[0]!.criteria)).toEqual({met: 2, partly: 0, 'not-met': 1});
});
