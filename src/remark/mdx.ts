/** Small helpers for building and placing MDX nodes; shared by all transforms. */
import path from 'node:path';
import type {Heading, Link, Paragraph, Parent, Root, RootContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';

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

/** A paragraph of what stands in it. */
export function paragraph(children: Paragraph['children']): Paragraph {
  return {type: 'paragraph', children};
}

/** A link with a text. */
export function link(url: string, text: string): Link {
  return {type: 'link', url, children: [{type: 'text', value: text}]};
}

/** Address of a page's file as seen from another, as Docusaurus resolves it: it stays in the same edition. */
export function linkToFile(from: VFile, absolute: string, id?: string): string {
  const url = path.relative(path.dirname(from.path), absolute).split(path.sep).join('/');
  return `${url.startsWith('.') ? url : `./${url}`}${id ? `#${id}` : ''}`;
}

/** Not even `12. In one trial`, `> 5%` or `# of trials` at its begin makes more than a paragraph of a string. */
const INLINE_ONLY = {
  disable: {
    null: [
      'blockQuote',
      'codeFenced',
      'codeIndented',
      'definition',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

/** A string of inline Markdown as paragraphs. */
export function inlineMarkdown(markdown: string): Paragraph[] {
  const tree = fromMarkdown(markdown, {extensions: [INLINE_ONLY]});
  // Positions count in the string, and would pass for places in the page.
  visit(tree, (node) => {
    delete node.position;
  });
  return tree.children.filter((node): node is Paragraph => node.type === 'paragraph');
}

/**
 * Puts what the build makes in the place of every `<name />` that stands on a line of its own.
 * @param make called once a block; what it throws stops the build
 */
export function replaceBlocks(
  tree: Root,
  file: VFile,
  root: string,
  name: string,
  make: () => RootContent[],
): void {
  const problems: Problem[] = [];
  visit(tree, (node, index, parent) => {
    if (node.type === 'mdxJsxTextElement' && node.name === name) {
      problems.push({
        file: relativePath(file, root),
        line: node.position?.start.line ?? 1,
        column: node.position?.start.column ?? 1,
        rule: 'page/block-in-text',
        found: `<${name} /> inside a paragraph`,
        expected: `<${name} /> on a line of its own, with an empty line before and after it`,
      });
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === name && parent && index !== undefined) {
      const made = make();
      parent.children.splice(index, 1, ...(made as never[]));
      return index + made.length;
    }
    return undefined;
  });
  stopOnProblems(problems);
}

/** Id of a heading: written as a comment at its end, or set by a transform. */
export function idOf({children, data}: Heading): string | undefined {
  const last = children.at(-1);
  const typed =
    last?.type === 'mdxTextExpression'
      ? /^\/\*\s*#(?<id>[^\s*]+)/.exec(last.value)?.groups?.id
      : undefined;
  const id = typed ?? data?.hProperties?.id;
  return id === undefined ? undefined : String(id);
}

/** Ids that a link can lead to on the page so far, with the words that stand there: its headings and its figures. */
export function idsOf(tree: Root): Map<string, string> {
  const ids = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const id = idOf(node);
      if (id !== undefined) {
        ids.set(
          id,
          toString(node.children.filter(({type}) => type !== 'mdxTextExpression')).trim(),
        );
      }
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Figure') {
      const [id, title] = ['id', 'title'].map((name) => stringAttribute(node, name));
      if (id !== undefined) {
        ids.set(`figure-${id}`, title ?? id);
      }
    }
  });
  return ids;
}

function stringAttribute({attributes: all}: MdxJsxFlowElement, name: string): string | undefined {
  const value = all.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
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
 * Line and column in the file of an offset inside a text node. Docusaurus hands transforms the whole file, front matter
 * included. A node that stands for text of the front matter has no position: what it cites is looked for there.
 */
export function placeInText(
  node: {value: string; position?: {start: {line: number; column: number}}},
  offset: number,
  file: VFile,
): Pick<Problem, 'line' | 'column'> {
  const source = String(file.value);
  if (!node.position) {
    const citation = /^\[@[^\],;\s]*/.exec(node.value.slice(offset))?.[0];
    const before = source
      .slice(0, Math.max(0, citation ? source.indexOf(citation) : 0))
      .split('\n');
    return {line: before.length, column: before.at(-1)!.length + 1};
  }
  const {line, column} = node.position.start;
  const before = node.value.slice(0, offset).split('\n');
  const last = before.length - 1;
  if (last === 0) {
    return {line, column: column + offset};
  }
  // Of lines after the first the node's value has no indentation and no `>`.
  const indent = source.split('\n')[line - 1 + last]?.indexOf(node.value.split('\n')[last]!) ?? 0;
  return {line: line + last, column: Math.max(0, indent) + before[last]!.length + 1};
}

/** Nodes whose text is not prose: nothing is transformed inside them. */
export function isVerbatim(node: {type: string}): boolean {
  return ['code', 'inlineCode', 'link', 'linkReference', 'definition', 'mdxjsEsm'].includes(
    node.type,
  );
}

export type {Parent};
