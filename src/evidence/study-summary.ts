/** What tables, pages and exports say about a study: words and facets derived from its record, nothing typed twice. */
import type {Reference} from './schemas';
import type {Arm, Outcome, OutcomeOf, Study} from './studies';
import {
  CONDITION_GROUPS,
  CONDITIONS,
  DRUGS,
  REGISTRIES,
  ROUTES,
  type ConditionGroup,
} from './study-vocabulary';

/** Year of the primary publication, or undefined where its reference has no date. */
export function yearOf({refs}: Study, references: Map<string, Reference>): number | undefined {
  return references.get(refs[0]!)?.issued?.['date-parts'][0]?.[0];
}

/**
 * `KADS (Loo 2023)`, `Murrough 2013`: the trial's name where it has one, first author and year of its paper. The paper's
 * title where it has neither.
 */
export function shortTitle(study: Study, references: Map<string, Reference>): string {
  const reference = references.get(study.refs[0]!);
  const first = reference?.author?.[0];
  const author = first && ('literal' in first ? first.literal : first.family);
  if (!study.name && !author && reference) {
    return reference.title;
  }
  const paper = [author, yearOf(study, references)].filter(Boolean).join(' ') || study.id;
  return study.name ? `${study.name} (${paper})` : paper;
}

/** People in the study, or planned where it has no results yet; what the number counts, where it is not people. */
export function participantsOf({
  participants,
  planned,
  counting,
}: Study): {n: number; planned: boolean; counting?: string} | undefined {
  const n = participants ?? planned;
  return n === undefined
    ? undefined
    : {n, planned: participants === undefined, ...(counting ? {counting} : {})};
}

/** `Esketamine`, `Mirtazapine`: the drug of an arm in words. */
export function drugLabel({drug, drug_name: name}: Arm): string {
  return name ? name[0]!.toUpperCase() + name.slice(1) : DRUGS[drug].label;
}

/** `Ketamine: 0.5 mg/kg over 40 min, intravenous, single infusion (n = 47)`. Only what is known. */
export function armText({label, route, dose, schedule, n, with: besides}: Arm): string {
  const details = [
    dose,
    // The dose of an arm with several routes names them.
    route && route !== 'several' ? ROUTES[route].label.toLowerCase() : undefined,
    schedule,
    besides && `with ${besides}`,
  ].filter(Boolean);
  return `${label}${details.length > 0 ? `: ${details.join(', ')}` : ''}${n === undefined ? '' : ` (n = ${n})`}`;
}

/** All arms, studied ones first: `Ketamine: ... (n = 47) v Midazolam: ... (n = 25)`. */
export function armsText(study: Study): string {
  return [...studiedArms(study), ...comparatorArms(study)].map(armText).join(' v ');
}

export function studiedArms({arms = []}: Study): Arm[] {
  return arms.filter(({role}) => role === 'studied');
}

export function comparatorArms({arms = []}: Study): Arm[] {
  return arms.filter(({role}) => role === 'comparator');
}

/** What a table filters on. Values are keys of study-vocabulary.ts, in the order of the record, each once. */
export interface StudyFacets {
  conditions: Study['conditions'];
  conditionGroups: ConditionGroup[];
  /** What is studied: drugs of all arms that hold ketamine or a relative, and of other studied arms. */
  drugs: Arm['drug'][];
  /** Routes of those arms. */
  routes: NonNullable<Arm['route']>[];
  /** What it is compared with. */
  comparators: Arm['drug'][];
  design: Study['design'];
  status: Study['status'];
  size: SizeBand | undefined;
  year: number | undefined;
  certainty: Study['certainty'];
  verified: Study['verified'];
}

/** Bands of the number of people, smallest first. */
export const SIZE_BANDS = {
  'under-50': 'Under 50',
  '50-199': '50 to 199',
  '200-999': '200 to 999',
  '1000-or-more': '1,000 or more',
} as const;

export type SizeBand = keyof typeof SIZE_BANDS;

/** Facets of a study for tables and exports. */
export function facetsOf(study: Study, references: Map<string, Reference>): StudyFacets {
  const {arms = []} = study;
  const subject = arms.filter(
    ({drug, role}) => role === 'studied' || DRUGS[drug].group === 'ketamine',
  );
  return {
    conditions: study.conditions,
    conditionGroups: unique(study.conditions.map((condition) => CONDITIONS[condition].group)),
    drugs: unique(subject.map(({drug}) => drug)),
    routes: unique(subject.flatMap(({route}) => route ?? [])),
    comparators: unique(comparatorArms(study).map(({drug}) => drug)),
    design: study.design,
    status: study.status,
    size: sizeBand(study.participants ?? study.planned),
    year: yearOf(study, references),
    certainty: study.certainty,
    verified: study.verified,
  };
}

