/**
 * The bibliography: an index of all sources that a script can filter, and one page for each first letter with all that
 * is known of each source. One page with everything would be more than a megabyte.
 */
import {createElement as h, Fragment, type ReactNode} from 'react';
import {KIND_LABELS, referenceLinks} from '../../../evidence/format';
import {shortTitle} from '../../../evidence/study-summary';
import {citingList, downloads, editionNote, heading, referenceFiles, source} from './markup';
import {
  BIBLIOGRAPHY,
  bibliographyPart,
  letterOf,
  referenceAddress,
  studyAddress,
  type EvidenceModel,
  type ReferenceRecord,
} from './model';
import type {StaticPage} from './shell';

interface Options {
  model: EvidenceModel;
  baseUrl: string;
}

/** Topics of a source: folders of the pages that cite it, by id with label. */
export function topicsOf({citedBy}: ReferenceRecord): Map<string, string> {
  return new Map(
    citedBy.flatMap(({page}) => (page.topic ? [[page.topic.id, page.topic.label] as const] : [])),
  );
}

export function bibliographyPages({model, baseUrl}: Options): StaticPage[] {
  const letters = new Map<string, ReferenceRecord[]>();
  for (const [key, record] of model.references) {
    const letter = letterOf(key);
    letters.set(letter, [...(letters.get(letter) ?? []), record]);
  }
  return [
    indexPage(letters, model, baseUrl),
    ...[...letters].map(([letter, records]) =>
      letterPage(letter, [...letters.keys()], records, model, baseUrl),
    ),
  ];
}

function indexPage(
  letters: ReadonlyMap<string, ReferenceRecord[]>,
  {references}: EvidenceModel,
  baseUrl: string,
): StaticPage {
  const records = [...references.values()];
  return {
    address: BIBLIOGRAPHY,
    usesScript: true,
    title: 'Bibliography',
    description: `All ${references.size.toLocaleString('en-US')} sources of the pages, posts and studies, by kind and topic, with files for reference managers.`,
    breadcrumbs: [{label: 'Home', address: ''}, {label: 'Bibliography'}],
    body: h(
      Fragment,
      null,
      h('h1', null, 'Bibliography'),
      h(
        'p',
        {className: 'kb-lead'},
        `All ${references.size.toLocaleString('en-US')} sources of the pages, posts and studies. The key before a source leads to its links, how it was checked, and every place that cites it.`,
      ),
      downloads(referenceFiles(baseUrl + BIBLIOGRAPHY)),
      filterForm(records),
      letterNav([...letters.keys()], (letter) => `#letter-${letter}`),
      ...[...letters].map(([letter, own]) =>
        h(
          'section',
          {'data-letter': true},
          h('h2', {id: `letter-${letter}`}, letter.toUpperCase()),
          h('ul', {className: 'kb-index'}, ...own.map((record) => indexEntry(record, baseUrl))),
        ),
      ),
    ),
  };
}

/** Words of kind and topic stand in the entry, so that a reader without script can search the page for them. */
function indexEntry(record: ReferenceRecord, baseUrl: string): ReactNode {
  const {reference, text} = record;
  const topics = topicsOf(record);
  return h(
    'li',
    {
      id: reference.id,
      'data-kind': reference.kind,
      ...(topics.size > 0 ? {'data-topics': [...topics.keys()].join(' ')} : {}),
    },
    h('a', {href: baseUrl + referenceAddress(reference.id)}, reference.id),
    ` ${text} `,
    h('i', null, [KIND_LABELS[reference.kind], ...topics.values()].join(', ')),
  );
}

/** Hidden until the script shows it: without it the whole list is there. */
function filterForm(records: readonly ReferenceRecord[]): ReactNode {
  // Where editions call a folder differently, the newest one names it.
  const released = [...records].sort(
    (a, b) => Number(a.edition.isDraft) - Number(b.edition.isDraft),
  );
  const topics = new Map(released.flatMap((record) => [...topicsOf(record)]).reverse());
  const kinds = [...new Set(records.map(({reference}) => reference.kind))];
  return h(
    'form',
    {className: 'kb-filter', role: 'search', 'aria-label': 'Filter the bibliography', hidden: true},
    select(
      'kind',
      'Kind',
      'All kinds',
      kinds.map((kind): [string, string] => [kind, KIND_LABELS[kind]]),
    ),
    select('topic', 'Topic', 'All topics', [...topics]),
    h('label', null, 'Words', h('input', {type: 'search', name: 'q', autoComplete: 'off'})),
    h('p', {role: 'status'}),
  );
}

function select(
  name: string,
  label: string,
  all: string,
  options: readonly (readonly [string, string])[],
): ReactNode {
  return h(
    'label',
    null,
    label,
    h(
      'select',
      {name},
      h('option', {value: ''}, all),
      ...[...options]
        .sort(([, a], [, b]) => a.localeCompare(b, 'en'))
        .map(([value, text]) => h('option', {value}, text)),
    ),
  );
}

function letterPage(
  letter: string,
  letters: readonly string[],
  records: readonly ReferenceRecord[],
  model: EvidenceModel,
  baseUrl: string,
): StaticPage {
  const name = letter.toUpperCase();
  return {
    address: bibliographyPart(letter),
    title: `Bibliography, ${name}`,
    description: `Sources whose key begins with ${name}: links, how each was checked, and the pages, posts and studies that cite it.`,
    breadcrumbs: [
      {label: 'Home', address: ''},
      {label: 'Bibliography', address: BIBLIOGRAPHY},
      {label: name},
    ],
    body: h(
      Fragment,
      null,
      h('h1', null, `Bibliography, ${name}`),
      letterNav(letters, (other) => baseUrl + bibliographyPart(other), letter),
      ...records.flatMap((record) => entry(record, model, baseUrl)),
    ),
  };
}

function entry(
  {reference, text, edition, isGone, citedBy, studies}: ReferenceRecord,
  model: EvidenceModel,
  baseUrl: string,
): ReactNode[] {
  const seen = reference.verified_at;
  const addresses = referenceLinks(reference).map(({href}) => href);
  return [
    heading(2, reference.id, reference.id),
    h(
      'p',
      null,
      source(reference, text),
      seen &&
        /^https?:/.test(seen) &&
        !addresses.includes(seen) &&
        h(Fragment, null, ' (', h('a', {href: seen, rel: 'noopener'}, 'where'), ')'),
    ),
    (isGone || edition.isDraft) && editionNote(edition, isGone, 'This source'),
    studies.length > 0 &&
      h(
        'p',
        null,
        'Arms and numbers: ',
        ...studies.map((id, i) => {
          const {study, edition: own} = model.studies.get(id)!;
          return h(
            Fragment,
            null,
            i > 0 && ', ',
            h('a', {href: baseUrl + studyAddress(id)}, shortTitle(study, own.evidence.references)),
          );
        }),
      ),
    citedBy.length > 0
      ? h(Fragment, null, h('p', null, 'Cited on:'), citingList(citedBy, baseUrl))
      : studies.length === 0 && h('p', null, 'No page or post cites it yet.'),
  ];
}

function letterNav(
  letters: readonly string[],
  href: (letter: string) => string,
  current?: string,
): ReactNode {
  return h(
    'nav',
    {className: 'kb-letters', 'aria-label': 'Letters'},
    ...letters.map((letter) =>
      h(
        'a',
        {href: href(letter), ...(letter === current ? {'aria-current': 'page' as const} : {})},
        letter.toUpperCase(),
      ),
    ),
  );
}
