/** Data files of an edition that it may lack: older editions were frozen before there was such a file. */
import fs from 'node:fs';
import path from 'node:path';
import type {ZodType} from 'zod';
import type {Problem} from '../lint/problem';
import {readText} from './read-text';
import {parseYaml, type Position, type YamlPath} from './yaml';

export interface DataFile<T> {
  /** The checked value; undefined where there is no file, or a problem in it. */
  value: T | undefined;
  /** Place of a value in it, for messages. */
  place(path: YamlPath): Position & {file: string};
  exists: boolean;
  /** As read; empty where there is none. */
  text: string;
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
    // A link that leads nowhere is there, and wrong.
    exists: fs.lstatSync(absolute, {throwIfNoEntry: false}) !== undefined,
    text: '',
    problems: [],
  };
  if (!nothing.exists) {
    return nothing;
  }
  const {text, readable, problems} = readText(absolute, file);
  if (!readable) {
    return {...nothing, problems};
  }
  const yaml = parseYaml(text, file, schema, {rule});
  return {
    value: yaml.value,
    place: (at) => ({file, ...yaml.at(at)}),
    exists: true,
    text,
    problems: [...problems, ...yaml.problems],
  };
}
