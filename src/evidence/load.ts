/** Loads docs/_evidence of one edition. Gathers all problems; reads nothing outside the folder. */
import fs from 'node:fs';
import path from 'node:path';
import {sortEdit} from '../lint/edits';
import type {Problem} from '../lint/problem';
import {readText} from './read-text';
import {referencesSchema, type Reference} from './schemas';
import {parseYaml} from './yaml';

export interface Evidence {
  /** Absolute path of the `_evidence` folder. */
  dir: string;
  /** By citation key. */
  references: Map<string, Reference>;
  /** Place of each reference's record, for messages. */
  referencePlaces: Map<string, {file: string; line: number; column: number}>;
  problems: Problem[];
  /** Absolute paths of the files read: whoever caches a result depends on these. */
  files: string[];
}

/**
 * @param dir absolute path of an `_evidence` folder
 * @param root repository root, for the paths in problems
 */
export function loadEvidence(dir: string, root: string): Evidence {
  const absolute = path.join(dir, 'references.yml');
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const evidence: Evidence = {
    dir,
    references: new Map(),
    referencePlaces: new Map(),
    problems: [],
    files: [absolute],
  };
  if (!fs.lstatSync(absolute, {throwIfNoEntry: false})) {
    evidence.problems.push({
      file,
      line: 1,
      column: 1,
      rule: 'references/missing-file',
      found: 'no such file',
      expected: 'the list of references of this edition',
      fix: 'restore it from version control',
    });
    return evidence;
  }
  const {text, readable, problems} = readText(absolute, file);
  evidence.problems.push(...problems);
  if (!readable) {
    return evidence;
  }
  const yaml = parseYaml(text, file, referencesSchema, {rule: 'references'});
  evidence.problems.push(...yaml.problems);
  let previous = '';
  let sorted = false;
  for (const [index, reference] of (yaml.value ?? []).entries()) {
    const place = {file, ...yaml.at([index, 'id'])};
    if (evidence.references.has(reference.id)) {
      const first = evidence.referencePlaces.get(reference.id);
      evidence.problems.push({
        ...place,
        rule: 'references/duplicate',
        found: reference.id,
        expected: 'each key once',
        fix: `join it with the record at line ${first?.line}`,
      });
      continue;
    }
    if (reference.id < previous) {
      evidence.problems.push({
        ...place,
        rule: 'references/order',
        found: `${reference.id} after ${previous}`,
        expected: 'records sorted by id',
        fix: `move ${reference.id} before ${previous}`,
        // One edit sorts all.
        ...(sorted ? {} : sortEdit(text, 'id')),
      });
    }
    sorted ||= reference.id < previous;
    previous = reference.id;
    evidence.references.set(reference.id, reference);
    evidence.referencePlaces.set(reference.id, place);
  }
  return evidence;
}
