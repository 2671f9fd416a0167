/**
 * `forest`: the effect of each study on one question, taken from the study records: nothing is typed twice. Selects the
 * results, checks that they may stand side by side, and pools them where the author asks for it.
 */
import {reversed, type EffectSize} from '../evidence/effects';
import type {Studies} from '../evidence/load-studies';
import {pool} from '../evidence/meta-analysis';
import {nearest} from '../evidence/nearest';
import type {Reference} from '../evidence/schemas';
import type {Outcome, Study} from '../evidence/studies';
import {effectOf, type StudyEffect} from '../evidence/study-effects';
import {armLabel, sharesPeopleWith, shortTitle, timeInHours} from '../evidence/study-summary';
import {DRUGS, MEASURES, OUTCOMES} from '../evidence/study-vocabulary';
import type {YamlPath} from '../evidence/yaml';
import type {Problem} from '../lint/problem';
import {count} from '../lint/report';
import {numberText, type PlacedRow} from './intervals';
import type {FigureOf} from './schema';

type ForestFigure = FigureOf<'forest'>;
type RowData = ForestFigure['rows'][number];
type ArmIds = string | string[];

export interface ForestSources {
  studies: Studies;
  references: Map<string, Reference>;
}

/** A row ready to be placed. `study`: id of the record, whose name `label` begins with; none for what we worked out. */
export type ForestRow = PlacedRow & {study?: string; title?: string};

/** Given to layoutIntervals. */
export interface Forest {
  kind: 'effects';
  x: FigureOf<'effects'>['x'];
  rows: ForestRow[];
}

interface Finding {
  path: YamlPath;
  found: string;
  expected: string;
  closest?: string[];
  fix?: string;
}

/** A row's effect on the figure's scale, and what is needed to name and pool it. */
interface Chosen {
  row: RowData;
  index: number;
  found: StudyEffect;
  /** For pooling; undefined without an interval or standard error. */
  effect: EffectSize | undefined;
  value: number;
  interval?: {low: number; high: number; level: number};
}

const REVIEWS: readonly Study['design'][] = ['meta-analysis', 'systematic-review'];

/**
 * @param place file, line and column of a field of the figure, for problems
 * @returns rows in the author's order, those that we pooled last; problems instead where any row does not fit. A study
 *   whose record cannot be read is left out without a problem of its own: its record has one.
 */
export function buildForest(
  figure: ForestFigure,
  sources: ForestSources,
  place: (path: YamlPath) => Pick<Problem, 'file' | 'line' | 'column'>,
): {forest?: Forest; problems: Problem[]} {
  const findings: Finding[] = [];
  const chosen = figure.rows.flatMap(
    (row, index) => choose(figure, row, index, sources.studies, findings) ?? [],
  );
  const pooled =
    figure.pool && findings.length === 0 ? poolRows(figure, chosen, sources) : undefined;
  findings.push(...(pooled?.findings ?? []));
  if (findings.length > 0) {
    return {
      problems: findings.map(({path, ...rest}) => ({
        ...place(path),
        rule: 'figure/forest',
        ...rest,
      })),
    };
  }
  const {log, none} = MEASURES[figure.measure];
  return {
    forest: {
      kind: 'effects',
      x: {
        ...figure.x,
        scale: log ? 'log' : 'linear',
        no_effect: none,
      },
      rows: [
        ...chosen.map((each) => rowOf(each, sources, pooled?.weights.get(each.index))),
        ...(pooled?.rows ?? []),
      ],
    },
    problems: [],
  };
}

