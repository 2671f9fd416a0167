/** Small helpers for building and placing MDX nodes; shared by all transforms. */
import fs from 'node:fs';
import path from 'node:path';
import type {Heading, Parent, Root, RootContent} from 'mdast';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import type {VFile} from 'vfile';
import type {Problem} from '../lint/problem';

type Props = Record<string, string | number | undefined>;

function attributes(props: Props): MdxJsxAttribute[] {
  return Object.entries(props)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ({type: 'mdxJsxAttribute', name, value: String(value)}));
}

/** `<Name a="b">children</Name>` as a block. Props are strings: components parse what they need. */
export function flowElement(
  name: string,
  props: Props,
  children: MdxJsxFlowElement['children'] = [],
): MdxJsxFlowElement {
  return {type: 'mdxJsxFlowElement', name, attributes: attributes(props), children};
}

/** `<Name a="b">children</Name>` inside a paragraph. */
export function textElement(
  name: string,
  props: Props,
  children: MdxJsxTextElement['children'] = [],
): MdxJsxTextElement {
  return {type: 'mdxJsxTextElement', name, attributes: attributes(props), children};
}

/** A heading with a fixed id, which Docusaurus takes over and puts into the table of contents. */
export function heading(depth: Heading['depth'], id: string, text: string): Heading {
  return {
    type: 'heading',
    depth,
    data: {hProperties: {id}},
    children: [{type: 'text', value: text}],
  };
}

/** True for what shows nothing: imports, exports, comments. */
function isInvisible(node: RootContent): boolean {
  return (
    node.type === 'yaml' ||
    node.type === 'mdxjsEsm' ||
    (node.type === 'mdxFlowExpression' && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value))
  );
}

/** Index after the page's first paragraph (its answer), or after what shows nothing where there is none. */
export function afterLead(root: Root): number {
  const first = root.children.findIndex((node) => !isInvisible(node));
  if (first === -1) {
    return root.children.length;
  }
  return root.children[first]!.type === 'paragraph' ? first + 1 : first;
}

/** Index of the first thing a reader sees. */
export function beforeLead(root: Root): number {
  const first = root.children.findIndex((node) => !isInvisible(node));
  return first === -1 ? root.children.length : first;
}

/** Path relative to the repository, with forward slashes. */
export function relativePath(file: VFile, root: string): string {
  return path.relative(root, file.path).split(path.sep).join('/');
}

/** The page's front matter as Docusaurus has read it. */
export function frontMatterOf(file: VFile): Record<string, unknown> {
  return (file.data as {frontMatter?: Record<string, unknown>}).frontMatter ?? {};
}

/**
 * Docusaurus hands transforms the text after the front matter; contributors count lines from the top of the file.
 * @returns how many lines to add to a node's line
 */
export function lineOffset(file: VFile): number {
  if (!fs.existsSync(file.path)) {
    return 0;
  }
  const onDisk = fs.readFileSync(file.path, 'utf8').replace(/\r\n/g, '\n');
  const start = onDisk.lastIndexOf(String(file.value).replace(/\r\n/g, '\n').trim());
  if (start <= 0) {
    return 0;
  }
  const leading = /^\s*/.exec(String(file.value))![0].split('\n').length - 1;
  return onDisk.slice(0, start).split('\n').length - 1 - leading;
}

/** Line and column, from the top of the file, of an offset inside a text node. */
export function placeInText(
  node: {value: string; position?: {start: {line: number; column: number}}},
  offset: number,
  file: VFile,
): Pick<Problem, 'line' | 'column'> {
  const start = node.position?.start ?? {line: 1, column: 1};
  const before = node.value.slice(0, offset).split('\n');
  return {
    line: start.line + before.length - 1 + lineOffset(file),
    column: before.length === 1 ? start.column + offset : before.at(-1)!.length + 1,
  };
}

/** Nodes whose text is not prose: nothing is transformed inside them. */
export function isVerbatim(node: {type: string}): boolean {
  return ['code', 'inlineCode', 'link', 'linkReference', 'definition', 'mdxjsEsm'].includes(
    node.type,
  );
}

export type {Parent};
