/** What the pages of an edition say, section by section, as plain lines: the matter of comparisons. */
import fs from 'node:fs';
import path from 'node:path';
import type {Node, Parent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {listPages, pageFiles, type Page} from '../evidence/pages';
import {glanceOf, GLANCE_LABELS, type Glance} from '../evidence/glance';
import {dataIn} from '../evidence/store';
import {blocksOf} from '../lint/content';
import {loadDocument, NEXT} from '../lint/document';
import {blockIds, BLOCKS} from '../remark/blocks';

export interface SectionText {
  /** Id of its heading; empty for what stands before the first. */
  id: string;
  title: string;
  /** One line a paragraph, list item or table row, citations as typed. */
  lines: string[];
}

export interface PageText {
  slug: string;
  title: string;
  /** What stands before the first heading is first, the At-a-glance card second, as on the page. */
  sections: SectionText[];
  /** Ids that the page can be linked at: of its sections, and of entries of the data that it shows. */
  ids: string[];
}

const EVIDENCE = '_evidence';

const cache = new Map<string, {stamp: string; texts: Map<string, PageText>}>();

/**
 * All pages of a docs folder by slug. Read again only when a file has changed; not while the site is built, where each
 * page asks for them and the files stay as they are.
 * @param dir absolute path of a docs folder
 */
export function editionTexts(dir: string): ReadonlyMap<string, PageText> {
  const known = cache.get(dir);
  if (known && process.env.NODE_ENV === 'production') {
    return known.texts;
  }
  const stamp = [...pageFiles(dir), ...dataFiles(dir)]
    .map((file) => `${file}:${fs.statSync(file, {throwIfNoEntry: false})?.mtimeMs}`)
    .join('\n');
  if (known?.stamp === stamp) {
    return known.texts;
  }
  const texts = new Map(listPages(dir).map((page) => [page.slug, pageText(page, dir)]));
  cache.set(dir, {stamp, texts});
  return texts;
}

/** Files whose entries have ids of their own on the pages that show them. */
function dataFiles(dir: string): string[] {
  return Object.values(BLOCKS).map(({file}) => path.join(dir, EVIDENCE, file));
}

function pageText({file, slug, title, frontMatter}: Page, dir: string): PageText {
  const {document} = loadDocument({absolute: file, root: dir, kind: 'doc', edition: NEXT, dir});
  const sections: SectionText[] = [{id: '', title: 'Introduction', lines: []}];
  const glance = glanceOf(frontMatter);
  if (glance) {
    sections.push({id: 'at-a-glance', title: 'At a glance', lines: glanceLines(glance)});
  }
  // The text before the first heading belongs to the introduction, not to the card.
  let current = sections[0]!;
  for (const node of document.tree.children) {
    if (node.type === 'heading') {
      const heading = document.headings.find((candidate) => candidate.node === node)!;
      current = {id: heading.id ?? '', title: heading.text, lines: []};
      sections.push(current);
    } else {
      current.lines.push(...linesOf(node));
    }
  }
  const data = dataIn(path.join(dir, EVIDENCE), dir);
  const ids = [
    ...sections.map(({id}) => id).filter(Boolean),
    ...blocksOf(document).flatMap((block) => blockIds(block, data)),
  ];
  return {slug, title, sections, ids};
}

function glanceLines(glance: Glance): string[] {
  return GLANCE_LABELS.flatMap(([field, label]) => {
    const value = glance[field];
    if (value === undefined) {
      return [];
    }
    return Array.isArray(value)
      ? value.map(({where, status, detail}) =>
          [`${label}: ${where}: ${status}`, ...(detail ? [detail] : [])].join('; '),
        )
      : [`${label}: ${plain(String(value))}`];
  });
}

/** Markdown of a field without the marks of emphasis and links. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]@][^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
}

function linesOf(node: Node): string[] {
  switch (node.type) {
    case 'yaml':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'thematicBreak':
    case 'definition':
      return [];
    case 'paragraph':
    case 'heading':
      // One sentence a line is how authors type; readers see a paragraph.
      return [inline(node)].filter(Boolean);
    case 'tableRow':
      return [children(node).map(inline).join(' | ')];
    case 'code':
      return (node as Node & {value: string}).value.split('\n');
    case 'listItem':
      return children(node)
        .flatMap(linesOf)
        .map((line) => (line.startsWith('• ') ? line : `• ${line}`));
    case 'mdxJsxFlowElement':
      return [component(node as MdxJsxFlowElement), ...children(node).flatMap(linesOf)];
    default:
      return children(node).flatMap(linesOf);
  }
}

function inline(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return (node as Node & {value: string}).value.replace(/\s+/g, ' ');
    case 'break':
      return ' ';
    case 'mdxTextExpression':
      return '';
    case 'mdxJsxTextElement':
      return children(node).length > 0
        ? children(node).map(inline).join('')
        : component(node as MdxJsxTextElement);
    default:
      return children(node).map(inline).join('');
  }
}

/** `<Figure id="x" />` as `[Figure x]`: what it shows is data, and compared by no one here. */
function component({name, attributes}: MdxJsxFlowElement | MdxJsxTextElement): string {
  const values = attributes.flatMap(({value}) => (typeof value === 'string' ? [value] : []));
  return `[${[name, ...values].join(' ')}]`;
}

function children(node: Node): Node[] {
  return 'children' in node ? (node as Parent).children : [];
}