/** Finds a row's result; undefined with a finding where it is not there, not clear, or of another kind. */
function choose(
  figure: ForestFigure,
  row: RowData,
  index: number,
  {byId, ids}: Studies,
  findings: Finding[],
): Chosen | undefined {
  const fail = (
    field: keyof RowData | undefined,
    found: string,
    expected: string,
    more: Pick<Finding, 'closest' | 'fix'> = {},
  ): undefined => {
    findings.push({path: ['rows', index, ...(field ? [field] : [])], found, expected, ...more});
    return undefined;
  };

  const study = byId.get(row.study);
  if (!study) {
    return ids.includes(row.study)
      ? undefined
      : fail(
          'study',
          `study: ${row.study}`,
          'the name of a file in _evidence/studies, without .yml',
          {
            closest: nearest(row.study, ids),
          },
        );
  }
  const outcomes = new Map((study.outcomes ?? []).map((each) => [each.id, each]));
  for (const field of ['outcome', 'beside'] as const) {
    const id = row[field];
    if (id !== undefined && !outcomes.has(id)) {
      return fail(field, `${field}: ${id}`, `the id of an outcome of ${row.study}`, {
        closest: nearest(id, outcomes.keys()),
        fix: `one of ${[...outcomes.keys()].join(', ') || 'none: the record has no outcomes'}`,
      });
    }
  }
  const outcome = outcomes.get(row.outcome)!;
  const unclear = unclearArms(study, outcome, row);
  if (unclear) {
    return fail(unclear.field, unclear.found, unclear.expected);
  }
  const found = pickEffect(study, outcome, row, figure.measure);
  if (!found || found.value === undefined) {
    return fail(
      'outcome',
      `outcome: ${row.outcome}, of type ${outcome.type}`,
      `${figure.measure} of two arms: from ${SOURCES[figure.measure] ?? 'an effect as reported'}`,
    );
  }
  if (outcome.type === 'effect' && outcome.measure !== figure.measure) {
    return fail(
      'outcome',
      `outcome: ${row.outcome}, whose measure is ${outcome.measure}`,
      `measure ${figure.measure}, that of the figure`,
      {
        fix: 'choose another outcome of the study, or leave the row out: measures are not turned into each other',
      },
    );
  }
  if (row.divide !== undefined && figure.measure !== 'MD') {
    return fail(
      'divide',
      `divide: ${row.divide}`,
      'no such field: only mean differences have a scale',
    );
  }
  if (row.turn && MEASURES[figure.measure].log) {
    return fail('turn', 'turn: true', 'no such field: the sign of a ratio cannot be turned');
  }
  const unit = 'unit' in outcome ? outcome.unit : undefined;
  if (figure.measure === 'MD' && row.divide === undefined && unit !== figure.unit) {
    return fail(
      'outcome',
      `outcome: ${row.outcome}, in ${unit ?? 'no unit'}`,
      `a mean difference in ${figure.unit ?? 'no unit'}, the unit of the figure`,
      {fix: 'correct `unit` of the figure, or say `divide` where the row has another scale'},
    );
  }
  const good = goodSide(found, row);
  if (figure.good && good && good !== figure.good) {
    return fail(
      'outcome',
      `outcome: ${row.outcome}, where values ${good} no effect are good for the first arm`,
      `values ${figure.good} no effect, as \`good\` of the figure says`,
      {
        fix: 'name the arms the other way round, or say `turn: true` where the source prints the difference of falls',
      },
    );
  }
  return {row, index, found, ...onScale(found, row)};
}

const SOURCES: Partial<Record<ForestFigure['measure'], string>> = {
  RR: 'events and totals, or reported',
  OR: 'events and totals, or reported',
  RD: 'events and totals, percentages, or reported',
  MD: 'means, or reported',
  SMD: 'means with SD or SE and n, or reported',
};

/** Where a record has results of several arms, the author says which are compared. */
function unclearArms(
  study: Study,
  outcome: Outcome,
  row: RowData,
): {field: 'arm' | 'against'; found: string; expected: string} | undefined {
  if (outcome.type === 'narrative' || outcome.type === 'effect') {
    return undefined;
  }
  const given = outcome.results.flatMap(({arm}) => (arm === undefined ? [] : [arm]));
  for (const [field, wanted] of [
    ['arm', 'studied'],
    ['against', 'comparator'],
  ] as const) {
    const chosen = row[field];
    const list = given.map((arm) => `[${[arm].flat().join(', ')}]`).join(', ');
    if (chosen !== undefined && !given.some((arm) => String(arm) === String(chosen))) {
      return {field, found: `${field}: ${String(chosen)}`, expected: `arms with a result: ${list}`};
    }
    const candidates = given.filter((arm) => hasRole(study, arm, wanted));
    if (chosen === undefined && candidates.length !== 1) {
      return {
        field,
        found: `no ${field}, and ${candidates.length} arms with role ${wanted} in ${row.outcome}`,
        expected: `${field}: one of ${list}`,
      };
    }
  }
  return undefined;
}

