/**
 * What the pages and files of this plugin are made from: the studies and references of all editions, each as the newest
 * released edition has it (else the draft), and every place that cites them.
 */
import fs from 'node:fs';
import path from 'node:path';
import {readMatter} from '../../../evidence/matter';
import {citedKeys, citedPlaces, type CitedPlace} from '../../../evidence/back-links';
import {studyIds} from '../../../evidence/load-studies';
import {listPages, pagePath} from '../../../evidence/pages';
import type {Reference} from '../../../evidence/schemas';
import {
  dataIn,
  evidenceFor,
  statusOf,
  studiesFor,
  type FormattedEvidence,
} from '../../../evidence/store';
import type {Study} from '../../../evidence/studies';
import {useGroups} from '../../../evidence/uses';
import type {Term} from '../../../evidence/vocabulary';
import {loadFigure} from '../../../figures/load';
import {citedKeys as citedKeysOf, dataRefs} from '../../../lint/content';
import {editionDir, editionLabel, readEditions} from '../../../site/editions';

export interface CitingPage {
  /** `safety/monitoring`; of a post its address below /blog/. */
  slug: string;
  title: string;
  description: string;
  /** Address below the site's base, without a slash at its begin: `docs/safety/monitoring/`. */
  address: string;
  frontMatter: Record<string, unknown>;
  /** Folder of the page, with the name that the sidebar gives it; none for pages at the top and posts. */
  topic?: {id: string; label: string};
  places: CitedPlace[];
  /** Citation keys in order of first citation: the page's reference list. */
  keys: string[];
}

export interface EvidenceEdition {
  /** `2.0`; `next` is the draft. */
  edition: string;
  label: string;
  released?: string;
  isDraft: boolean;
  /** Address below the site's base: `docs/`, `docs/1.0/`, `docs/next/`. */
  address: string;
  evidence: FormattedEvidence;
  studies: Map<string, Study>;
  /** Terms of the vocabulary; none in an edition that lacks one. */
  terms: readonly Term[];
  pages: CitingPage[];
}

export interface StudyRecord {
  study: Study;
  /** The edition whose record it is. */
  edition: EvidenceEdition;
  /** A newer edition with studies no longer has it. */
  isGone: boolean;
}

export interface ReferenceRecord {
  reference: Reference;
  /** Vancouver. */
  text: string;
  edition: EvidenceEdition;
  isGone: boolean;
  citedBy: Citing[];
  /** Ids of the studies that it is a source of. */
  studies: string[];
}

/** A page or post that cites a source, with the sections in which it does. */
export interface Citing {
  kind: 'page' | 'post';
  page: CitingPage;
  /** The page is in the draft only. */
  isDraft: boolean;
  sections: NonNullable<CitedPlace['section']>[];
}

export interface EvidenceModel {
  /** Released editions, newest first, then the draft. */
  editions: EvidenceEdition[];
  posts: CitingPage[];
  /** By id, in order. */
  studies: Map<string, StudyRecord>;
  /** By key, in order. */
  references: Map<string, ReferenceRecord>;
  /** References of a study as its own edition has them, its primary publication first. */
  referencesOf(record: StudyRecord): Reference[];
  /** Pages of the latest edition and posts that cite one of the keys; for records of the draft its pages as well. */
  citing(keys: readonly string[], edition: EvidenceEdition): Citing[];
}

/** @param root absolute path of the repository */
export function loadModel(root: string): EvidenceModel {
  const editions = loadEditions(root);
  const posts = loadPosts(root);
  const citing = (keys: readonly string[], edition: EvidenceEdition): Citing[] =>
    citingPages(editions, posts, keys, edition);
  const studies = newestOf(editions, ({studies: own}) => own);
  const ofReference = new Map<string, string[]>();
  for (const {value: study} of studies.values()) {
    for (const key of study.refs) {
      ofReference.set(key, [...(ofReference.get(key) ?? []), study.id]);
    }
  }
  return {
    editions,
    posts,
    studies: new Map(
      [...studies].map(([id, {value, ...record}]) => [id, {study: value, ...record}]),
    ),
    references: new Map(
      [...newestOf(editions, ({evidence}) => evidence.references)].map(
        ([key, {value, edition, isGone}]) => [
          key,
          {
            reference: withNewestStatus(value, root),
            text: edition.evidence.formatted.get(key) ?? '',
            edition,
            isGone,
            citedBy: citing([key], edition),
            studies: ofReference.get(key) ?? [],
          },
        ],
      ),
    ),
    referencesOf: ({study, edition}) =>
      sourcesOf(study).flatMap((key) => {
        const reference = edition.evidence.references.get(key);
        return reference ? [withNewestStatus(reference, root)] : [];
      }),
    citing,
  };
}

