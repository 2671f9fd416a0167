import {parse} from 'csv-parse/sync';
import {
  RESULT_COLUMNS,
  resultsCsv,
  STUDY_COLUMNS,
  studiesCsv,
} from '../../../src/evidence/export-studies';
import {outcomeRecord, reference, study} from '../../helpers/evidence';

function read(text: string): Record<string, string>[] {
  return parse(text, {columns: true});
}

/** Cells that hold something. */
function filled(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
}

const SHARED = {
  study: 'x',
  outcome_id: 'o',
  outcome: 'response',
  name: 'Response',
  time: '24 h',
  better: 'higher',
  primary: 'true',
  verified: 'abstract',
  references: 'base2020',
};

function rowsOf(fields: object, more: object = {}): Record<string, string>[] {
  return read(resultsCsv([study('x', {...more, outcomes: [outcomeRecord(fields)]})])).map((row) => {
    const cells = filled(row);
    expect(cells).toMatchObject(SHARED);
    return Object.fromEntries(Object.entries(cells).filter(([name]) => !(name in SHARED)));
  });
}

test('counts: a row for each arm, and one of the risk difference', () => {
  expect(
    rowsOf({
      type: 'dichotomous',
      derived: true,
      note: 'How it was worked out',
      p: '<0.001',
      results: [
        {arm: 'ket', events: 30, total: 47},
        {arm: 'mid', events: 7, total: 25},
      ],
    }),
  ).toEqual([
    {
      type: 'dichotomous',
      arm: 'ket',
      arm_label: 'Ketamine',
      origin: 'reported',
      events: '30',
      total: '47',
      percent: '63.8298',
      p: '<0.001',
      derived: 'true',
      note: 'How it was worked out',
    },
    {
      type: 'dichotomous',
      arm: 'mid',
      arm_label: 'Midazolam',
      origin: 'reported',
      events: '7',
      total: '25',
      percent: '28',
      p: '<0.001',
      derived: 'true',
      note: 'How it was worked out',
    },
    {
      type: 'dichotomous',
      arm: 'ket',
      arm_label: 'Ketamine',
      against: 'mid',
      against_label: 'Midazolam',
      origin: 'computed',
      measure: 'RD',
      value: expect.stringMatching(/^35\.829/),
      ci_low: expect.stringMatching(/^13\.\d+$/),
      ci_high: expect.stringMatching(/^58\.\d+$/),
      ci_level: '95',
      unit: 'percentage points',
      note: 'counts worked out from printed percentages',
    },
  ]);
});

test('means keep their spread and minus signs; zero is no empty cell', () => {
  const [first] = rowsOf({
    type: 'continuous',
    of: 'change',
    unit: 'points',
    results: [
      {arm: 'ket', mean: -42.5, sd: 0, ci: [-50, -35], n: 13},
      {arm: 'mid', median: 0, iqr: [-1, 1]},
    ],
  });
  expect(first).toMatchObject({
    mean: '-42.5',
    sd: '0',
    ci_low: '-50',
    ci_high: '-35',
    n: '13',
    unit: 'points',
    value_of: 'change',
  });
});

test('effects, percentages and words', () => {
  expect(
    rowsOf({type: 'effect', measure: 'HR', arm: ['ket', 'mid'], value: 0.49, ci: [0.29, 0.84]}),
  ).toEqual([
    {
      type: 'effect',
      origin: 'reported',
      arm: 'ket; mid',
      arm_label: 'Ketamine; Midazolam',
      measure: 'HR',
      value: '0.49',
      ci_low: '0.29',
      ci_high: '0.84',
      ci_level: '95',
    },
  ]);
  expect(rowsOf({type: 'percent', results: [{percent: 12, n: 50}]})).toEqual([
    {type: 'percent', origin: 'reported', percent: '12', n: '50'},
  ]);
  expect(rowsOf({type: 'narrative', text: 'Said "so",\nin words'})).toEqual([
    {type: 'narrative', origin: 'reported', text: 'Said "so",\nin words'},
  ]);
});

test('studies: one row each, with the identifiers of the primary publication', () => {
  const references = new Map([
    ['base2020', reference('base2020', {author: [{family: 'Base', given: 'Ann'}], PMID: '1'})],
  ]);
  const [row, ...rest] = read(
    studiesCsv(
      [study('x', {limits: ['Small; open.', 'Short.'], countries: ['US', 'GB']})],
      references,
    ),
  );
  expect(rest).toEqual([]);
  expect(filled(row!)).toEqual({
    study: 'x',
    title: 'Base 2020',
    year: '2020',
    design: 'rct',
    design_details: 'Randomized, double-blind',
    status: 'reported',
    countries: 'US; GB',
    conditions: 'major-depression',
    population: 'Adults',
    participants: '72',
    arms: 'ket: Ketamine; mid: Midazolam',
    references: 'base2020',
    doi: '10.1000/base2020',
    pmid: '1',
    limits: 'Small; open.; Short.',
    bottom_line: 'What it adds.',
    verified: 'abstract',
  });
});

test('lines end as RFC 4180 says, and the names of the columns are there without any row', () => {
  expect(studiesCsv([], new Map())).toBe(`${STUDY_COLUMNS.join(',')}\r\n`);
  expect(resultsCsv([study('x')])).toBe(`${RESULT_COLUMNS.join(',')}\r\n`);
});
