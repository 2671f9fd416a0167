/** The page of a study: what was done, to whom, arms, results, harms, limits, sources, and who cites it. */
import {createElement as h, Fragment, type ReactNode} from 'react';
import {errorHref, sourceHref} from '../../../site/report-links';
import {VERIFIED_LABELS} from '../../../evidence/format';
import {
  computedDifference,
  reportedText,
  resultTable,
  scaleText,
  upperFirst,
} from '../../../evidence/study-results';
import {drugLabel, participantsOf, registryLink, shortTitle} from '../../../evidence/study-summary';
import {countryName, RELATIONS, type Outcome, type Study} from '../../../evidence/studies';
import {BLINDING, CONDITIONS, DESIGNS, ROUTES, STATUSES} from '../../../evidence/study-vocabulary';
import {
  bulletList,
  citingList,
  downloads,
  editionNote,
  facts,
  heading,
  links,
  present,
  referenceFiles,
  source,
  table,
} from './markup';
import {API, referenceAddress, studyAddress, type EvidenceModel, type StudyRecord} from './model';
import type {StaticPage} from './shell';

export interface StudyPageOptions {
  model: EvidenceModel;
  /** Origin without slash at its end. */
  url: string;
  baseUrl: string;
  /** Address of the repository, where it is known. */
  repository?: string | undefined;
  /** Address of the table of all studies, where there is one. */
  explorer?: string;
}

/** `KADS (Loo 2023)`: the name of a study in the edition that its record is from. */
export function studyTitle({study, edition}: StudyRecord): string {
  return shortTitle(study, edition.evidence.references);
}

export function studyPage(record: StudyRecord, options: StudyPageOptions): StaticPage {
  const {study, edition, isGone} = record;
  const {model, baseUrl, explorer} = options;
  const title = studyTitle(record);
  const citing = model.citing(study.refs, edition);
  const {outcomes = [], arms = [], limits = []} = study;
  return {
    address: studyAddress(study.id),
    title: `${title}: arms and results`,
    description: study.bottom_line,
    breadcrumbs: [
      {label: 'Home', address: ''},
      {label: 'Studies', ...(explorer === undefined ? {} : {address: explorer})},
      {label: title},
    ],
    body: h(
      Fragment,
      null,
      h('h1', null, title),
      h('p', {className: 'kb-lead'}, study.bottom_line),
      editionNote(edition, isGone, 'This record'),
      overview(study),
      ...(arms.length > 0 ? [heading(2, 'arms', 'Arms'), armsTable(study)] : []),
      heading(2, 'results', 'Results'),
      ...(outcomes.length > 0
        ? outcomes.flatMap((outcome) => outcomeSection(record, outcome, baseUrl))
        : [h('p', null, noResults(study))]),
      heading(2, 'harms', 'Harms'),
      h('p', null, study.safety ?? 'The record has no summary of harms.'),
      ...(limits.length > 0 || study.note
        ? [
            heading(2, 'limits', 'Limits and notes'),
            bulletList([...limits, ...present(study.note)]),
          ]
        : []),
      ...relatedSection(record, model, baseUrl),
      heading(2, 'sources', 'Sources'),
      bulletList(
        model
          .referencesOf(record)
          .map((reference) =>
            h(
              Fragment,
              null,
              source(reference, edition.evidence.formatted.get(reference.id) ?? ''),
              ' ',
              h('a', {href: baseUrl + referenceAddress(reference.id)}, 'Who cites it'),
            ),
          ),
      ),
      heading(2, 'cited-on', 'Cited on'),
      citing.length > 0
        ? citingList(citing, baseUrl)
        : h('p', null, 'No page or post cites this study yet.'),
      heading(2, 'take-away', 'Take it away'),
      downloads([
        {label: 'results as CSV', href: `${baseUrl}${studyAddress(study.id)}results.csv`},
        {label: 'record as JSON', href: `${baseUrl}${API}studies/${study.id}.json`},
        ...referenceFiles(`${baseUrl}${studyAddress(study.id)}`).map(({label, href}) => ({
          label: `sources as ${label}`,
          href,
        })),
      ]),
      h('p', {className: 'kb-links theme-edit-this-page'}, waysToMend(record, options)),
    ),
  };
}