/** What became of a source since comes from the newest record, as on the pages of every edition. */
function withNewestStatus(reference: Reference, root: string): Reference {
  return {...reference, status: statusOf(reference, root)};
}

/** Keys of all sources of a study: its publications, then those of single outcomes. */
export function sourcesOf({refs, outcomes = []}: Study): string[] {
  return [...new Set([...refs, ...outcomes.flatMap((outcome) => outcome.refs ?? [])])];
}

/**
 * Addresses of this plugin's pages below the site's base, for the sitemap. Reads no pages.
 * @param root absolute path of the repository
 */
export function evidenceAddresses(root: string): string[] {
  const dirs = editionDirs(root);
  const ids = new Set(dirs.flatMap((dir) => studyIds(path.join(dir, '_evidence'))));
  const letters = new Set(
    dirs.flatMap((dir) =>
      [...evidenceFor(path.join(dir, 'index.mdx'), root).references.keys()].map(letterOf),
    ),
  );
  return [
    BIBLIOGRAPHY,
    ...[...letters].sort().map(bibliographyPart),
    ...[...ids].sort().map(studyAddress),
  ];
}

/** Folders of all editions, newest first, the draft last. */
function editionDirs(root: string): string[] {
  return [
    ...readEditions(root).map(({edition}) => editionDir(root, edition)),
    path.join(root, 'docs'),
  ];
}

export const BIBLIOGRAPHY = 'bibliography/';
export const API = 'api/v1/';

export function studyAddress(id: string): string {
  return `studies/${id}/`;
}

/** References are shown in full on one page for each first letter of their keys. */
export function letterOf(key: string): string {
  return /^[a-z]/.test(key) ? key[0]! : '0-9';
}

export function bibliographyPart(letter: string): string {
  return `${BIBLIOGRAPHY}${letter}/`;
}

/** Address of a reference with all that is known of it. */
export function referenceAddress(key: string): string {
  return `${bibliographyPart(letterOf(key))}#${key}`;
}

function loadEditions(root: string): EvidenceEdition[] {
  const released = readEditions(root);
  const [latest] = released;
  return [
    ...released.map((edition) => ({
      edition: edition.edition,
      label: `Edition ${editionLabel(edition)}`,
      released: edition.released,
      isDraft: false,
      address: edition === latest ? 'docs/' : `docs/${edition.edition}/`,
      dir: editionDir(root, edition.edition),
    })),
    {
      edition: 'next',
      label: latest ? 'Next edition (draft)' : 'Draft',
      isDraft: true,
      address: latest ? 'docs/next/' : 'docs/',
      dir: path.join(root, 'docs'),
    },
  ].map(({dir, ...edition}) => ({
    ...edition,
    // Any file of the edition: its folder is what counts.
    evidence: evidenceFor(path.join(dir, 'index.mdx'), root),
    studies: studiesFor(path.join(dir, 'index.mdx'), root).byId,
    terms: dataIn(path.join(dir, '_evidence'), root).vocabulary.value ?? [],
    pages: loadPages(dir, root, edition.address),
  }));
}

function loadPages(docsDir: string, root: string, address: string): CitingPage[] {
  const keysOf = componentKeys(path.join(docsDir, '_evidence'), root);
  const labels = new Map<string, string>();
  return listPages(docsDir).map(({slug, title, description, frontMatter, file}) => {
    const folder = slug.includes('/') ? slug.split('/')[0]! : undefined;
    if (folder !== undefined && !labels.has(folder)) {
      labels.set(folder, folderLabel(docsDir, folder));
    }
    const places = citedPlaces(fs.readFileSync(file, 'utf8'), keysOf);
    return {
      slug,
      title,
      description,
      address: `${address}${pagePath(slug)}`,
      frontMatter,
      ...(folder === undefined ? {} : {topic: {id: folder, label: labels.get(folder)!}}),
      places,
      keys: citedKeys(places),
    };
  });
}

