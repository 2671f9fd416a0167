import {
  absoluteRisks,
  armsText,
  conditionsByGroup,
  drugLabel,
  facetsOf,
  outcomesAbout,
  participantsOf,
  registryLink,
  sharesPeopleWith,
  shortTitle,
  timeInHours,
  yearOf,
} from '../../../src/evidence/study-summary';
import type {OutcomeOf} from '../../../src/evidence/studies';
import {outcomeRecord, reference, study} from '../../helpers/evidence';

const references = new Map([
  ['base2020', reference('base2020', {author: [{family: 'Base', given: 'Ann'}]})],
  ['undated', reference('undated', {issued: undefined, author: undefined})],
]);

test('year and short title come from the primary reference', () => {
  expect(yearOf(study('x'), references)).toBe(2020);
  expect(shortTitle(study('x'), references)).toBe('Base 2020');
  expect(shortTitle(study('x', {name: 'KADS'}), references)).toBe('KADS (Base 2020)');
  const undated = study('x', {refs: ['undated', 'base2020']});
  expect(yearOf(undated, references)).toBeUndefined();
  expect(shortTitle(undated, references)).toBe('Title of undated');
  expect(shortTitle(study('x', {refs: ['unknown']}), references)).toBe('x');
});

test('people, planned or counted otherwise', () => {
  expect(participantsOf(study('x'))).toEqual({n: 72, planned: false});
  expect(participantsOf(study('x', {counting: 'reports'}))).toEqual({
    n: 72,
    planned: false,
    counting: 'reports',
  });
  expect(
    participantsOf(study('x', {status: 'ongoing', participants: undefined, planned: 400})),
  ).toEqual({n: 400, planned: true});
  expect(participantsOf(study('x', {participants: undefined}))).toBeUndefined();
});

test('arms in a sentence, the studied ones first', () => {
  const arms = [
    {id: 'pbo', label: 'Saline', role: 'comparator', drug: 'placebo', route: 'iv'},
    {
      id: 'ket',
      label: 'Ketamine',
      drug: 'racemic-ketamine',
      route: 'iv',
      dose: '0.5 mg/kg over 40 min',
      schedule: 'single infusion',
      with: 'lithium',
      n: 47,
    },
    {id: 'any', label: 'Any route', drug: 'racemic-ketamine', route: 'several', dose: 'IV or SC'},
  ];
  expect(armsText(study('x', {arms}))).toBe(
    'Ketamine: 0.5 mg/kg over 40 min, intravenous, single infusion, with lithium (n = 47) v Any route: IV or SC v Saline: intravenous',
  );
  expect(armsText(study('x', {design: 'cohort', arms: undefined}))).toBe('');
});

test('a drug that is in no list has its own name', () => {
  const [other, listed] = study('x', {
    arms: [
      {id: 'a', label: 'A', drug: 'other', drug_name: 'calcitonin'},
      {id: 'b', label: 'B', drug: 'ect'},
    ],
  }).arms!;
  expect(drugLabel(other!)).toBe('Calcitonin');
  expect(drugLabel(listed!)).toBe('ECT');
});

describe('facets', () => {
  test('of a trial against a comparator', () => {
    expect(
      facetsOf(
        study('x', {conditions: ['ptsd', 'major-depression', 'anxiety'], certainty: 'low'}),
        references,
      ),
    ).toEqual({
      conditions: ['ptsd', 'major-depression', 'anxiety'],
      conditionGroups: ['anxiety', 'depression'],
      drugs: ['racemic-ketamine'],
      routes: ['iv'],
      comparators: ['midazolam'],
      design: 'rct',
      status: 'reported',
      size: '50-199',
      year: 2020,
      certainty: 'low',
      verified: 'abstract',
    });
  });

  test('ketamine that another drug is compared with is a drug studied, and a comparator', () => {
    const arms = [
      {id: 'esk', label: 'Esketamine', drug: 'esketamine', route: 'intranasal'},
      {id: 'ket', label: 'Ketamine', role: 'comparator', drug: 'racemic-ketamine', route: 'iv'},
    ];
    expect(facetsOf(study('x', {arms}), references)).toMatchObject({
      drugs: ['esketamine', 'racemic-ketamine'],
      routes: ['intranasal', 'iv'],
      comparators: ['racemic-ketamine'],
    });
  });

  test.each([
    [1, 'under-50'],
    [49, 'under-50'],
    [50, '50-199'],
    [199, '50-199'],
    [200, '200-999'],
    [999, '200-999'],
    [1000, '1000-or-more'],
  ])('%d people are a study of %s', (participants, size) => {
    expect(
      facetsOf(study('x', {design: 'cohort', arms: undefined, participants}), references).size,
    ).toBe(size);
  });

  test('of a survey without arms and of unknown size', () => {
    expect(
      facetsOf(
        study('x', {design: 'cross-sectional', arms: undefined, participants: undefined}),
        references,
      ),
    ).toMatchObject({drugs: [], routes: [], comparators: [], size: undefined});
  });
});