/** The effect with the arms in the author's order; undefined where the record compares other arms. */
function pickEffect(
  study: Study,
  outcome: Outcome,
  {arm, against}: RowData,
  measure: ForestFigure['measure'],
): StudyEffect | undefined {
  const computed = ['RR', 'OR', 'RD', 'MD', 'SMD'].includes(measure);
  const found = effectOf(study, outcome, {
    ...(computed ? {measure: measure as 'RR' | 'OR' | 'RD' | 'MD' | 'SMD'} : {}),
    ...(arm === undefined ? {} : {arm}),
    ...(against === undefined ? {} : {against}),
  });
  if (outcome.type !== 'effect') {
    return found ?? printedDifference(study, outcome, {arm, against}, measure);
  }
  if (!found) {
    return undefined;
  }
  const is = (wanted: ArmIds | undefined, other: ArmIds): boolean =>
    wanted === undefined || String(wanted) === String(other);
  if (is(arm, found.arm) && is(against, found.against)) {
    return found;
  }
  return is(arm, found.against) && is(against, found.arm) ? otherWay(found) : undefined;
}

/**
 * The difference of two printed percentages, or of two printed means without a standard deviation: an estimate without
 * interval, rounded to what its figures allow (0.3 - 0.1 is 0.2, not 0.19999999999999998).
 */
function printedDifference(
  study: Study,
  outcome: Outcome,
  wanted: Pick<RowData, 'arm' | 'against'>,
  measure: ForestFigure['measure'],
): StudyEffect | undefined {
  if (outcome.type !== 'percent' && outcome.type !== 'continuous') {
    return undefined;
  }
  const value = (result: (typeof outcome.results)[number]): number | undefined =>
    'percent' in result
      ? measure === 'RD'
        ? result.percent
        : undefined
      : measure === 'MD'
        ? result.mean
        : undefined;
  const [first, second] = (['arm', 'against'] as const).map((field) => {
    const role = field === 'arm' ? 'studied' : 'comparator';
    return outcome.results.find(({arm}) =>
      wanted[field] === undefined
        ? arm !== undefined && hasRole(study, arm, role)
        : String(arm) === String(wanted[field]),
    );
  });
  const [a, b] = [first && value(first), second && value(second)];
  if (a === undefined || b === undefined) {
    return undefined;
  }
  return {
    study,
    outcome,
    arm: first!.arm!,
    against: second!.arm!,
    source: 'computed',
    effect: undefined,
    value: Number((a - b).toPrecision(12)),
    assumptions: ['no interval seen'],
  };
}

function hasRole({arms = []}: Study, arm: ArmIds, role: 'studied' | 'comparator'): boolean {
  return [arm].flat().every((id) => arms.find((each) => each.id === id)?.role === role);
}

function otherWay(found: StudyEffect): StudyEffect {
  const measure = found.outcome.type === 'effect' ? found.outcome.measure : undefined;
  const turn = (x: number): number => (measure && MEASURES[measure].log ? 1 / x : -x);
  const {printed} = found;
  return {
    ...found,
    arm: found.against,
    against: found.arm,
    effect: found.effect && reversed(found.effect),
    value: turn(found.value!),
    ...(printed ? {printed: {...printed, low: turn(printed.high), high: turn(printed.low)}} : {}),
  };
}

/** Which side of no effect the record calls good for the first arm; the same one, from whichever arm it is seen. */
function goodSide({outcome}: StudyEffect, {turn}: RowData): 'below' | 'above' | undefined {
  const good =
    outcome.type === 'effect'
      ? outcome.favors_arm
      : outcome.better && (outcome.better === 'lower' ? 'below' : 'above');
  return good && turn ? (good === 'below' ? 'above' : 'below') : good;
}

/** The estimate with the sign and scale of the figure. */
function onScale(
  found: StudyEffect,
  {turn, divide = 1}: RowData,
): Pick<Chosen, 'effect' | 'value' | 'interval'> {
  const factor = (turn ? -1 : 1) / divide;
  const scaled = (x: number): number => (factor === 1 ? x : Number((x * factor).toPrecision(12)));
  const ends = (low: number, high: number): {low: number; high: number} =>
    factor < 0 ? {low: scaled(high), high: scaled(low)} : {low: scaled(low), high: scaled(high)};
  const {effect, printed, source} = found;
  const interval =
    source === 'reported'
      ? printed
      : effect && {low: effect.low, high: effect.high, level: effect.level};
  return {
    value: scaled(found.value!),
    effect: effect && {
      ...effect,
      y: effect.y * factor,
      se: effect.se / divide,
      value: scaled(effect.value),
      ...ends(effect.low, effect.high),
    },
    ...(interval ? {interval: {...ends(interval.low, interval.high), level: interval.level}} : {}),
  };
}

