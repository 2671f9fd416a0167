/** Data files of an edition that it may lack: older editions were frozen before there was such a file. */
import fs from 'node:fs';
import path from 'node:path';
import type {ZodType} from 'zod';
import type {Problem} from '../lint/problem';
import {readText} from './load';
import {parseYaml, type Position, type YamlPath} from './yaml';

export interface DataFile<T> {
  /** The checked value; undefined where there is no file, or a problem in it. */
  value: T | undefined;
  /** Place of a value in it, for messages. */
  place(path: YamlPath): Position & {file: string};
  exists: boolean;
  problems: Problem[];
}

/**
 * Reads one YAML file against its schema.
 * @param absolute path of the file
 * @param root repository root, for the paths in problems
 * @param rule first part of the names of its problems: `audits` gives `audits/schema`
 */
export function loadDataFile<T>(
  absolute: string,
  root: string,
  schema: ZodType<T>,
  rule: string,
): DataFile<T> {
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const nothing: DataFile<T> = {
    value: undefined,
    place: () => ({file, line: 1, column: 1}),
    exists: fs.existsSync(absolute),
    problems: [],
  };
  if (!nothing.exists) {
    return nothing;
  }
  const {text, problems} = readText(absolute, file);
  if (problems.length > 0) {
    return {...nothing, problems};
  }
  const yaml = parseYaml(text, file, schema, {rule});
  return {
    value: yaml.value,
    place: (at) => ({file, ...yaml.at(at)}),
    exists: true,
    problems: yaml.problems,
  };
}