test('conditions stand under their headings, each once', () => {
  const groups = conditionsByGroup();
  const ids = groups.flatMap(({conditions}) => conditions.map(({id}) => id));
  expect(groups.every(({conditions}) => conditions.length > 0)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('treatment-resistant-depression');
});

test('absolute risks: events over total, or percentages as printed', () => {
  const record = study('x', {
    outcomes: [
      outcomeRecord({
        type: 'dichotomous',
        results: [
          {arm: 'ket', events: 30, total: 40},
          {arm: ['ket', 'mid'], events: 33, total: 66},
        ],
      }),
      outcomeRecord({id: 'p', type: 'percent', results: [{percent: 3.9, n: 8282}]}),
    ],
  });
  const [counted, printed] = record.outcomes!;
  expect(absoluteRisks(record, counted as OutcomeOf<'dichotomous'>)).toEqual([
    {arms: ['ket'], label: 'Ketamine', percent: 75, events: 30, total: 40},
    {arms: ['ket', 'mid'], label: 'Ketamine and Midazolam', percent: 50, events: 33, total: 66},
  ]);
  expect(absoluteRisks(record, printed as OutcomeOf<'percent'>)).toEqual([
    {arms: [], label: 'All', percent: 3.9, total: 8282},
  ]);
});

test.each([
  ['40 min', 40 / 60],
  ['24 h', 24],
  ['day 1', 24],
  ['day 28', 672],
  ['4 weeks', 672],
  ['week 8', 1344],
  ['1 year', 8766],
  ['6 months', 4383],
  ['1 to 7 days', undefined],
  ['end of course', undefined],
  ['within 1 week', undefined],
  [undefined, undefined],
])('%s is %s h', (time, hours) => {
  expect(timeInHours(time)).toBe(hours);
});

test('outcomes about a subject, at a time however it is written', () => {
  const make = (id: string, time: string, outcome = 'response') => ({
    ...outcomeRecord({type: 'narrative', text: 'x'}),
    id,
    time,
    outcome,
  });
  const record = study('x', {
    outcomes: [
      make('a', 'day 1'),
      make('b', '24 h'),
      make('c', '4 weeks'),
      make('d', '24 h', 'remission'),
      make('e', 'end of course'),
    ],
  });
  const ids = (time?: string) => outcomesAbout(record, 'response', time).map(({id}) => id);
  expect(ids()).toEqual(['a', 'b', 'c', 'e']);
  expect(ids('24 h')).toEqual(['a', 'b']);
  expect(ids('day 28')).toEqual(['c']);
  expect(ids('end of course')).toEqual(['e']);
  expect(ids('later')).toEqual([]);
});

test.each([
  [
    'NCT01234567',
    {registry: 'ClinicalTrials.gov', href: 'https://clinicaltrials.gov/study/NCT01234567'},
  ],
  [
    'EudraCT 2007-002080-27',
    {
      registry: 'EU Clinical Trials Register',
      href: 'https://www.clinicaltrialsregister.eu/ctr-search/search?query=2007-002080-27',
    },
  ],
  ['NTR6161', {registry: 'Netherlands Trial Register'}],
  ['X1', undefined],
])('%s leads to its registry', (id, link) => {
  expect(registryLink(id)).toEqual(link);
});

test('studies that hold the same people, whichever of the two says so', () => {
  const studies = new Map(
    [
      study('pooled', {related: [{study: 'one', how: 'pools'}]}),
      study('one', {related: [{study: 'paper', how: 'same-publication'}]}),
      study('paper'),
    ].map((record) => [record.id, record]),
  );
  const shares = (id: string) => sharesPeopleWith(studies.get(id)!, studies);
  expect(shares('pooled')).toEqual(['one']);
  expect(shares('one')).toEqual(['pooled']);
  expect(shares('paper')).toEqual([]);
});