function rowOf(
  {row, found, value, interval, effect}: Chosen,
  {references}: ForestSources,
  weight: number | undefined,
): ForestRow {
  const {study, outcome, arm, against} = found;
  const review = REVIEWS.includes(study.design);
  const title = shortTitle(study, references);
  const studies = review ? (outcome.studies ?? study.studies) : undefined;
  const digits = found.source === 'reported' ? undefined : DIGITS[effect?.measure ?? 'RD'];
  const text = (x: number): string =>
    numberText(digits === undefined || !interval ? x : x.toFixed(digits));
  const n = outcome.participants ?? peopleIn(found);
  const level = interval && interval.level !== 95 ? `${interval.level}% interval` : undefined;
  const details = [
    level,
    besideText(found, row),
    row.divide && `divided by ${row.divide}`,
    found.source === 'computed' && interval && 'calculated by us',
    ...found.assumptions.filter((each) => each !== FROM_INTERVAL || weight !== undefined),
    row.detail,
    weight === undefined ? undefined : `weight ${weight.toFixed(0)}%`,
  ].filter(Boolean);
  return {
    study: study.id,
    title,
    label: [
      title,
      row.label ?? `${armsLabel(study, arm)} v ${armsLabel(study, against)}`,
      studies && `${studies} studies`,
      outcome.time,
    ]
      .filter(Boolean)
      .join(', '),
    ...(row.group ? {group: row.group} : {}),
    value,
    ...(interval ? {low: interval.low, high: interval.high} : {}),
    words: interval
      ? `${text(value)} (${text(interval.low)} to ${text(interval.high)})`
      : text(value),
    ...(n === undefined ? {} : {n}),
    ...(details.length > 0 ? {detail: details.join('; ')} : {}),
    refs: outcome.refs ?? [study.refs[0]!],
    ...(review ? {pooled: true} : {}),
  };
}

/** What study-effects.ts says of a standard error that only weights need. */
const FROM_INTERVAL = 'standard error from the printed interval';

/** Decimals of what we work out. */
const DIGITS: Partial<Record<ForestFigure['measure'], number>> = {
  RR: 2,
  OR: 2,
  RD: 1,
  MD: 2,
  SMD: 2,
};

/** People in the arms compared; of the whole study where these are all its arms, or where it is a review. */
function peopleIn({study, outcome, arm, against}: StudyEffect): number | undefined {
  if (study.counting) {
    return undefined;
  }
  const compared = [arm, against].flat();
  const counted =
    'results' in outcome
      ? [arm, against].map((wanted) => {
          const result = outcome.results.find((each) => String(each.arm) === String(wanted));
          return result && ('total' in result ? result.total : result.n);
        })
      : [];
  if (study.arms_share_people) {
    return counted[0] ?? study.participants;
  }
  const sizes = compared.map((id) => study.arms?.find((each) => each.id === id)?.n);
  for (const numbers of [counted, sizes]) {
    if (numbers.length > 0 && !numbers.includes(undefined)) {
      return numbers.reduce((sum: number, n) => sum + n!, 0);
    }
  }
  return compared.length === study.arms?.length ? study.participants : undefined;
}

/** `8/18 (44%) v 1/18 (6%)`, `55.4% v 41.2%`, `5.7 (SD 2.13) v 5.6 (SD 1.9)`: what the effect is made of. */
function besideText({study, outcome, arm, against}: StudyEffect, row: RowData): string | undefined {
  const from =
    row.beside === undefined ? outcome : study.outcomes!.find(({id}) => id === row.beside)!;
  if (!('results' in from)) {
    return undefined;
  }
  const sides = [arm, against].map((wanted) => {
    const result = from.results.find((each) => String(each.arm) === String(wanted));
    if (!result) {
      return undefined;
    }
    if ('events' in result) {
      return `${result.events}/${result.total} (${Math.round((100 * result.events) / result.total)}%)`;
    }
    if ('percent' in result) {
      return `${result.percent}%`;
    }
    const {mean, sd, se} = result;
    const spread = sd === undefined ? se !== undefined && ` (SE ${se})` : ` (SD ${sd})`;
    return mean === undefined ? undefined : `${numberText(mean)}${spread || ''}`;
  });
  return sides.includes(undefined) ? undefined : sides.join(' v ');
}

function armsLabel(study: Study, arm: ArmIds): string {
  return [arm]
    .flat()
    .map((id) => armLabel(study, id))
    .join(' and ');
}

