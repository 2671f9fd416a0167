import fs from 'node:fs';
import path from 'node:path';
import {loadFigure} from '../../../src/figures/load';
import {outcomeRecord, reference, referencesYml, studyRecord} from '../../helpers/evidence';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const arms = [
  {id: 'ket', label: 'Ketamine', drug: 'racemic-ketamine', n: 50},
  {id: 'low', label: 'Low dose', drug: 'racemic-ketamine', n: 50},
  {id: 'pbo', label: 'Placebo', role: 'comparator', drug: 'placebo', n: 50},
];
const trial = (id: string, outcomes: object[], overrides: object = {}) =>
  studyRecord(id, {refs: [id], arms, participants: 150, outcomes, ...overrides});
const counts = (ket: number, pbo: number, fields: object = {}) =>
  outcomeRecord({
    type: 'dichotomous',
    results: [
      {arm: 'ket', events: ket, total: 50},
      {arm: 'pbo', events: pbo, total: 50},
    ],
    ...fields,
  });
const reported = (fields: object) =>
  outcomeRecord({type: 'effect', measure: 'RR', arm: 'ket', against: 'pbo', value: 2, ...fields});

const STUDIES = {
  first2020: trial('first2020', [counts(20, 10)]),
  empty2021: trial('empty2021', [counts(5, 0, {time: 'day 1'})]),
  three2021: trial('three2021', [
    outcomeRecord({
      type: 'dichotomous',
      results: ['ket', 'low', 'pbo'].map((arm, i) => ({arm, events: 10 - i, total: 50})),
    }),
  ]),
  share2022: trial('share2022', [
    outcomeRecord({
      type: 'percent',
      results: [
        {arm: 'ket', percent: 64.3},
        {arm: 'pbo', percent: 28.1},
      ],
    }),
    reported({
      id: 'rd',
      measure: 'RD',
      arm: 'pbo',
      against: 'ket',
      value: -36.2,
      ci: [-50, -20.5],
      level: 90,
      favors_arm: 'above',
    }),
    outcomeRecord({id: 'told', type: 'narrative', text: 'Better.'}),
  ]),
  pain2019: trial('pain2019', [
    outcomeRecord({
      type: 'continuous',
      outcome: 'pain',
      better: 'lower',
      of: 'change',
      unit: 'mm',
      results: [
        {arm: 'ket', mean: -30, sd: 10},
        {arm: 'pbo', mean: -20, sd: 10},
      ],
    }),
    reported({
      id: 'falls',
      measure: 'MD',
      unit: 'points',
      value: 2,
      ci: [1, 3],
      favors_arm: 'above',
    }),
  ]),
  meta2023: trial('meta2023', [reported({ci: [1.2, 3.5], studies: 7, favors_arm: 'above'})], {
    design: 'meta-analysis',
    participants: 700,
  }),
};

interface Row {
  study: string;
  [field: string]: unknown;
}

/** One figure over these studies and what others a test brings. */
function load(figure: {rows: Row[]; [field: string]: unknown}, more: Record<string, object> = {}) {
  const studies = {...STUDIES, ...more};
  const root = makeSite({
    'docs/_evidence/references.yml': referencesYml(
      ...Object.keys(studies)
        .sort()
        .map((id) => reference(id, {author: [{family: id.slice(0, -4), given: 'A'}]})),
    ),
    'docs/_evidence/figures/f.yml': JSON.stringify(
      {
        id: 'f',
        kind: 'forest',
        title: 'T',
        summary: 'S',
        measure: 'RR',
        x: {label: 'Risk ratio'},
        ...figure,
        rows: figure.rows.map((row) => ({outcome: 'o', ...row})),
      },
      null,
      1,
    ),
    ...Object.fromEntries(
      Object.entries(studies).map(([id, record]) => [
        `docs/_evidence/studies/${id}.yml`,
        JSON.stringify(record),
      ]),
    ),
  });
  return loadFigure('f', path.join(root, 'docs/_evidence'), root);
}

