/** Studies as CSV (RFC 4180): one row a study, and in long form one row for each figure of each outcome. */
import {stringify} from 'csv-stringify/sync';
import {effectOf} from './study-effects';
import {shortTitle, yearOf} from './study-summary';
import type {Reference} from './schemas';
import type {Outcome, Study} from './studies';

type References = Map<string, Reference>;
type Cell = string | number | boolean | undefined;

/** Several values in one cell. */
const SEPARATOR = '; ';

/** Columns of the table of studies: what a study is, one row each. Documented in docs/about/data-and-api.mdx. */
export const STUDY_COLUMNS = [
  'study',
  'title',
  'year',
  'design',
  'design_details',
  'blinding',
  'status',
  'started',
  'ended',
  'countries',
  'conditions',
  'population',
  'participants',
  'planned',
  'counting',
  'arms',
  'registry',
  'references',
  'doi',
  'pmid',
  'funding',
  'safety',
  'certainty',
  'limits',
  'bottom_line',
  'verified',
] as const;

/** Columns of the table of results. Documented in docs/about/data-and-api.mdx. */
export const RESULT_COLUMNS = [
  'study',
  'outcome_id',
  'outcome',
  'name',
  'type',
  'scale',
  'time',
  'better',
  'primary',
  'arm',
  'arm_label',
  'against',
  'against_label',
  'origin',
  'events',
  'total',
  'percent',
  'mean',
  'median',
  'sd',
  'se',
  'spread',
  'iqr_low',
  'iqr_high',
  'n',
  'unit',
  'value_of',
  'measure',
  'value',
  'ci_low',
  'ci_high',
  'ci_level',
  'p',
  'text',
  'derived',
  'verified',
  'verified_at',
  'references',
  'note',
] as const;

type StudyRow = Partial<Record<(typeof STUDY_COLUMNS)[number], Cell>>;
type ResultRow = Partial<Record<(typeof RESULT_COLUMNS)[number], Cell>>;

/** One row a study, with a line of names. */
export function studiesCsv(studies: readonly Study[], references: References): string {
  return csv(
    STUDY_COLUMNS,
    studies.map((study): StudyRow => {
      const primary = references.get(study.refs[0]!);
      return {
        study: study.id,
        title: shortTitle(study, references),
        year: yearOf(study, references),
        design: study.design,
        design_details: study.design_details,
        blinding: study.blinding,
        status: study.status,
        started: study.started,
        ended: study.ended,
        countries: study.countries?.join(SEPARATOR),
        conditions: study.conditions.join(SEPARATOR),
        population: study.population,
        participants: study.participants,
        planned: study.planned,
        counting: study.counting,
        arms: study.arms?.map(({id, label}) => `${id}: ${label}`).join(SEPARATOR),
        registry: study.registry?.join(SEPARATOR),
        references: study.refs.join(SEPARATOR),
        doi: primary?.DOI,
        pmid: primary?.PMID,
        funding: study.funding,
        safety: study.safety,
        certainty: study.certainty,
        limits: study.limits?.join(SEPARATOR),
        bottom_line: study.bottom_line,
        verified: study.verified,
      };
    }),
  );
}

/**
 * One row for each arm of an outcome, for each reported effect, and for each difference that we computed (`origin` is
 * `reported` or `computed`).
 */
export function resultsCsv(studies: readonly Study[]): string {
  return csv(
    RESULT_COLUMNS,
    studies.flatMap((study) => (study.outcomes ?? []).flatMap((outcome) => rowsOf(study, outcome))),
  );
}

function rowsOf(study: Study, outcome: Outcome): ResultRow[] {
  const shared: ResultRow = {
    study: study.id,
    outcome_id: outcome.id,
    outcome: outcome.outcome,
    name: outcome.name,
    type: outcome.type,
    scale: outcome.scale,
    time: outcome.time,
    better: outcome.better,
    primary: outcome.primary,
    origin: 'reported',
    p: outcome.p,
    verified: outcome.verified,
    verified_at: outcome.verified_at ?? study.verified_at,
    references: (outcome.refs ?? study.refs.slice(0, 1)).join(SEPARATOR),
    note: outcome.note,
  };
  const ofArm = (arm: string | string[] | undefined): ResultRow => armCells(study, arm);
  switch (outcome.type) {
    case 'dichotomous':
      return [
        ...outcome.results.map(({arm, events, total}) => ({
          ...shared,
          ...ofArm(arm),
          events,
          total,
          percent: rounded((100 * events) / total),
          unit: outcome.counts,
          derived: outcome.derived,
        })),
        ...computedRow(study, outcome, shared, 'RD'),
      ];
    case 'percent':
      return outcome.results.map(({arm, percent, ci, n}) => ({
        ...shared,
        ...ofArm(arm),
        percent,
        ...intervalCells(ci, outcome.level),
        n,
      }));
    case 'continuous':
      return [
        ...outcome.results.map(({arm, ci, iqr, ...values}) => ({
          ...shared,
          ...ofArm(arm),
          ...values,
          iqr_low: iqr?.[0],
          iqr_high: iqr?.[1],
          ...intervalCells(ci, 95),
          unit: outcome.unit,
          value_of: outcome.of,
        })),
        ...computedRow(study, outcome, shared, 'MD'),
      ];
    case 'effect':
      return [
        {
          ...shared,
          ...ofArm(outcome.arm),
          ...againstCells(study, outcome.against),
          measure: outcome.measure,
          value: outcome.value,
          unit: outcome.unit,
          se: outcome.se,
          ...intervalCells(outcome.ci, outcome.level),
          text: outcome.contrast,
        },
      ];
    case 'narrative':
      return [{...shared, text: outcome.text}];
  }
}

function computedRow(
  study: Study,
  outcome: Outcome,
  shared: ResultRow,
  measure: 'RD' | 'MD',
): ResultRow[] {
  const found = effectOf(study, outcome, {measure});
  return found?.effect
    ? [
        {
          ...shared,
          origin: 'computed',
          p: undefined,
          ...armCells(study, found.arm),
          ...againstCells(study, found.against),
          measure,
          value: rounded(found.effect.value),
          ci_low: rounded(found.effect.low),
          ci_high: rounded(found.effect.high),
          ci_level: found.effect.level,
          unit: outcome.type === 'continuous' ? outcome.unit : 'percentage points',
          note: found.assumptions.join(SEPARATOR) || undefined,
        },
      ]
    : [];
}

function armCells(study: Study, arm: string | string[] | undefined): ResultRow {
  const {ids, label} = armNames(study, arm);
  return {arm: ids, arm_label: label};
}

function againstCells(study: Study, arm: string | string[] | undefined): ResultRow {
  const {ids, label} = armNames(study, arm);
  return {against: ids, against_label: label};
}

function armNames(
  {arms = []}: Study,
  arm: string | string[] | undefined,
): {ids?: string; label?: string} {
  const ids = arm === undefined ? [] : [arm].flat();
  return ids.length === 0
    ? {}
    : {
        ids: ids.join(SEPARATOR),
        label: ids.map((id) => arms.find((one) => one.id === id)?.label ?? id).join(SEPARATOR),
      };
}

function intervalCells(ci: readonly [number, number] | undefined, level: number): ResultRow {
  return ci ? {ci_low: ci[0], ci_high: ci[1], ci_level: level} : {};
}

/** Computed figures carry no digits that mean nothing. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function csv(columns: readonly string[], rows: readonly Partial<Record<string, Cell>>[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => row[column])),
    {
      header: true,
      columns: [...columns],
      record_delimiter: 'windows',
      cast: {boolean: (value) => String(value)},
    },
  );
}