/** Pools all rows but reviews. Random effects by REML, interval by Hartung and Knapp (meta-analysis.ts). */
function poolRows(
  {pool: shared, rows, measure}: ForestFigure,
  chosen: readonly Chosen[],
  {studies}: ForestSources,
): {rows: ForestRow[]; weights: Map<number, number>; findings: Finding[]} {
  const isReview = ({found}: Chosen): boolean => REVIEWS.includes(found.study.design);
  const trials = chosen.filter((each) => !isReview(each));
  const findings: Finding[] = trials.flatMap((each, i) => {
    const path = ['rows', each.index];
    const against = mismatch(each, shared!);
    if (against) {
      return [
        {path, found: `${rows[each.index]!.study}: ${against}`, expected: sharedText(shared!)},
      ];
    }
    const {study, outcome} = each.found;
    if (!each.effect) {
      return [
        {
          path,
          found: `${study.id}: no interval and no standard error`,
          expected: 'what can be weighted',
        },
      ];
    }
    if (study.arms_share_people && each.found.source === 'computed') {
      return [
        {
          path,
          found: `${study.id}: the same people in both arms`,
          expected: 'an effect as reported, or no pool',
        },
      ];
    }
    const first = trials[0]!.found.outcome;
    if (measure === 'MD' && outcome.scale !== first.scale) {
      return [
        {
          path,
          found: `${study.id}: ${outcome.scale ?? 'no scale'}`,
          expected: `${first.scale ?? 'no scale'}, as the rows above; or an SMD`,
        },
      ];
    }
    const shares = sharesPeopleWith(study, studies.byId);
    const twin = trials
      .slice(0, i)
      .find(({found}) => found.study === study || shares.includes(found.study.id));
    return twin
      ? [
          {
            path,
            found: `${study.id}, whose people ${twin.found.study.id} above holds as well`,
            expected: 'each person once',
          },
        ]
      : [];
  });
  if (trials.length < 2) {
    findings.push({
      path: ['pool'],
      found: `${count(trials.length, 'study', 'studies')} to pool`,
      expected: 'at least two',
    });
  }
  if (!chosen.some(isReview)) {
    findings.push({
      path: ['pool'],
      found: 'pool, and no row of a published meta-analysis',
      expected: 'a published pooled estimate beside ours',
      fix: 'add a row with a study whose design is meta-analysis, or take pool out',
    });
  }
  if (findings.length > 0) {
    return {rows: [], weights: new Map(), findings};
  }
  const result = pool(
    trials.map(({effect}) => effect!),
    {method: 'REML', interval: 'hartung-knapp'},
  );
  const {k, value, low, high, tau2, i2, prediction} = result;
  const digits = DIGITS[measure] ?? 2;
  const text = (x: number): string => numberText(x.toFixed(digits));
  const span = (ends: {low: number; high: number}): string =>
    `${text(ends.low)} to ${text(ends.high)}`;
  const group = 'Our calculation, not published elsewhere';
  return {
    findings,
    weights: new Map(trials.map(({index}, i) => [index, result.weights[i]!])),
    rows: [
      {
        label: `Pooled by us, ${k} studies`,
        group,
        value,
        low,
        high,
        words: `${text(value)} (${span({low, high})})`,
        detail: `random effects (REML), Hartung-Knapp interval; τ² ${tau2.toFixed(2)}, I² ${i2!.toFixed(0)}%`,
        pooled: true,
        refs: [],
      },
      ...(prediction
        ? [
            {
              label: 'Prediction interval: where the effect in a new study would lie',
              group,
              ...prediction,
              words: span(prediction),
              refs: [],
            },
          ]
        : []),
    ],
  };
}

type Shared = NonNullable<ForestFigure['pool']>;

function sharedText({outcome, time, comparator}: Shared): string {
  return `${OUTCOMES[outcome].label} at ${time} against ${DRUGS[comparator].label}, as pool says`;
}

/** What a row does not share with the others; undefined where it shares all. */
function mismatch({found}: Chosen, {outcome, time, comparator}: Shared): string | undefined {
  const {study, outcome: own, against} = found;
  if (own.outcome !== outcome) {
    return OUTCOMES[own.outcome].label;
  }
  const [a, b] = [timeInHours(own.time), timeInHours(time)];
  if (own.time !== time && (a === undefined || a !== b)) {
    return own.time;
  }
  const drugs = [against].flat().map((id) => study.arms?.find((each) => each.id === id)?.drug);
  const other = drugs.find((drug) => drug !== comparator);
  return other && DRUGS[other].label;
}