/** Its source and the form for an error; how to contribute, where the repository is not known. */
function waysToMend(
  {study, edition}: StudyRecord,
  {url, baseUrl, repository}: StudyPageOptions,
): ReactNode {
  const dir = edition.isDraft ? 'docs' : `versioned_docs/version-${edition.edition}`;
  const file = `${dir}/_evidence/studies/${study.id}.yml`;
  const contribute = `${baseUrl}docs/about/contribute/`;
  return links([
    {
      label: 'Suggest a change to this record',
      href: repository ? sourceHref(repository, file) : contribute,
    },
    {
      label: 'Report an error',
      href: repository
        ? errorHref(repository, {file, address: url + baseUrl + studyAddress(study.id)})
        : `${contribute}#report-an-error`,
    },
  ]);
}

function noResults({status}: Study): string {
  return status === 'reported'
    ? 'No figures were recorded.'
    : status === 'ongoing'
      ? 'The study is under way; it has no results yet.'
      : 'No results were found.';
}

function overview(study: Study): ReactNode {
  const people = participantsOf(study);
  return facts(
    ['Design', `${DESIGNS[study.design].label}. ${study.design_details}`],
    ['Masking', study.blinding && BLINDING[study.blinding].label],
    [
      study.conditions.length > 1 ? 'Conditions' : 'Condition',
      study.conditions.map((condition) => CONDITIONS[condition].label).join(', '),
    ],
    ['Who took part', study.population],
    [
      people?.counting ? 'Size' : 'Participants',
      people &&
        `${people.n.toLocaleString('en-US')}${people.planned ? ' planned' : ''}${people.counting ? ` (${people.counting})` : ''}`,
    ],
    ['Studies in it', study.studies?.toLocaleString('en-US')],
    ['Where', study.countries?.map((code) => countryName(code) ?? code).join(', ')],
    [
      'When',
      study.started || study.ended
        ? present(
            study.started && `from ${study.started}`,
            study.ended && `to ${study.ended}`,
          ).join(' ')
        : undefined,
    ],
    ['Status', study.status === 'reported' ? undefined : STATUSES[study.status].label],
    ['Registered', study.registry && h(Fragment, null, ...study.registry.map(registryEntry))],
    ['Funding', study.funding ?? 'Not recorded'],
    [
      'Certainty',
      study.certainty &&
        `${upperFirst(study.certainty.replace('-', ' '))}: our judgement, after GRADE, of the study’s main finding`,
    ],
    ['Checked', checked(study.verified, study.verified_at)],
  );
}

function registryEntry(id: string, i: number): ReactNode {
  const link = registryLink(id);
  return h(
    Fragment,
    null,
    i > 0 && ', ',
    link?.href ? h('a', {href: link.href, rel: 'noopener'}, id) : id,
    link && ` (${link.registry})`,
  );
}

/** How a figure was checked, with a link to where. */
function checked(verified: Study['verified'], at: string | undefined): ReactNode {
  return h(
    Fragment,
    null,
    VERIFIED_LABELS[verified],
    at && h(Fragment, null, ' (', h('a', {href: at, rel: 'noopener'}, 'where'), ')'),
  );
}

