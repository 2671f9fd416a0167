/** The evidence that belongs to a page: its own edition's `_evidence`, or the draft's for posts. Read once per state of the files. */
import fs from 'node:fs';
import path from 'node:path';
import {formatReferences} from './format';
import {loadEvidence, type Evidence} from './load';
import type {Reference, ReferenceStatus} from './schemas';

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
