/** The evidence that belongs to a page: its own edition's `_evidence`, or the draft's for posts. Read once per state of the files. */
import fs from 'node:fs';
import path from 'node:path';
import {formatReferences} from './format';
import {loadEvidence, type Evidence} from './load';
import {loadStudies, studiesDir, studyIds, type Studies} from './load-studies';

export interface FormattedEvidence extends Evidence {
  /** Vancouver text by citation key. */
  formatted: Map<string, string>;
}

/** Folder of docs that a file belongs to: `docs` or `versioned_docs/version-<edition>`; posts belong to the draft. */
export function docsDirOf(file: string, root: string): string {
  const relative = path.relative(root, file).split(path.sep);
  return relative[0] === 'versioned_docs' && relative[1]
    ? path.join(root, relative[0], relative[1])
    : path.join(root, 'docs');
}

const cache = new Map<string, {stamp: string; evidence: FormattedEvidence}>();

/** Evidence for a page or post, formatted. Reads the files again only when they have changed. */
export function evidenceFor(file: string, root: string): FormattedEvidence {
  const dir = path.join(docsDirOf(file, root), '_evidence');
  const stamp = stampOf(path.join(dir, 'references.yml'));
  const known = cache.get(dir);
  if (known?.stamp === stamp) {
    return known.evidence;
  }
  const evidence = loadEvidence(dir, root);
  const formatted = formatReferences([...evidence.references.values()]);
  const entry = {stamp, evidence: {...evidence, formatted}};
  cache.set(dir, entry);
  return entry.evidence;
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
  const studies = loadStudies(dir, root);
  studiesCache.set(dir, {stamp, studies});
  return studies;
}

function stampOf(file: string): string {
  const stat = fs.statSync(file, {throwIfNoEntry: false});
  return stat ? `${stat.mtimeMs}:${stat.size}` : 'missing';
}
