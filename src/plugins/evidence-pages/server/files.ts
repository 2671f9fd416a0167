/** Everything that this plugin writes, as text by address: the pages of studies, the bibliography, and files to take away. */
import {
  exportReferences,
  REFERENCE_FORMATS,
  type ReferenceFormat,
} from '../../../evidence/export-references';
import {resultsCsv, studiesCsv} from '../../../evidence/export-studies';
import type {Reference} from '../../../evidence/schemas';
import {apiFiles} from './api';
import {bibliographyPages} from './bibliography-page';
import {
  API,
  BIBLIOGRAPHY,
  studyAddress,
  type CitingPage,
  type EvidenceEdition,
  type EvidenceModel,
} from './model';
import type {StaticPage} from './shell';
import {studyPage} from './study-page';

export interface FilesOptions {
  model: EvidenceModel;
  /** Origin without slash at its end. */
  url: string;
  baseUrl: string;
  siteTitle: string;
  /** Address of the repository, where it is known. */
  repository?: string | undefined;
  /** Address of the table of all studies, where there is one. */
  explorer?: string;
}

/** Pages that still need their frame. */
export function evidencePages(options: FilesOptions): StaticPage[] {
  return [
    ...[...options.model.studies.values()].map((record) => studyPage(record, options)),
    ...bibliographyPages(options),
  ];
}

/** Files to take away. */
export function evidenceFiles(options: FilesOptions): Map<string, string> {
  const {model, url, baseUrl} = options;
  const {studies, references, editions, posts} = model;
  const records = [...studies.values()];
  const draft = editions.at(-1)!;
  const primary = new Map(
    records.flatMap(({study, edition}) =>
      study.refs.flatMap((key) => {
        const reference = edition.evidence.references.get(key);
        return reference ? [[key, reference] as const] : [];
      }),
    ),
  );
  return new Map([
    ...apiFiles({...options, site: url + baseUrl}),
    [
      `${API}studies.csv`,
      studiesCsv(
        records.map(({study}) => study),
        primary,
      ),
    ],
    [`${API}results.csv`, resultsCsv(records.map(({study}) => study))],
    ...referenceFilesIn(
      BIBLIOGRAPHY,
      [...references.values()].map(({reference}) => reference),
    ),
    ...records.flatMap((record) => [
      [`${studyAddress(record.study.id)}results.csv`, resultsCsv([record.study])] as const,
      ...referenceFilesIn(studyAddress(record.study.id), model.referencesOf(record)),
    ]),
    ...editions.flatMap((edition) =>
      edition.pages.flatMap((page) => pageFiles(page, edition, editions)),
    ),
    ...posts.flatMap((post) => pageFiles(post, draft, editions)),
  ]);
}

/**
 * References of a page beside it: `docs/safety/monitoring/references.bib`. Of the latest edition also at its pinned
 * address, where they stay when a newer edition takes `docs/`.
 */
function pageFiles(
  {address, keys}: CitingPage,
  edition: EvidenceEdition,
  [latest]: readonly EvidenceEdition[],
): [string, string][] {
  if (keys.length === 0) {
    return [];
  }
  const references = keys.flatMap((key) => edition.evidence.references.get(key) ?? []);
  const folders =
    edition === latest && !edition.isDraft && address.startsWith(edition.address)
      ? [address, address.replace(edition.address, `docs/${edition.edition}/`)]
      : [address];
  return folders.flatMap((folder) => referenceFilesIn(folder, references));
}

function referenceFilesIn(folder: string, references: readonly Reference[]): [string, string][] {
  return (Object.keys(REFERENCE_FORMATS) as ReferenceFormat[]).map((format) => [
    `${folder}references.${format}`,
    exportReferences(references, format),
  ]);
}