function armsTable(study: Study): ReactNode {
  const {arms = []} = study;
  const columns: {name: string; cell(arm: (typeof arms)[number]): string | undefined}[] = [
    {name: 'Arm', cell: ({label}) => label},
    {name: 'Role', cell: ({role}) => role},
    {name: 'Drug', cell: drugLabel},
    {name: 'Route', cell: ({route}) => route && ROUTES[route].label},
    {name: 'Dose', cell: ({dose}) => dose},
    {name: 'Schedule', cell: ({schedule}) => schedule},
    {name: 'With', cell: (arm) => arm.with},
    {name: 'People', cell: ({n}) => n?.toLocaleString('en-US')},
  ];
  const shown = columns.filter(({cell}) => arms.some((arm) => cell(arm) !== undefined));
  return h(
    Fragment,
    null,
    table(
      'Arms',
      shown.map(({name}) => name),
      arms.map((arm) => shown.map(({cell}) => cell(arm) ?? '')),
    ),
    study.arms_share_people && h('p', null, 'The same people are in several of these arms.'),
  );
}

function outcomeSection(
  {study, edition}: StudyRecord,
  outcome: Outcome,
  baseUrl: string,
): ReactNode[] {
  const results = resultTable(study, outcome);
  const reported = reportedText(study, outcome);
  const computed = computedDifference(study, outcome);
  const at = outcome.verified_at;
  const title = `${outcome.name}${outcome.time ? `, ${outcome.time}` : ''}`;
  return [
    heading(3, `outcome-${outcome.id}`, title),
    h(
      'p',
      {className: 'kb-muted'},
      present(
        outcome.primary && 'Primary outcome',
        scaleText(outcome),
        outcome.studies && `${outcome.studies.toLocaleString('en-US')} studies pooled`,
        outcome.participants && `${outcome.participants.toLocaleString('en-US')} participants`,
      ).join('. '),
    ),
    outcome.type === 'narrative' && h('p', null, outcome.text),
    results && table(title, results.columns, results.rows),
    reported && h('p', null, `${reported}.`),
    computed &&
      h(
        'p',
        null,
        `${computed.text}. `,
        h(
          'span',
          {className: 'kb-muted'},
          `Our calculation${computed.assumptions.length > 0 ? `: ${computed.assumptions.join('; ')}` : ''}.`,
        ),
      ),
    h(
      'p',
      {className: 'kb-muted'},
      ...(outcome.type === 'dichotomous' && outcome.derived
        ? ['Counts worked out from printed percentages and group sizes. ']
        : []),
      outcome.note && `${outcome.note} `,
      'Checked: ',
      checked(outcome.verified, at),
      '. ',
      outcome.refs &&
        h(
          Fragment,
          null,
          'Source: ',
          links(
            outcome.refs
              .filter((key) => edition.evidence.references.has(key))
              .map((key) => ({label: key, href: baseUrl + referenceAddress(key)})),
          ),
          '.',
        ),
    ),
  ];
}

function relatedSection({study}: StudyRecord, model: EvidenceModel, baseUrl: string): ReactNode[] {
  const entry = (id: string, words: string): ReactNode[] => {
    const other = model.studies.get(id);
    return other
      ? [
          h(
            Fragment,
            null,
            `${words} `,
            h('a', {href: baseUrl + studyAddress(id)}, studyTitle(other)),
            '.',
          ),
        ]
      : [];
  };
  const items = [
    ...(study.related ?? []).flatMap(({study: id, how}) => entry(id, `It ${RELATIONS[how]}`)),
    ...[...model.studies.values()].flatMap(({study: other}) =>
      (other.related ?? [])
        .filter(({study: id}) => id === study.id)
        .flatMap(({how}) => entry(other.id, INVERSE[how])),
    ),
  ];
  return items.length > 0
    ? [
        heading(2, 'related', 'Related studies'),
        h('p', null, 'Studies that share people or a registration must not be added up.'),
        bulletList(items),
      ]
    : [];
}

/** The same relations, seen from the study that is named. */
const INVERSE: Record<keyof typeof RELATIONS, string> = {
  pools: 'Its participants are pooled in',
  'secondary-analysis-of': 'A secondary analysis of it is',
  'extension-of': 'Its participants are followed further in',
  'overlaps-with': 'It shares participants with',
  'same-registration': 'It has its registration in common with',
  'same-publication': 'It is reported in the same paper as',
};
