/** Loads docs/_evidence/studies of one edition. An edition without that folder has no studies, and no problem. */
import fs from 'node:fs';
import path from 'node:path';
import type {Problem} from '../lint/problem';
import {readText} from './read-text';
import {studySchema, type Study} from './studies';
import {parseYaml, type Position, type YamlFile, type YamlPath} from './yaml';

export interface Studies {
  /** Studies without problems, by id, in the order of their ids. */
  byId: Map<string, Study>;
  /** Ids of all files, also of those that could not be read. */
  ids: string[];
  /** Place of a field of a study, for messages. */
  place(id: string, field: YamlPath): Position & {file: string};
  /** Citation keys in files with a problem, read off the text: a broken record still cites its sources. */
  looseRefs: string[];
  problems: Problem[];
}

/** Ids of the studies of an edition, from the names of their files. */
export function studyIds(evidenceDir: string): string[] {
  const dir = studiesDir(evidenceDir);
  return fs.existsSync(dir)
    ? fs
        .readdirSync(dir)
        .filter((name) => name.endsWith('.yml'))
        .map((name) => name.slice(0, -'.yml'.length))
        .sort()
    : [];
}

/** Folder of the studies of an `_evidence` folder. */
export function studiesDir(evidenceDir: string): string {
  return path.join(evidenceDir, 'studies');
}

/** One file of a study as read, before it is known whether it belongs to its name. */
export interface StudyFile {
  text: string;
  /** Undefined where the file cannot be read as text. */
  yaml?: YamlFile<Study>;
  /** Of the file itself; those of its YAML are in `yaml`. */
  problems: Problem[];
}

/**
 * Reads one file of a study.
 * @param absolute path of the file
 * @param file the same, for problems
 */
export function readStudy(absolute: string, file: string): StudyFile {
  const {text, readable, problems} = readText(absolute, file);
  return readable
    ? {text, yaml: parseYaml(text, file, studySchema, {rule: 'study'}), problems}
    : {text, problems};
}

/**
 * Reads all studies of an edition.
 * @param evidenceDir absolute path of the edition's `_evidence`
 * @param root repository root, for the paths in problems
 * @param read reads one file: a caller that has read it before may give what it was then
 */
export function loadStudies(evidenceDir: string, root: string, read = readStudy): Studies {
  const byId = new Map<string, Study>();
  const places = new Map<string, (field: YamlPath) => Position>();
  const looseRefs: string[] = [];
  const problems: Problem[] = [];
  const ids = studyIds(evidenceDir);
  const fileOf = (id: string): string =>
    path
      .relative(root, path.join(studiesDir(evidenceDir), `${id}.yml`))
      .split(path.sep)
      .join('/');

  for (const id of ids) {
    const file = fileOf(id);
    const {text, yaml, ...found} = read(path.join(studiesDir(evidenceDir), `${id}.yml`), file);
    problems.push(...found.problems);
    if (!yaml) {
      continue;
    }
    problems.push(...yaml.problems);
    places.set(id, yaml.at);
    if (!yaml.value) {
      looseRefs.push(...refsIn(text));
      continue;
    }
    if (yaml.value.id !== id) {
      looseRefs.push(...refsIn(text));
      problems.push({
        file,
        ...yaml.at(['id']),
        rule: 'study/id',
        found: `id: ${yaml.value.id}`,
        expected: `id: ${id}, the name of the file`,
      });
      continue;
    }
    byId.set(id, yaml.value);
  }
  return {
    byId,
    ids,
    place: (id, field) => ({
      file: fileOf(id),
      ...(places.get(id)?.(field) ?? {line: 1, column: 1}),
    }),
    looseRefs,
    problems,
  };
}

/** What stands in `refs: [a, b]`, or in the list below `refs:`. */
function refsIn(text: string): string[] {
  return [...text.matchAll(/\brefs"?:\s*(\[[^\]]*\]|(?:\s*- *\S+ *\n)+)/g)].flatMap(([, list]) =>
    list!.split(/[\s,[\]'"]+/).filter((word) => word !== '' && word !== '-'),
  );
}
