/** What belongs to a page: the data of its own edition, or of the draft for posts. Read once per state of the files. */
import fs from 'node:fs';
import path from 'node:path';
import type {DataFile} from './data-file';
import {formatReferences} from './format';
import {loadEvidence, type Evidence} from './load';
import {loadStudies, readStudy, studiesDir, studyIds, type Studies} from './load-studies';
import {loadRegulation, type Jurisdiction} from './regulation';
import {loadTimeline, type TimelineEvent} from './timeline';
import {loadVocabulary, type Term} from './vocabulary';
import type {Reference, ReferenceStatus} from './schemas';

export interface FormattedEvidence extends Evidence {
  /** Vancouver text by citation key. */
  formatted: Map<string, string>;
}

/** Data that pages show as blocks. An edition may lack any of it. */
export interface EditionData {
  regulation: DataFile<Jurisdiction[]>;
  timeline: DataFile<TimelineEvent[]>;
  vocabulary: DataFile<Term[]>;
}

/** Folder of docs that a file belongs to: `docs` or `versioned_docs/version-<edition>`; posts belong to the draft. */
export function docsDirOf(file: string, root: string): string {
  const relative = path.relative(root, file).split(path.sep);
  return relative[0] === 'versioned_docs' && relative[1]
    ? path.join(root, relative[0], relative[1])
    : path.join(root, 'docs');
}

/** Evidence for a page or post, formatted. Reads the files again only when they have changed. */
export function evidenceFor(file: string, root: string): FormattedEvidence {
  const dir = path.join(docsDirOf(file, root), '_evidence');
  return remember(path.join(dir, 'references.yml'), () => {
    const evidence = loadEvidence(dir, root);
    return {...evidence, formatted: formatAnew([...evidence.references.values()])};
  });
}

/** Text of a reference by its record: after a change of one record the others keep theirs, as formatting takes long. */
const texts = new Map<string, string>();

function formatAnew(references: readonly Reference[]): Map<string, string> {
  const records = new Map(references.map((reference) => [reference.id, JSON.stringify(reference)]));
  const fresh = references.filter(({id}) => !texts.has(records.get(id)!));
  for (const [id, text] of formatReferences(fresh)) {
    texts.set(records.get(id)!, text);
  }
  return new Map([...records].map(([id, record]) => [id, texts.get(record)!]));
}

/** Data for the blocks of a page. Reads the files again only when they have changed. */
export function dataFor(file: string, root: string): EditionData {
  return dataIn(path.join(docsDirOf(file, root), '_evidence'), root);
}

/**
 * The same for an `_evidence` folder.
 * @param root repository root, for the paths in problems
 */
export function dataIn(dir: string, root: string): EditionData {
  const read = <T>(name: string, load: (dir: string, root: string) => T): T =>
    remember(path.join(dir, name), () => load(dir, root));
  return {
    regulation: read('regulation.yml', loadRegulation),
    timeline: read('timeline.yml', loadTimeline),
    vocabulary: read('vocabulary.yml', loadVocabulary),
  };
}

const cache = new Map<string, {stamp: string; value: unknown}>();

/** What was made of a file, until the file changes. */
function remember<T>(file: string, make: () => T): T {
  const stamp = stampOf(file);
  const known = cache.get(file);
  if (known?.stamp === stamp) {
    return known.value as T;
  }
  const value = make();
  cache.set(file, {stamp, value});
  return value;
}

const studiesCache = new Map<string, {stamp: string; studies: Studies}>();

/** Studies of the edition that a page or post belongs to. Reads the files again only when one of them has changed. */
export function studiesFor(file: string, root: string): Studies {
  const dir = path.join(docsDirOf(file, root), '_evidence');
  const stamp = studyIds(dir)
    .map((id) => `${id}:${stampOf(path.join(studiesDir(dir), `${id}.yml`))}`)
    .join(' ');
  const known = studiesCache.get(dir);
  if (known?.stamp === stamp) {
    return known.studies;
  }
  const studies = loadStudies(dir, root, (absolute, shown) =>
    remember(absolute, () => readStudy(absolute, shown)),
  );
  studiesCache.set(dir, {stamp, studies});
  return studies;
}

/**
 * What became of a source, from the newest record of it, which is the draft's: a retraction reaches the pages of every
 * edition, whatever their own references say. A record that has a new key in the draft is found by its DOI or PubMed id.
 */
export function statusOf(reference: Reference, root: string): ReferenceStatus | undefined {
  const {references} = evidenceFor(path.join(root, 'docs', 'any.mdx'), root);
  const newest =
    references.get(reference.id) ??
    [...references.values()].find(
      ({DOI, PMID}) =>
        (DOI !== undefined && DOI === reference.DOI) ||
        (PMID !== undefined && PMID === reference.PMID),
    ) ??
    reference;
  return newest.status;
}

function stampOf(file: string): string {
  const stat = fs.statSync(file, {throwIfNoEntry: false});
  return stat ? `${stat.mtimeMs}:${stat.size}` : 'missing';
}
