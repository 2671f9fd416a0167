/** Reads YAML as untrusted text: syntax, duplicate keys and schema errors all come back with file, line and column. */
import {isNode, LineCounter, parseDocument, type Document} from 'yaml';
import type {ZodType} from 'zod';
import type {Problem} from '../lint/problem';
import {nearest} from './nearest';

export type YamlPath = readonly PropertyKey[];

export interface Position {
  line: number;
  column: number;
}

export interface YamlFile<T> {
  /** The checked value, or undefined when there is any problem. */
  value: T | undefined;
  problems: Problem[];
  /** Place of the value at a path; of its nearest existing parent where the path does not exist. */
  at(path: YamlPath): Position;
}

/** An alias may be expanded this many times in all: more is a bomb, not a data file. */
const MAX_ALIASES = 100;

/**
 * Parses and checks one YAML text.
 * @param file path shown in problems
 * @param lineOffset lines that stand before the text in its file (front matter: 1)
 */
export function parseYaml<T>(
  text: string,
  file: string,
  schema: ZodType<T>,
  {lineOffset = 0, rule = 'yaml'}: {lineOffset?: number; rule?: string} = {},
): YamlFile<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    uniqueKeys: true,
    prettyErrors: false,
    version: '1.2',
  });
  const at = (path: YamlPath) => locate(document, lineCounter, path, lineOffset);

  const syntax: Problem[] = [...document.errors, ...document.warnings].map((error) => {
    const {line, col} = lineCounter.linePos(error.pos[0]);
    return {
      file,
      line: line + lineOffset,
      column: col,
      rule: `${rule}/syntax`,
      found: error.message,
      expected: 'YAML 1.2 without duplicate keys or tabs',
      fix:
        error.code === 'DUPLICATE_KEY'
          ? 'remove or rename one of the two'
          : 'quote strings that hold ": " or begin with [ { " \' @ or #',
    };
  });
  if (syntax.length > 0) {
    return {value: undefined, problems: syntax, at};
  }

  let raw: unknown;
  try {
    raw = document.toJS({maxAliasCount: MAX_ALIASES});
  } catch (error) {
    return {
      value: undefined,
      problems: [
        {
          file,
          ...at([]),
          rule: `${rule}/aliases`,
          found: (error as Error).message,
          expected: `at most ${MAX_ALIASES} alias expansions`,
          fix: 'write the value out instead of using anchors and aliases',
        },
      ],
      at,
    };
  }

  const result = schema.safeParse(raw);
  if (result.success) {
    return {value: result.data, problems: [], at};
  }
  return {
    value: undefined,
    problems: result.error.issues.flatMap((issue) => schemaProblems(issue, file, rule, at, raw)),
    at,
  };
}

type Issue = {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  values?: readonly unknown[];
  /** Of a schema's own check: valid values near the one found, best first. */
  params?: {closest?: string[]};
};

function schemaProblems(
  issue: Issue,
  file: string,
  rule: string,
  at: (path: YamlPath) => Position,
  raw: unknown,
): Problem[] {
  const where = issue.path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      file,
      ...at([...issue.path, key]),
      rule: `${rule}/unknown-field`,
      found: `field "${key}" in ${where}`,
      expected: 'a field that the schema knows',
      fix: `remove "${key}" or correct its spelling`,
    }));
  }
  const value = valueAt(raw, issue.path);
  const choices = (issue.values ?? []).map(String);
  return [
    {
      file,
      ...at(issue.path),
      rule: `${rule}/schema`,
      found: value === undefined ? `no ${where}` : `${where}: ${short(value)}`,
      expected: issue.message,
      ...(choices.length > 0 && value !== undefined
        ? {closest: nearest(String(value), choices)}
        : issue.params?.closest?.length
          ? {closest: issue.params.closest}
          : {}),
    },
  ];
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function locate(
  document: Document,
  lineCounter: LineCounter,
  path: YamlPath,
  lineOffset: number,
): Position {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const {line, col} = lineCounter.linePos(node.range[0]);
      return {line: line + lineOffset, column: col};
    }
  }
  return {line: 1 + lineOffset, column: 1};
}
