/** Runs remark transforms as Docusaurus does, and shows the tree that comes out in a form that reads like the page. */
import fs from 'node:fs';
import path from 'node:path';
import matter from 'gray-matter';
import type {Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified, type PluggableList} from 'unified';
import {VFile} from 'vfile';

/**
 * Reads a page of a site and runs transforms on it.
 * @param file path below the root
 */
export function transformPage(root: string, file: string, transforms: PluggableList): Root {
  const absolute = path.join(root, file);
  const text = fs.readFileSync(absolute, 'utf8');
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkDirective)
    .use(remarkGfm)
    .use(remarkMdx)
    .use(transforms);
  // Like Docusaurus: the whole text, with the front matter also as data. An options object keeps gray-matter from caching.
  const vfile = new VFile({
    value: text,
    path: absolute,
    data: {frontMatter: matter(text, {}).data},
  });
  return processor.runSync(processor.parse(vfile), vfile) as Root;
}

/** The same, as `show` writes it. */
export function shownPage(root: string, file: string, transforms: PluggableList): string {
  return show(transformPage(root, file, transforms));
}

type Node = Root | RootContent;

/** A tree as text: one block a line, elements as `<Name a="b">`, what they hold indented. */
export function show(tree: Root): string {
  return tree.children
    .filter(({type}) => type !== 'yaml')
    .map((node) => block(node, ''))
    .join('\n');
}

function block(node: Node, indent: string): string {
  const blocks = (nodes: readonly Node[], open: string, close?: string): string =>
    [
      indent + open,
      ...nodes.map((child) => block(child, `${indent}  `)),
      ...(close ? [indent + close] : []),
    ].join('\n');
  switch (node.type) {
    case 'heading': {
      const id = node.data?.hProperties?.id;
      return `${indent}${'#'.repeat(node.depth)} ${inline(node.children)}${id ? ` {#${String(id)}}` : ''}`;
    }
    case 'list':
    case 'table':
    case 'blockquote':
      return blocks(node.children, `(${node.type})`);
    case 'listItem':
      return blocks(node.children, '-');
    case 'tableRow':
      return `${indent}| ${node.children.map((cell) => inline(cell.children)).join(' | ')} |`;
    case 'containerDirective':
      return blocks(node.children, `:::${node.name}`, ':::');
    case 'mdxJsxFlowElement':
      return node.children.length === 0
        ? `${indent}${tag(node, ' /')}`
        : blocks(node.children, tag(node), `</${node.name}>`);
    case 'code':
      return `${indent}\`\`\`${node.value}\`\`\``;
    case 'paragraph':
      return indent + inline(node.children);
    default:
      return indent + inline([node]);
  }
}

function inline(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value;
        case 'inlineCode':
          return `\`${node.value}\``;
        case 'link':
          return `[${inline(node.children)}](${node.url})`;
        case 'strong':
          return `**${inline(node.children)}**`;
        case 'emphasis':
          return `*${inline(node.children)}*`;
        case 'mdxJsxTextElement':
          return node.children.length === 0
            ? tag(node, ' /')
            : `${tag(node)}${inline(node.children)}</${node.name}>`;
        case 'mdxFlowExpression':
        case 'mdxTextExpression':
          return `{${node.value}}`;
        case 'mdxjsEsm':
          return node.value;
        default:
          return `(${node.type})`;
      }
    })
    .join('');
}

function tag({name, attributes}: MdxJsxFlowElement | MdxJsxTextElement, end = ''): string {
  const props = attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute'
      ? ` ${attribute.name}=${JSON.stringify(attribute.value)}`
      : ' {...}',
  );
  return `<${name}${props.join('')}${end}>`;
}
