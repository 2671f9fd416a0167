import {countryName, studySchema} from '../../../src/evidence/studies';
import {outcomeRecord, studyRecord} from '../../helpers/evidence';

/** What is wrong with a study, as `path: message`. */
function problems(overrides: object): string[] {
  return (studySchema.safeParse(studyRecord('x', overrides)).error?.issues ?? []).map(
    ({path, message}) => `${path.join('.')}: ${message}`,
  );
}

/** The same for a study with one outcome. */
function outcomeProblems(fields: object, overrides: object = {}): string[] {
  return problems({outcomes: [outcomeRecord(fields)], ...overrides});
}

const counts = (events: number, total: number, arm: string | string[] = 'ket') => ({
  type: 'dichotomous',
  results: [{arm, events, total}],
});
const ratio = (fields: object) => ({
  type: 'effect',
  measure: 'RR',
  arm: 'ket',
  against: 'mid',
  value: 2,
  ...fields,
});

describe('a study may have', () => {
  test.each<[string, object]>([
    ['no outcome', {}],
    ['no arms, where it is a survey', {design: 'cross-sectional', arms: undefined}],
    ['several conditions', {conditions: ['ptsd', 'anxiety']}],
    [
      'a drug that is in no list',
      {
        arms: [
          {id: 'a', label: 'A', drug: 'other', drug_name: 'rapamycin'},
          {id: 'b', label: 'B', drug: 'placebo', role: 'comparator'},
        ],
      },
    ],
    ['the same people in both arms', {participants: 47, arms_share_people: true}],
    ['arms of reports, not of people', {participants: 20, counting: 'reports'}],
    ['a registry number', {registry: ['NCT01234567', 'EudraCT 2007-002080-27', 'CRD42021221157']}],
    ['no result yet', {status: 'ongoing', participants: undefined, planned: 400}],
    ['a month in which it began and the day it ended', {started: '2024-08', ended: '2024-08-31'}],
  ])('%s', (_, overrides) => {
    expect(problems(overrides)).toEqual([]);
  });

  test.each<[string, object]>([
    ['events of some', counts(20, 40)],
    ['events of arms together', counts(30, 72, ['ket', 'mid'])],
    ['more episodes than people', {...counts(50, 60), counts: 'episodes'}],
    ['counts worked out, with a note', {...counts(20, 40), derived: true, note: 'From 50% of 40.'}],
    [
      'means',
      {
        type: 'continuous',
        of: 'change',
        unit: 'points',
        results: [{arm: 'ket', mean: -5, sd: 2, n: 40, ci: [-6, -4]}],
      },
    ],
    [
      'a median',
      {type: 'continuous', of: 'score', unit: 'days', results: [{arm: 'ket', median: 3}]},
    ],
    ['an estimate with its interval', ratio({ci: [1.5, 2.6], p: '<0.001'})],
    ['an estimate at the end of its interval', ratio({ci: [2, 2.6]})],
    ['an estimate without interval', ratio({p: 'not significant'})],
    [
      'a comparison of other things than arms',
      {
        type: 'effect',
        measure: 'OR',
        contrast: 'under 2 years v older',
        value: 2,
      },
    ],
    ['a change within one arm', {type: 'effect', measure: 'SMD', arm: 'ket', value: 1.5}],
    ['a share of everybody', {type: 'percent', results: [{percent: 3.9}]}],
    ['words', {type: 'narrative', text: 'No difference.'}],
    ['words for no time', {type: 'narrative', text: 'Mixed.', time: undefined}],
  ])('%s', (_, fields) => {
    expect(outcomeProblems(fields)).toEqual([]);
  });
});

describe('a study is refused for', () => {
  test.each<[string, object, string]>([
    ['no reference', {refs: []}, 'refs: at least one citation key'],
    [
      'a figure from memory',
      {verified: 'memory'},
      'verified: how the figure was checked: full-text, abstract, secondary (a figure from memory is not published)',
    ],
    [
      'an unknown condition',
      {conditions: ['depresion']},
      'conditions.0: a condition (src/evidence/study-vocabulary.ts)',
    ],
    [
      'an id with capitals',
      {id: 'Loo2023'},
      'id: the name of the file: lower-case letters, digits and hyphens',
    ],
    [
      'one arm in a randomized trial',
      {arms: [{id: 'a', label: 'A', drug: 'placebo'}]},
      'arms: at least two arms, as the study is randomized',
    ],
    [
      'a registry number that is none',
      {registry: ['NCT1']},
      'registry.0: a registry number: NCT01234567, ISRCTN12345678, EudraCT 2007-002080-27, CRD42021221157 ...',
    ],
    [
      'a country by its name',
      {countries: ['Sweden']},
      'countries.0: a country as a code of two letters: US, GB, DE',
    ],
    [
      'an end before the beginning',
      {started: '2020-05', ended: '2019'},
      'ended: a date after it began (2020-05)',
    ],
    [
      'a day that does not exist',
      {started: '2023-02-29'},
      'started: a date that exists: "YYYY", "YYYY-MM" or "YYYY-MM-DD" in quotes',
    ],
    [
      'people of a trial that has no results',
      {status: 'ongoing'},
      'participants: planned, as the study has no results',
    ],
    [
      'people planned in one that has',
      {planned: 90},
      'planned: participants, as the study has results',
    ],
    [
      'a part of a person',
      {participants: 7.5},
      'participants: people in the study: randomized, or else as `counting` says: a whole number of 1 or more; leave the field out where it is unknown',
    ],
    [
      'two arms of one name',
      {
        participants: 94,
        arms: [
          {id: 'a', label: 'A', drug: 'placebo'},
          {id: 'a', label: 'B', drug: 'placebo'},
        ],
      },
      'arms.1.id: an id that no other arm of the study has',
    ],
    [
      'an unnamed other drug',
      {
        arms: [
          {id: 'a', label: 'A', drug: 'other'},
          {id: 'b', label: 'B', drug: 'placebo'},
        ],
      },
      'arms.0.drug_name: the name of the drug, as drug is other',
    ],
    [
      'an arm larger than the study',
      {participants: 40},
      'arms.0.n: at most 40, the participants of the study',
    ],
    [
      'arms that do not add up',
      {participants: 60},
      'arms.1.n: arms that add up to at most 60 participants (72 with this one), or arms_share_people: true',
    ],
  ])('%s', (_, overrides, message) => {
    expect(problems(overrides)).toEqual([message]);
  });

  test('a field that it does not know', () => {
    expect(problems({condition: 'ptsd'})).toEqual([
      ': a study: id, refs, design, conditions, population, bottom_line at least',
    ]);
  });
});

