/**
 * Reads one MDX file for the checks: its front matter against the schema, its text as a tree whose positions count from
 * the top of the file. What cannot be read becomes a problem, never an exception. Judges nothing: rules do.
 */
import path from 'node:path';
import type {Heading, Nodes, Root} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import 'mdast-util-mdx-expression';
import {toString} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {VFileMessage} from 'vfile-message';
import * as z from 'zod';
import {
  docFrontMatterSchema,
  postFrontMatterSchema,
  type DocFrontMatter,
  type PostFrontMatter,
} from '../evidence/front-matter';
import {slugOf} from '../evidence/pages';
import {hiddenCharacters, hiddenProblem, readText} from '../evidence/read-text';
import {parseYaml, type Position, type YamlPath} from '../evidence/yaml';
import {oncePer} from './once';
import type {Problem} from './problem';
import {cachedTree} from './tree-cache';

/** The draft: `docs/`, and the evidence that posts cite. */
export const NEXT = 'next';

export interface DocumentHeading {
  node: Heading;
  depth: number;
  /** Without the comment that holds the id. */
  text: string;
  /** From `{/* #id *\/}` at its end, whatever its form. */
  id?: string;
  /** The comment that holds the id, as typed. */
  comment?: string;
}

export interface Document {
  /** Path relative to the root, with forward slashes. */
  file: string;
  absolute: string;
  kind: 'doc' | 'post';
  /** `next` for docs/ and posts, else `1.0`. */
  edition: string;
  /** `safety/monitoring`; of a post, its `slug` or the name of its file. */
  slug: string;
  /** Checked value; undefined when the schema found a problem. */
  frontMatter: DocFrontMatter | PostFrontMatter | undefined;
  /** The same as typed, for checks that must see text even where a field is wrong. */
  rawFrontMatter: Record<string, unknown>;
  /** Place of the value at a path of the front matter. */
  frontMatterPlace(path: YamlPath): Position;
  /** False when the file or its MDX cannot be read: the tree is then empty, and what the page holds is unknown. */
  parsed: boolean;
  tree: Root;
  headings: DocumentHeading[];
  /** Ids that the blocks of the page write from the edition's data, and the block: `madrs` -> `<Glossary />`. */
  blockIds: ReadonlyMap<string, string>;
  /** False where a block's data has a problem of its own: nobody can say which ids the page has. */
  idsKnown: boolean;
  /** With line feeds only and without byte order mark: offsets in the tree count in this text. */
  source: string;
  /** Line and column of an offset in the source. */
  place(offset: number): Position;
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkMdx);

export interface DocumentLocation {
  absolute: string;
  root: string;
  kind: Document['kind'];
  edition: string;
  /** Absolute path of the docs or blog folder that the file is in. */
  dir: string;
}

/** Loads one file. The document comes back even where there are problems, as far as it could be read. */
export function loadDocument(location: DocumentLocation): {
  document: Document;
  problems: Problem[];
} {
  const {absolute, root, kind, edition, dir} = location;
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const {text, readable, problems} = readText(absolute, file);
  const {tree, problems: syntax} = parse(text, file);
  const place = placeFinder(text);
  const yaml = tree.children[0]?.type === 'yaml' ? tree.children[0] : undefined;
  const start = {line: 1, column: 1};

  const schema: z.ZodType<DocFrontMatter | PostFrontMatter> =
    kind === 'doc' ? docFrontMatterSchema : postFrontMatterSchema;
  const checked =
    yaml && parseYaml(yaml.value, file, schema, {lineOffset: 1, rule: 'front-matter'});
  if (checked) {
    problems.push(...checked.problems);
  } else if (syntax.length === 0 && readable) {
    problems.push({
      file,
      ...start,
      rule: 'front-matter/missing',
      found: 'no front matter',
      expected: 'fields between two lines of --- at the top of the file',
      fix: 'copy the front matter of a page of the same kind',
    });
  }
  problems.push(...syntax, ...hiddenEntities(tree, text, file));

  const raw = z.record(z.string(), z.unknown()).safeParse(checked?.raw);
  const rawFrontMatter = raw.data ?? {};
  const {slug} = rawFrontMatter;
  return {
    document: {
      file,
      absolute,
      kind,
      edition,
      slug: kind === 'post' && typeof slug === 'string' ? slug : slugOf(absolute, dir),
      frontMatter: checked?.value,
      rawFrontMatter,
      frontMatterPlace: (yamlPath) => checked?.at(yamlPath) ?? start,
      parsed: syntax.length === 0 && readable,
      tree,
      headings: headingsOf(tree, text),
      blockIds: new Map(),
      idsKnown: true,
      source: text,
      place,
    },
    problems,
  };
}

function parse(text: string, file: string): {tree: Root; problems: Problem[]} {
  // The front matter is checked all the same: it has a parser of its own.
  const unread = (problem: Omit<Problem, 'file' | 'rule'>): ReturnType<typeof parse> => {
    const frontMatter = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0];
    return {
      tree: frontMatter === undefined ? {type: 'root', children: []} : parser.parse(frontMatter),
      problems: [{file, rule: 'mdx/syntax', ...problem}],
    };
  };
  try {
    const tree = cachedTree(text, (source) => parser.parse(source));
    const deep = tooDeep(tree);
    if (deep) {
      return unread({...(deep.position?.start ?? {line: 1, column: 1}), ...NESTED});
    }
    restoreTextDirectives(tree, text);
    return {tree, problems: []};
  } catch (error) {
    if (error instanceof RangeError) {
      return unread({line: 1, column: 1, ...NESTED});
    }
    if (!(error instanceof VFileMessage)) {
      throw error;
    }
    const {line, column} = placeOfMessage(error);
    return unread({
      line,
      column,
      found: error.reason.replace(/\s+/g, ' '),
      expected: 'MDX: Markdown in which < and { begin components and expressions',
      fix: syntaxFix(text.split('\n')[line - 1] ?? '', error.reason),
      ...syntaxEdit(text),
    });
  }
}