const text = (...args: Parameters<typeof load>): string => report(load(...args));
const rows = (...args: Parameters<typeof load>) => load(...args).forest!.rows;

describe('what a row shows', () => {
  test('a ratio of counts, with events, totals and people, on a logarithmic axis', () => {
    const {forest} = load({rows: [{study: 'first2020', group: 'Adults', detail: 'blind'}]});
    expect(forest!.x).toEqual({label: 'Risk ratio', scale: 'log', no_effect: 1});
    expect(forest!.rows).toEqual([
      {
        study: 'first2020',
        title: 'first 2020',
        label: 'first 2020, Ketamine v Placebo, 24 h',
        group: 'Adults',
        value: 2,
        low: expect.closeTo(1.0437, 3),
        high: expect.closeTo(3.8313, 3),
        words: '2.00 (1.04 to 3.83)',
        n: 100,
        detail: '20/50 (40%) v 10/50 (20%); calculated by us; blind',
        refs: ['first2020'],
      },
    ]);
  });

  test('an empty cell is filled, and said to be', () => {
    const [row] = rows({rows: [{study: 'empty2021'}]});
    expect(row!.words).toBe('11.00 (0.62 to 193.80)');
    expect(row!.detail).toContain('0.5 added to each cell');
  });

  test('percentages as a difference without interval', () => {
    const [row] = rows({measure: 'RD', rows: [{study: 'share2022'}]});
    expect(row).toMatchObject({
      value: 36.2,
      words: '36.2',
      detail: expect.stringContaining('64.3% v 28.1%'),
    });
    expect(row!.low).toBeUndefined();
  });

  test('an effect as reported, turned to the arms of the author, with its level and what stands beside it', () => {
    const [row] = rows({
      measure: 'RD',
      good: 'above',
      rows: [{study: 'share2022', outcome: 'rd', beside: 'o', arm: 'ket', against: 'pbo'}],
    });
    expect(row).toMatchObject({
      label: 'share 2020, Ketamine v Placebo, 24 h',
      words: '36.2 (20.5 to 50)',
      detail: '90% interval; 64.3% v 28.1%',
    });
  });

  test('a mean difference brought to the scale of the figure', () => {
    const [row] = rows({
      measure: 'MD',
      unit: 'points',
      good: 'below',
      rows: [{study: 'pain2019', divide: 10, label: 'mm'}],
    });
    expect(row).toMatchObject({
      label: 'pain 2020, mm, 24 h',
      words: '−1.00 (−1.39 to −0.61)',
      detail: expect.stringContaining('−30 (SD 10) v −20 (SD 10); divided by 10'),
    });
  });

  test('a difference of falls with its sign turned', () => {
    const [row] = rows({
      measure: 'MD',
      unit: 'points',
      good: 'below',
      rows: [{study: 'pain2019', outcome: 'falls', turn: true}],
    });
    expect(row!.words).toBe('−2 (−3 to −1)');
  });

  test('a review as a published pooled estimate, with its studies', () => {
    const [row] = rows({rows: [{study: 'meta2023'}]});
    expect(row).toMatchObject({pooled: true, label: expect.stringContaining('7 studies')});
  });

  test('Hedges’ g of means', () => {
    const [row] = rows({measure: 'SMD', good: 'below', rows: [{study: 'pain2019'}]});
    expect(row!.words).toBe('−0.99 (−1.40 to −0.58)');
  });
});