/** What the sidebar calls a folder. */
function folderLabel(docsDir: string, folder: string): string {
  const file = path.join(docsDir, folder, '_category_.yml');
  const label = fs.existsSync(file)
    ? /^label: *['"]?(?<label>.*?)['"]? *$/m.exec(fs.readFileSync(file, 'utf8'))?.groups?.label
    : undefined;
  return label ?? folder;
}

function loadPosts(root: string): CitingPage[] {
  const dir = path.join(root, 'blog');
  const keysOf = componentKeys(path.join(root, 'docs', '_evidence'), root);
  return (fs.existsSync(dir) ? fs.readdirSync(dir) : [])
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .reverse()
    .map((name) => {
      const source = fs.readFileSync(path.join(dir, name), 'utf8');
      const {data} = readMatter(source);
      // Where a post has no slug, Docusaurus makes its address of the day and the name of the file.
      const slug = String(
        data.slug ?? name.replace(/^(\d{4})-(\d{2})-(\d{2})-/, '$1/$2/$3/').replace('.mdx', ''),
      );
      const places = citedPlaces(source, keysOf);
      return {
        slug,
        title: String(data.title ?? slug),
        description: String(data.description ?? ''),
        address: `blog/${slug.replace(/^\//, '')}/`,
        frontMatter: data,
        places,
        keys: citedKeys(places),
      };
    });
}

/** Keys that components show from data files: the sources of `<Figure id="x" />`, of blocks, of the map of uses. */
export function componentKeys(
  evidenceDir: string,
  root: string,
): (component: string, id: string | undefined) => string[] {
  const {regulation, timeline, vocabulary} = dataIn(evidenceDir, root);
  return (component, id) => {
    switch (component) {
      case 'Figure': {
        // A forest's rows name studies, whose sources are found with its results.
        const {figure, forest} = loadFigure(id ?? '', evidenceDir, root);
        return [...dataRefs(figure), ...dataRefs(forest)];
      }
      case 'RegulationTable':
        return (regulation.value ?? []).flatMap(({cells}) =>
          Object.entries(cells).flatMap(([name, {refs}]) =>
            id === undefined || id === name ? (refs ?? []) : [],
          ),
        );
      case 'Timeline':
        return dataRefs(timeline.value);
      case 'Glossary':
        return (vocabulary.value ?? []).flatMap(({definition}) => citedKeysOf(definition));
      case 'EvidenceMap': {
        const docsDir = path.dirname(evidenceDir);
        return useGroups(listPages(docsDir), docsDir).flatMap(({main, parts}) =>
          [main, ...parts].flatMap(({sources}) => citedKeysOf(sources ?? '')),
        );
      }
      default:
        return [];
    }
  };
}

function newestOf<T>(
  editions: readonly EvidenceEdition[],
  records: (edition: EvidenceEdition) => ReadonlyMap<string, T>,
): Map<string, {value: T; edition: EvidenceEdition; isGone: boolean}> {
  // An edition of a time before there were such records has not dropped any.
  const withRecords = editions.filter((edition) => records(edition).size > 0);
  const found = new Map<string, {value: T; edition: EvidenceEdition; isGone: boolean}>();
  for (const edition of withRecords) {
    for (const [id, value] of records(edition)) {
      if (!found.has(id)) {
        found.set(id, {value, edition, isGone: edition !== withRecords[0] && !edition.isDraft});
      }
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function citingPages(
  editions: readonly EvidenceEdition[],
  posts: readonly CitingPage[],
  keys: readonly string[],
  {isDraft}: EvidenceEdition,
): Citing[] {
  const [latest] = editions;
  const draft = editions.at(-1)!;
  const inPages = (pages: readonly CitingPage[], kind: Citing['kind'], ofDraft: boolean) =>
    pages.flatMap((page): Citing[] => {
      if (!keys.some((key) => page.keys.includes(key))) {
        return [];
      }
      const sections = new Map(
        page.places.flatMap(({key, section}) =>
          section && keys.includes(key) ? [[section.id, section]] : [],
        ),
      );
      return [{kind, page, isDraft: ofDraft, sections: [...sections.values()]}];
    });
  const released = latest && latest !== draft ? inPages(latest.pages, 'page', false) : [];
  const drafted =
    isDraft || latest === draft
      ? inPages(draft.pages, 'page', latest !== draft).filter(
          ({page}) => !released.some((other) => other.page.slug === page.slug),
        )
      : [];
  return [...released, ...drafted, ...inPages(posts, 'post', false)];
}
