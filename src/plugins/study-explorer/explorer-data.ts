/** What the table of studies shows and filters on, from the records of one edition. */
import path from 'node:path';
import {CERTAINTY_LEVELS} from '../../evidence/front-matter';
import {loadEvidence} from '../../evidence/load';
import {studyIds} from '../../evidence/load-studies';
import {studiesFor} from '../../evidence/store';
import type {Reference} from '../../evidence/schemas';
import type {Study} from '../../evidence/studies';
import {
  conditionsByGroup,
  facetsOf,
  participantsOf,
  shortTitle,
  SIZE_BANDS,
} from '../../evidence/study-summary';
import {DESIGNS, DRUGS, ROUTES, STATUSES} from '../../evidence/study-vocabulary';
import {stopOnProblems} from '../../lint/report';
import {editionDir, editionLabel, readEditions} from '../../site/editions';
import {
  NONE,
  type ExplorerData,
  type ExplorerRow,
  type Facet,
  type FacetId,
} from '../../components/StudyExplorer/data';

const YEAR_BANDS: readonly {value: string; label: string; from: number}[] = [
  {value: 'since-2025', label: '2025 or later', from: 2025},
  {value: '2020-2024', label: '2020 to 2024', from: 2020},
  {value: '2015-2019', label: '2015 to 2019', from: 2015},
  {value: '2010-2014', label: '2010 to 2014', from: 2010},
  {value: '2000-2009', label: '2000 to 2009', from: 2000},
  {value: 'before-2000', label: 'Before 2000', from: 0},
];

interface Choice {
  value: string;
  label: string;
  group?: string;
}

const CHOICES: Record<FacetId, {label: string; none: string; choices: Choice[]}> = {
  condition: {
    label: 'Condition',
    none: 'None recorded',
    choices: conditionsByGroup().flatMap(({group, label, conditions}) => [
      {value: `any-${group}`, label: `All: ${label}`, group: label},
      ...conditions.map(({id, label: name}) => ({value: id, label: name, group: label})),
    ]),
  },
  drug: {label: 'Drug', none: 'None recorded', choices: labeled(DRUGS)},
  route: {label: 'Route', none: 'None recorded', choices: labeled(ROUTES)},
  comparator: {label: 'Comparator', none: 'No comparator recorded', choices: labeled(DRUGS)},
  design: {label: 'Design', none: 'None recorded', choices: labeled(DESIGNS)},
  size: {
    label: 'Size',
    none: 'Not recorded',
    choices: Object.entries(SIZE_BANDS).map(([value, label]) => ({value, label})),
  },
  year: {label: 'Year', none: 'Not recorded', choices: [...YEAR_BANDS]},
  certainty: {
    label: 'Certainty',
    none: 'Not rated',
    choices: CERTAINTY_LEVELS.map((value) => ({value, label: value.replace('-', ' ')})),
  },
};

/** Folder of the docs whose studies are shown: the newest edition that has any, else the draft. */
export function explorerDocsDir(root: string): string {
  const [newest] = editionsWithStudies(root);
  return newest ? editionDir(root, newest.edition) : path.join(root, 'docs');
}

function editionsWithStudies(root: string): ReturnType<typeof readEditions> {
  return readEditions(root).filter(
    ({edition}) => studyIds(path.join(editionDir(root, edition), '_evidence')).length > 0,
  );
}

/**
 * All studies, newest first, with the values that each filter offers; a value that no study has is not offered.
 * @throws ProblemsError where a record of a study or reference cannot be read
 */
export function explorerData(root: string): ExplorerData {
  const evidenceDir = path.join(explorerDocsDir(root), '_evidence');
  const {byId, problems} = studiesFor(evidenceDir, root);
  const {references, problems: referenceProblems} = loadEvidence(evidenceDir, root);
  stopOnProblems([...problems, ...referenceProblems]);
  const [edition] = editionsWithStudies(root);
  const rows = [...byId.values()]
    .map((study) => rowOf(study, references))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.title.localeCompare(b.title, 'en'));
  return {
    edition: edition ? editionLabel(edition) : null,
    rows,
    facets: (Object.keys(CHOICES) as FacetId[]).map((id) => facet(id, rows)),
  };
}

function rowOf(study: Study, references: Map<string, Reference>): ExplorerRow {
  const {conditions, conditionGroups, drugs, routes, comparators, design, size, year, certainty} =
    facetsOf(study, references);
  const people = participantsOf(study);
  const or = (values: string[]): string[] => (values.length > 0 ? values : [NONE]);
  return {
    id: study.id,
    title: shortTitle(study, references),
    finding: study.bottom_line,
    ...(people ? {n: people.n} : {}),
    ...(people?.planned ? {planned: true as const} : {}),
    ...(people?.counting ? {counting: people.counting} : {}),
    ...(study.status === 'reported' ? {} : {status: STATUSES[study.status].label}),
    ...(year === undefined ? {} : {year}),
    values: {
      condition: conditions,
      drug: or(drugs),
      route: or(routes),
      comparator: or(comparators),
      design: [design],
      size: [size ?? NONE],
      year: [year === undefined ? NONE : YEAR_BANDS.find(({from}) => year >= from)!.value],
      certainty: [certainty ?? NONE],
    },
    groups: conditionGroups.map((group) => `any-${group}`),
  };
}

/** Choices in the order of the vocabulary, without those that no study has. */
function facet(id: FacetId, rows: readonly ExplorerRow[]): Facet {
  const {label, none, choices} = CHOICES[id];
  const used = new Set(
    rows.flatMap(({values, groups}) => [...values[id], ...(id === 'condition' ? groups : [])]),
  );
  const all = [...choices, {value: NONE, label: none}];
  return {
    id,
    label,
    choices: all
      .filter(({value}) => used.has(value))
      .map(({value, label: text, group}: Choice) => ({
        value,
        label: text,
        ...(group ? {group} : {}),
      })),
  };
}

function labeled(list: Record<string, {label: string}>): Choice[] {
  return Object.entries(list).map(([value, {label}]) => ({value, label}));
}
