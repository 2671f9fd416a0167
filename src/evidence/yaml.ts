/** Reads YAML as untrusted text: syntax, duplicate keys and schema errors all come back with file, line and column. */
import {isNode, LineCounter, parseDocument, type Document} from 'yaml';
import type {ZodType} from 'zod';
import type {Problem} from '../lint/problem';
import {nearest} from './nearest';
import {hiddenCharacters, hiddenProblem} from './read-text';

export type YamlPath = readonly PropertyKey[];

export interface Position {
  line: number;
  column: number;
}

export interface YamlFile<T> {
  /** The checked value, or undefined when there is any problem. */
  value: T | undefined;
  /** The value as typed; undefined where it cannot be read. */
  raw?: unknown;
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
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter,
      uniqueKeys: true,
      prettyErrors: false,
      version: '1.2',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    return tooDeep(file, rule, {line: 1 + lineOffset, column: 1});
  }
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
    if (/^Unresolved alias/.test((error as Error).message)) {
      return {
        value: undefined,
        problems: [
          {
            file,
            ...at([]),
            rule: `${rule}/syntax`,
            found: (error as Error).message,
            expected: 'text; a word after * stands for an anchor that was set before',
            fix: 'quote strings that begin with *',
          },
        ],
        at,
      };
    }
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

  const unsafe = unsafeParts(raw);
  if (unsafe === 'too deep') {
    return tooDeep(file, rule, at([]));
  }
  const problems: Problem[] = unsafe.map(({path, problem}) => ({
    file,
    ...at(path),
    ...(problem === 'key' ? unknownField(path, rule, []) : problem),
  }));
  const result = schema.safeParse(raw);
  problems.push(
    ...(result.error?.issues ?? []).flatMap((issue) => schemaProblems(issue, file, rule, at, raw)),
  );
  return {value: problems.length === 0 ? result.data : undefined, raw, problems, at};
}

/** Deeper than this is no data of ours, and stops the programs that walk it. */
const MAX_DEPTH = 50;

function tooDeep<T>(file: string, rule: string, place: Position): YamlFile<T> {
  return {
    value: undefined,
    problems: [
      {
        file,
        ...place,
        rule: `${rule}/syntax`,
        found: 'lists or fields that are nested too deeply',
        expected: `at most ${MAX_DEPTH} levels`,
        fix: 'quote strings that begin with [ or {, or close the brackets',
      },
    ],
    at: () => place,
  };
}

type Unsafe = {
  path: (string | number)[];
  problem: 'key' | ReturnType<typeof hiddenProblem>;
};

/** Keys that are part of every object in JavaScript, and strings with characters that nobody sees. */
function unsafeParts(raw: unknown): Unsafe[] | 'too deep' {
  const found: Unsafe[] = [];
  const walk = (value: unknown, path: (string | number)[]): boolean => {
    if (path.length > MAX_DEPTH) {
      return false;
    }
    if (typeof value === 'string') {
      const names = hiddenCharacters(value);
      if (names.length > 0) {
        found.push({path, problem: hiddenProblem(names)});
      }
      return true;
    }
    if (typeof value !== 'object' || value === null) {
      return true;
    }
    return Object.entries(value).every(([key, child]) => {
      const childPath = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === '__proto__') {
        found.push({path: childPath, problem: 'key'});
      }
      return walk(child, childPath);
    });
  };
  return walk(raw, []) ? found : 'too deep';
}

function unknownField(
  path: readonly PropertyKey[],
  rule: string,
  closest: string[],
): Omit<Problem, 'file' | 'line' | 'column'> {
  const key = String(path.at(-1));
  const where = path.slice(0, -1).map(String).join('.') || 'the file';
  return {
    rule: `${rule}/unknown-field`,
    found: `field "${key}" in ${where}`,
    expected: 'a field that the schema knows',
    ...(closest.length > 0 ? {closest} : {}),
    fix: `remove "${key}" or correct its spelling`,
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
    return (issue.keys ?? [])
      .filter((key) => key !== '__proto__')
      .map((key) => ({
        file,
        ...at([...issue.path, key]),
        ...unknownField([...issue.path, key], rule, []),
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