/** Deeper than this is no text for readers, and stops the programs that walk it. */
const MAX_DEPTH = 50;
const NESTED = {
  found: 'blocks or marks that are nested too deeply',
  expected: `at most ${MAX_DEPTH} levels`,
  fix: 'close what is open: quotations, lists, brackets, components',
};

function tooDeep(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return level[0];
}

/** `&#x202E;`: what such an escape writes is as hidden as the character itself. */
function hiddenEntities(tree: Root, source: string, file: string): Problem[] {
  const problems: Problem[] = [];
  visit(tree, 'text', ({value, position}) => {
    const names = hiddenCharacters(value);
    const typed = source.slice(position?.start.offset, position?.end.offset);
    if (names.length > hiddenCharacters(typed).length) {
      const {line, column} = position?.start ?? {line: 1, column: 1};
      problems.push({file, line, column, ...hiddenProblem(names)});
    }
  });
  return problems;
}

/** Two habits from other Markdown that can be put right without knowing what is meant: `{#id}` and `<!-- -->`. */
function syntaxEdit(text: string): Pick<Problem, 'edit'> {
  let fenced = false;
  const mended = text
    .split('\n')
    .map((line) => {
      fenced = /^\s*(```|~~~)/.test(line) ? !fenced : fenced;
      return fenced
        ? line
        : line
            .replace(/^(#{1,6} .*?)\s*\{#([a-z0-9-]+)\}\s*$/, '$1 {/* #$2 */}')
            .replace(/<!--((?:(?!\*\/|-->).)*)-->/g, '{/*$1*/}');
    })
    .join('\n');
  return mended === text ? {} : {edit: {start: 0, end: text.length, text: mended}};
}

/** A tag that is never closed is reported at the end of the file, with its own place in words: `(14:1-14:7)`. */
function placeOfMessage({line, column, reason}: VFileMessage): Position {
  const groups = /\((?<line>\d+):(?<column>\d+)-/.exec(reason)?.groups;
  return groups
    ? {line: Number(groups.line), column: Number(groups.column)}
    : {line: line ?? 1, column: column ?? 1};
}

function syntaxFix(found: string, reason: string): string {
  const classicId = /\{#(?<id>[^}]*)\}/.exec(found)?.groups?.id;
  if (classicId !== undefined) {
    return `write the id as {/* #${classicId} */}`;
  }
  if (found.includes('<!--')) {
    return 'write the comment as {/* ... */}';
  }
  if (reason.includes('expression')) {
    return 'write a brace that is text as \\{';
  }
  if (/before name|in name/.test(reason)) {
    return 'write a less-than sign that is text as \\<, or in words: "below 5"';
  }
  return 'close each component that is opened, in the same paragraph or with blank lines around both tags';
}

/** `a ratio of 1:a` holds no directive: what Docusaurus shows as text is text here as well. */
function restoreTextDirectives(tree: Root, source: string): void {
  visit(tree, 'textDirective', (node, index, parent) => {
    if (parent && index !== undefined && node.position) {
      const {start, end} = node.position;
      parent.children[index] = {
        type: 'text',
        value: source.slice(start.offset, end.offset),
        position: node.position,
      };
    }
  });
}

function headingsOf(tree: Root, source: string): DocumentHeading[] {
  const headings: DocumentHeading[] = [];
  visit(tree, 'heading', (node) => {
    const {children, depth} = node;
    const last = children.at(-1);
    if (last?.type !== 'mdxTextExpression' || !last.position) {
      headings.push({node, depth, text: toString(node).trim()});
      return;
    }
    const id = /^\/\*\s*#(?<id>[^\s*]+)/.exec(last.value)?.groups?.id;
    headings.push({
      node,
      depth,
      text: toString(children.slice(0, -1)).trim(),
      comment: source.slice(last.position.start.offset, last.position.end.offset),
      ...(id === undefined ? {} : {id}),
    });
  });
  return headings;
}

function placeFinder(source: string): (offset: number) => Position {
  const starts = [0];
  for (let i = source.indexOf('\n'); i !== -1; i = source.indexOf('\n', i + 1)) {
    starts.push(i + 1);
  }
  return (offset) => {
    let line = starts.length;
    while (line > 1 && starts[line - 1]! > offset) {
      line -= 1;
    }
    return {line, column: offset - starts[line - 1]! + 1};
  };
}

/** `<Figure id="x" />` in a block or in a sentence. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** All components of a page, in order. */
export function componentsOf({tree}: Document): readonly Component[] {
  return componentsIn(tree);
}

const componentsIn = oncePer((tree: Root) => {
  const components: Component[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      components.push(node);
    }
  });
  return components;
});

/** A component's attribute where it is a plain string. */
export function stringAttribute({attributes}: Component, name: string): string | undefined {
  const found = attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
  return typeof found?.value === 'string' ? found.value : undefined;
}