function sizeBand(n: number | undefined): SizeBand | undefined {
  return n === undefined
    ? undefined
    : n < 50
      ? 'under-50'
      : n < 200
        ? '50-199'
        : n < 1000
          ? '200-999'
          : '1000-or-more';
}

/** Conditions under their headings, in the order of the vocabulary: for lists of choices. */
export function conditionsByGroup(): {
  group: ConditionGroup;
  label: string;
  conditions: {id: keyof typeof CONDITIONS; label: string}[];
}[] {
  return (Object.keys(CONDITION_GROUPS) as ConditionGroup[]).map((group) => ({
    group,
    label: CONDITION_GROUPS[group],
    conditions: (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[])
      .filter((id) => CONDITIONS[id].group === group)
      .map((id) => ({id, label: CONDITIONS[id].label})),
  }));
}

export interface AbsoluteRisk {
  /** Ids of the arms: one, or several taken together. */
  arms: string[];
  label: string;
  /** 0 to 100: as printed, or events over total. */
  percent: number;
  events?: number;
  total?: number;
}

/** The share of people with the event in each arm: what a reader compares before any ratio. */
export function absoluteRisks(
  study: Study,
  outcome: OutcomeOf<'dichotomous'> | OutcomeOf<'percent'>,
): AbsoluteRisk[] {
  return outcome.results.map((result) => {
    const arms = result.arm === undefined ? [] : [result.arm].flat();
    const label = arms.map((id) => armLabel(study, id)).join(' and ') || 'All';
    return 'events' in result
      ? {
          arms,
          label,
          percent: (100 * result.events) / result.total,
          events: result.events,
          total: result.total,
        }
      : {arms, label, percent: result.percent, ...(result.n ? {total: result.n} : {})};
  });
}

/** What an arm is called; its id where the study has no such arm. */
export function armLabel({arms = []}: Study, id: string): string {
  return arms.find((arm) => arm.id === id)?.label ?? id;
}

const HOURS = {min: 1 / 60, h: 1, day: 24, week: 168, month: 730.5, year: 8766} as const;
const TIME = /^(?:(\d+(?:\.\d+)?) (min|h|day|week|month|year)s?|(day|week|month) (\d+))$/;

/**
 * Hours from the start of treatment to a time point: `24 h`, `day 28`, `4 weeks`. Months and years are average ones.
 * Undefined for a time in words or a range, such as `end of course`.
 */
export function timeInHours(time: string | undefined): number | undefined {
  const match = TIME.exec(time ?? '');
  if (!match) {
    return undefined;
  }
  const unit = (match[2] ?? match[3]) as keyof typeof HOURS;
  return Number(match[1] ?? match[4]) * HOURS[unit];
}

/** Outcomes about a subject at a time: `outcomesAbout(study, 'response', '24 h')` finds `day 1` as well. */
export function outcomesAbout(
  {outcomes = []}: Study,
  subject: Outcome['outcome'],
  time?: string,
): Outcome[] {
  const hours = timeInHours(time);
  return outcomes.filter(
    (outcome) =>
      outcome.outcome === subject &&
      (time === undefined ||
        outcome.time === time ||
        (hours !== undefined && timeInHours(outcome.time) === hours)),
  );
}

/** Where a registry number leads, and whose it is. */
export function registryLink(id: string): {registry: string; href?: string} | undefined {
  const registry = REGISTRIES.find(({pattern}) => pattern.test(id));
  return (
    registry && {
      registry: registry.name,
      ...(registry.href ? {href: registry.href(id)} : {}),
    }
  );
}

/** Ids of studies that hold the same people as this one, in either direction: never to be added up with it. */
export function sharesPeopleWith(study: Study, studies: ReadonlyMap<string, Study>): string[] {
  const shares = (how: string): boolean =>
    how !== 'same-registration' && how !== 'same-publication';
  const named = (study.related ?? []).filter(({how}) => shares(how)).map(({study: id}) => id);
  const naming = [...studies.values()]
    .filter(({related = []}) => related.some(({study: id, how}) => id === study.id && shares(how)))
    .map(({id}) => id);
  return unique([...named, ...naming]);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