describe('what stops the build, with file, line and mend', () => {
  test('a study or outcome that is not there', () => {
    expect(text({rows: [{study: 'frist2020'}, {study: 'share2022', outcome: 'rdd'}]}))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:13:13  figure/forest
        Found      study: frist2020
        Expected   the name of a file in _evidence/studies, without .yml
        Closest    first2020, empty2021, meta2023

      docs/_evidence/figures/f.yml:16:15  figure/forest
        Found      outcome: rdd
        Expected   the id of an outcome of share2022
        Closest    rd, o, told
        Fix        one of o, rd, told

      2 problems:
        figure/forest: 2"
    `);
  });

  test('arms that are not clear', () => {
    expect(text({rows: [{study: 'three2021'}, {study: 'three2021', arm: 'hi'}]}))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:11:3  figure/forest
        Found      no arm, and 2 arms with role studied in o
        Expected   arm: one of [ket], [low], [pbo]

      docs/_evidence/figures/f.yml:18:11  figure/forest
        Found      arm: hi
        Expected   arms with a result: [ket], [low], [pbo]

      2 problems:
        figure/forest: 2"
    `);
  });

  test('a result that gives no such effect, and one of another measure', () => {
    expect(
      text({
        rows: [
          {study: 'share2022'},
          {study: 'share2022', outcome: 'told'},
          {study: 'share2022', outcome: 'rd'},
        ],
      }),
    ).toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:12:15  figure/forest
        Found      outcome: o, of type percent
        Expected   RR of two arms: from events and totals, or reported

      docs/_evidence/figures/f.yml:16:15  figure/forest
        Found      outcome: told, of type narrative
        Expected   RR of two arms: from events and totals, or reported

      docs/_evidence/figures/f.yml:20:15  figure/forest
        Found      outcome: rd, whose measure is RD
        Expected   measure RR, that of the figure
        Fix        choose another outcome of the study, or leave the row out: measures are not turned into each other

      3 problems:
        figure/forest: 3"
    `);
  });

  test('another unit, another good side, fields that a ratio cannot have', () => {
    expect(
      text({
        measure: 'MD',
        unit: 'points',
        good: 'below',
        rows: [{study: 'pain2019'}, {study: 'pain2019', outcome: 'falls'}],
      }),
    ).toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:14:15  figure/forest
        Found      outcome: o, in mm
        Expected   a mean difference in points, the unit of the figure
        Fix        correct \`unit\` of the figure, or say \`divide\` where the row has another scale

      docs/_evidence/figures/f.yml:18:15  figure/forest
        Found      outcome: falls, where values above no effect are good for the first arm
        Expected   values below no effect, as \`good\` of the figure says
        Fix        name the arms the other way round, or say \`turn: true\` where the source prints the difference of falls

      2 problems:
        figure/forest: 2"
    `);
    expect(
      text({
        rows: [
          {study: 'first2020', turn: true},
          {study: 'first2020', divide: 2},
        ],
      }),
    ).toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:14:12  figure/forest
        Found      turn: true
        Expected   no such field: the sign of a ratio cannot be turned

      docs/_evidence/figures/f.yml:19:14  figure/forest
        Found      divide: 2
        Expected   no such field: only mean differences have a scale

      2 problems:
        figure/forest: 2"
    `);
  });
});

describe('pooling', () => {
  const POOL = {outcome: 'response', time: '24 h', comparator: 'placebo'};

  test('the BCG vaccine trials: REML with Hartung-Knapp interval, weights and prediction interval', () => {
    const [header, ...lines] = fs
      .readFileSync(
        path.join(__dirname, '../../fixtures/meta-analysis/bcg-vaccine-trials.csv'),
        'utf8',
      )
      .trim()
      .split('\n')
      .map((line) => line.match(/"[^"]*"|[^,]+/g)!);
    const bcg = Object.fromEntries(
      lines.map((line, i) => {
        const of = (name: string): number => Number(line[header!.indexOf(name)]);
        const [tpos, tneg, cpos, cneg] = [of('tpos'), of('tneg'), of('cpos'), of('cneg')];
        const id = `bcg${i + 10}`;
        return [
          id,
          studyRecord(id, {
            participants: tpos + tneg + cpos + cneg,
            arms: [
              {id: 'ket', label: 'A', drug: 'racemic-ketamine', n: tpos + tneg},
              {id: 'pbo', label: 'B', role: 'comparator', drug: 'placebo', n: cpos + cneg},
            ],
            refs: [id],
            outcomes: [
              outcomeRecord({
                type: 'dichotomous',
                results: [
                  {arm: 'ket', events: tpos, total: tpos + tneg},
                  {arm: 'pbo', events: cpos, total: cpos + cneg},
                ],
              }),
            ],
          }),
        ];
      }),
    );
    const all = rows(
      {pool: POOL, rows: [...Object.keys(bcg).map((study) => ({study})), {study: 'meta2023'}]},
      bcg,
    );
    // exp(-0.7145) and the limits of t with 12 degrees of freedom; tau2 and I2 as metafor prints them.
    expect(all.slice(-2)).toEqual([
      expect.objectContaining({
        label: 'Pooled by us, 13 studies',
        group: expect.stringContaining('Our calculation'),
        words: expect.stringMatching(/^0\.49 \(0\.33 to 0\.7\d\)$/),
        detail: expect.stringContaining('τ² 0.31, I² 92%'),
        pooled: true,
      }),
      expect.objectContaining({label: expect.stringContaining('Prediction interval')}),
    ]);
    const weights = all.slice(0, 13).map(({detail}) => Number(/weight (\d+)%/.exec(detail!)![1]));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeGreaterThan(95);
    expect(all[13]!.detail ?? '').not.toContain('weight');
  });

  test('is refused where the studies do not share what the author says, or share people', () => {
    const second = {
      twin2022: trial('twin2022', [counts(9, 5)], {
        related: [{study: 'first2020', how: 'secondary-analysis-of'}],
      }),
      late2022: trial('late2022', [counts(9, 5, {time: 'day 8'})]),
      cross2022: trial('cross2022', [counts(9, 5)], {arms_share_people: true}),
      open2022: trial('open2022', [reported({})]),
      other2022: trial('other2022', [counts(9, 5, {outcome: 'remission'})]),
      active2022: trial('active2022', [counts(9, 5)], {
        arms: arms.map((arm) => (arm.id === 'pbo' ? {...arm, drug: 'midazolam'} : arm)),
      }),
    };
    expect(
      text(
        {
          pool: POOL,
          rows: [{study: 'first2020'}, ...Object.keys(second).map((study) => ({study}))],
        },
        second,
      ),
    ).toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:10:10  figure/forest
        Found      pool, and no row of a published meta-analysis
        Expected   a published pooled estimate beside ours
        Fix        add a row with a study whose design is meta-analysis, or take pool out

      docs/_evidence/figures/f.yml:20:3  figure/forest
        Found      twin2022, whose people first2020 above holds as well
        Expected   each person once

      docs/_evidence/figures/f.yml:24:3  figure/forest
        Found      late2022: day 8
        Expected   Response at 24 h against Placebo, as pool says

      docs/_evidence/figures/f.yml:28:3  figure/forest
        Found      cross2022: the same people in both arms
        Expected   an effect as reported, or no pool

      docs/_evidence/figures/f.yml:32:3  figure/forest
        Found      open2022: no interval and no standard error
        Expected   what can be weighted

      docs/_evidence/figures/f.yml:36:3  figure/forest
        Found      other2022: Remission
        Expected   Response at 24 h against Placebo, as pool says

      docs/_evidence/figures/f.yml:40:3  figure/forest
        Found      active2022: Midazolam
        Expected   Response at 24 h against Placebo, as pool says

      7 problems:
        figure/forest: 7"
    `);
  });

  test('takes day 1 for 24 h', () => {
    const all = rows({
      pool: POOL,
      rows: [{study: 'first2020'}, {study: 'empty2021'}, {study: 'meta2023'}],
    });
    expect(all.at(-1)!.label).toBe('Pooled by us, 2 studies');
  });

  test('needs two studies and a published estimate beside it', () => {
    expect(text({pool: POOL, rows: [{study: 'first2020'}]})).toMatchInlineSnapshot(`
      "docs/_evidence/figures/f.yml:10:10  figure/forest
        Found      1 study to pool
        Expected   at least two

      docs/_evidence/figures/f.yml:10:10  figure/forest
        Found      pool, and no row of a published meta-analysis
        Expected   a published pooled estimate beside ours
        Fix        add a row with a study whose design is meta-analysis, or take pool out

      2 problems:
        figure/forest: 2"
    `);
  });
});