describe('an outcome is refused for', () => {
  test.each<[string, object, string]>([
    [
      'an arm that the study does not have',
      counts(1, 2, 'kte'),
      'outcomes.0.results.0.arm: the id of an arm of the study: ket, mid',
    ],
    [
      'such an arm among several',
      ratio({arm: ['ket', 'x']}),
      'outcomes.0.arm.1: the id of an arm of the study: ket, mid',
    ],
    [
      'more events than people',
      counts(21, 20),
      'outcomes.0.results.0.events: at most 20, the total',
    ],
    [
      'more people than the arm has',
      counts(20, 48),
      'outcomes.0.results.0.total: at most 47, the people in the arm; say in counts what else is counted',
    ],
    [
      'more people than the arms have together',
      counts(20, 73, ['ket', 'mid']),
      'outcomes.0.results.0.total: at most 72, the people in the arm; say in counts what else is counted',
    ],
    [
      'counts worked out without saying how',
      {...counts(1, 2), derived: true},
      'outcomes.0.note: a note that says how the counts were worked out',
    ],
    [
      'an interval that does not hold its estimate',
      ratio({ci: [2.1, 2.6]}),
      'outcomes.0.ci: an interval that holds its estimate, 2',
    ],
    [
      'an interval the wrong way round',
      ratio({ci: [2.6, 1.5]}),
      'outcomes.0.ci: an interval: [low, high], the lower number first',
    ],
    [
      'an interval of one number',
      ratio({ci: [1.5]}),
      'outcomes.0.ci: an interval: two numbers, [low, high]',
    ],
    ['a ratio below 0', ratio({value: -2}), 'outcomes.0.value: above 0, as RR is a ratio'],
    [
      'a risk difference above 100 points',
      ratio({measure: 'RD', value: 101}),
      'outcomes.0.value: percentage points between -100 and 100',
    ],
    [
      'neither an arm nor words for what is compared',
      ratio({arm: undefined, against: undefined}),
      'outcomes.0.arm: the arm whose effect it is, or contrast in words',
    ],
    [
      'a comparator alone',
      ratio({arm: undefined, contrast: 'x'}),
      'outcomes.0.against: arm as well',
    ],
    [
      'a percentage beyond 100',
      {type: 'percent', results: [{arm: 'ket', percent: 101}]},
      'outcomes.0.results.0.percent: a percentage of 0 to 100',
    ],
    [
      'a percentage outside its interval',
      {type: 'percent', results: [{percent: 50, ci: [51, 60]}]},
      'outcomes.0.results.0.ci: an interval that holds 50',
    ],
    [
      'neither mean nor median',
      {type: 'continuous', of: 'score', unit: 'points', results: [{arm: 'ket', sd: 1}]},
      'outcomes.0.results.0: a mean or a median',
    ],
    [
      'a p value as a number',
      ratio({p: 0.03}),
      'outcomes.0.p: a p value in quotes: "0.03", "<0.001", "not significant", "0.03 (nominal)"',
    ],
    [
      'a p value that is none',
      ratio({p: 'P=.03'}),
      'outcomes.0.p: a p value: "0.03", "<0.001", "not significant", "0.03 (nominal)" or "0.03 (one-sided)"',
    ],
    [
      'a figure from memory',
      {...counts(1, 2), verified: 'memory'},
      'outcomes.0.verified: how the figure was checked: full-text, abstract, secondary (a figure from memory is not published)',
    ],
    [
      'no time',
      {...counts(1, 2), time: undefined},
      'outcomes.0.time: when: "24 h", "day 28", "8 weeks", or in words',
    ],
    [
      'a type that there is not',
      {type: 'effects'},
      'outcomes.0.type: an outcome of type dichotomous, continuous, effect, percent or narrative',
    ],
  ])('%s', (_, fields, message) => {
    expect(outcomeProblems(fields)).toEqual([message]);
  });

  test('an id that another outcome has', () => {
    const outcome = outcomeRecord(counts(1, 2));
    expect(problems({outcomes: [outcome, outcome]})).toEqual([
      'outcomes.1.id: an id that no other outcome of the study has',
    ]);
  });
});

test('what may be left out has its usual value', () => {
  const {status, arms, outcomes} = studySchema.parse(
    studyRecord('x', {outcomes: [outcomeRecord(ratio({ci: [1, 3]}))]}),
  );
  expect(status).toBe('reported');
  expect(arms!.map(({role}) => role)).toEqual(['studied', 'comparator']);
  expect(outcomes![0]).toMatchObject({level: 95});
});

test.each([
  ['SE', 'Sweden'],
  ['XX', undefined],
  ['Sweden', undefined],
  ['se', undefined],
])('the country %s is %s', (code, name) => {
  expect(countryName(code)).toBe(name);
});
