/**
 * The words of a page as rules want them: block by block, without syntax, each character with its place in the file.
 */
import type {Nodes, Parents, PhrasingContent, Root, TableRow, Text} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {parseCitations} from '../evidence/citations';
import type {Position, YamlPath} from '../evidence/yaml';
import {isVerbatim} from '../remark/mdx';
import type {Document} from './document';
import {oncePer} from './once';

export interface MappedText {
  text: string;
  /** Line and column in the file of an offset in the text. */
  place(offset: number): Position;
}

export interface Block extends MappedText {
  kind: 'heading' | 'paragraph' | 'list item' | 'table cell' | 'label' | 'front matter';
  /** Of a string in front matter. */
  path?: YamlPath;
}

/** Stands for code and components: not a word, and not a break between words either. */
const PLACEHOLDER = '\uFFFC';

/** Text of a node's phrasing content as one string; link texts are left out where `links` is false. */
export function mappedText(
  nodes: readonly Nodes[],
  document: Document,
  {links = true}: {links?: boolean} = {},
): MappedText {
  const segments: {start: number; value: string; node: Nodes}[] = [];
  let text = '';
  const add = (node: Nodes, value: string): void => {
    segments.push({start: text.length, value, node});
    text += value;
  };
  const walk = (node: Nodes): void => {
    switch (node.type) {
      case 'text':
        return add(node, node.value);
      case 'image':
        return add(node, node.alt ?? '');
      case 'break':
        return add(node, '\n');
      case 'inlineCode':
        return add(node, PLACEHOLDER);
      case 'link':
      case 'linkReference':
        return links ? node.children.forEach(walk) : add(node, PLACEHOLDER);
      default:
        if ('children' in node) {
          node.children.forEach(walk);
        }
    }
  };
  for (const [i, node] of nodes.entries()) {
    if (i > 0) {
      add(node, '\n');
    }
    walk(node);
  }
  return {
    text,
    place(offset) {
      const segment = segments.filter(({start}) => start <= offset).at(-1) ?? segments[0];
      const at = segment?.node.position?.start.offset;
      if (!segment || at === undefined) {
        return document.place(nodes[0]?.position?.start.offset ?? 0);
      }
      return document.place(
        segment.node.type === 'text'
          ? sourceOffset(document.source, at, segment.value, offset - segment.start)
          : at,
      );
    },
  };
}

/**
 * Where a character of a parsed text stands in its source, which may hold more: escapes, entities, quotes, indents.
 * Walks both side by side; what does not match is syntax.
 */
export function sourceOffset(source: string, from: number, value: string, offset: number): number {
  const entity = /&#?\w+;/y;
  let at = from;
  for (let i = 0; i < value.length; i += 1) {
    entity.lastIndex = at;
    const length = value[i] === '&' ? 1 : (entity.exec(source)?.[0].length ?? 1);
    if (length === 1) {
      const found = source.indexOf(value[i]!, at);
      if (found === -1) {
        return from;
      }
      at = found;
    }
    if (i === offset) {
      return at;
    }
    at += length;
  }
  return at;
}

/** Every string that readers see, with its place: body and front matter. For rules about words. */
export const proseBlocks = oncePer((document: Document): readonly Block[] => {
  const blocks = frontMatterStrings(document);
  visit(document.tree, (node) => {
    switch (node.type) {
      case 'paragraph':
        blocks.push({
          kind: isDirectiveLabel(node) ? 'label' : 'paragraph',
          ...mappedText([node], document),
        });
        return SKIP;
      case 'heading':
        blocks.push({kind: 'heading', ...mappedText([node], document)});
        return SKIP;
      case 'tableCell':
        blocks.push({kind: 'table cell', ...mappedText([node], document)});
        return SKIP;
      default:
        return undefined;
    }
  });
  return blocks;
});

/** `[Title]` of `:::note[Title]`. */
function isDirectiveLabel(node: {data?: unknown}): boolean {
  return (node.data as {directiveLabel?: boolean} | undefined)?.directiveLabel === true;
}

/** Fields that hold no words for readers. */
const NOT_PROSE = new Set(['keywords', 'related', 'affects', 'tags', 'slug', 'image', 'type']);
const NOT_SENTENCES = new Set(['status.status', 'certainty', 'effect', 'date', 'section']);
/** Typed into a search box, not written for readers. */
const SEARCH_WORDS = 'words';
/** Fields whose strings become text of the page, citations included. */
export const CITABLE_FIELDS: readonly unknown[] = ['at_a_glance', 'searches'];

/** Strings of front matter that readers see, links and code in them blanked out. */
export function frontMatterStrings(document: Document): Block[] {
  const blocks: Block[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') {
      const names = path.filter((part) => typeof part === 'string');
      if (
        names.at(-1) !== SEARCH_WORDS &&
        !NOT_SENTENCES.has(names.at(-1)!) &&
        !NOT_SENTENCES.has(names.slice(-2).join('.'))
      ) {
        blocks.push(frontMatterBlock(document, value, path));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        if (path.length > 0 || !NOT_PROSE.has(key)) {
          walk(child, [...path, Array.isArray(value) ? Number(key) : key]);
        }
      }
    }
  };
  walk(document.rawFrontMatter, []);
  return blocks;
}

function frontMatterBlock(document: Document, value: string, path: YamlPath): Block {
  const start = offsetOf(document, document.frontMatterPlace(path));
  return {
    kind: 'front matter',
    path,
    text: mask(mask(value, /\]\([^)]*\)/g), /`[^`]*`/g, PLACEHOLDER),
    place: (offset) => document.place(sourceOffset(document.source, start, value, offset)),
  };
}

function offsetOf(document: Document, {line, column}: Position): number {
  let at = 0;
  for (let i = 1; i < line; i += 1) {
    at = document.source.indexOf('\n', at) + 1;
  }
  return at + column - 1;
}

/** Blanks out what a pattern finds, and keeps every offset. */
export function mask(text: string, pattern: RegExp, by = ' '): string {
  return text.replace(pattern, (found) => by.repeat(found.length));
}

/** Text without its citations, every offset kept. */
export function withoutCitations(text: string): string {
  const {clusters, malformed} = parseCitations(text);
  return [...clusters, ...malformed].reduce(
    (rest, {start, end}) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** A run of text in which a citation may stand: neither code nor link. */
export const citableTexts = oncePer((document: Document): readonly MappedText[] => {
  const texts: MappedText[] = frontMatterStrings(document).filter(({path}) =>
    CITABLE_FIELDS.includes(path?.[0]),
  );
  visit(document.tree, (node) => {
    if (isVerbatim(node)) {
      return SKIP;
    }
    if (node.type === 'text') {
      texts.push(mappedText([node], document));
    }
    return undefined;
  });
  return texts;
});

/** What an editor would call one block: each needs a citation of its own for its figures. */
export type CitationBlock =
  | (MappedText & {
      kind: 'paragraph' | 'list item';
      hasCitation: boolean;
      /** A table or picture follows, which cites for itself. */
      introduces: boolean;
    })
  | {kind: 'table row'; header: string[]; cells: MappedText[]; hasCitation: boolean};

/** Paragraphs, list items (without the lists in them) and body rows of tables. Headings and labels are none. */
export function citationBlocks(document: Document): CitationBlock[] {
  const blocks: CitationBlock[] = [];
  const add = (kind: 'paragraph' | 'list item', nodes: Nodes[], next?: Nodes): void => {
    blocks.push({
      kind,
      ...mappedText(nodes, document, {links: false}),
      hasCitation: nodes.some(holdsCitation),
      introduces:
        next?.type === 'table' || (next?.type === 'mdxJsxFlowElement' && next.name === 'Figure'),
    });
  };
  const walk = (node: Parents, next?: Nodes): void => {
    switch (node.type) {
      case 'heading':
        return;
      case 'paragraph':
        if (!isDirectiveLabel(node)) {
          add('paragraph', [node], next);
        }
        return;
      case 'listItem': {
        const own = node.children.filter((child) => child.type === 'paragraph');
        if (own.length > 0) {
          add('list item', own);
        }
        node.children
          .filter((child) => child.type !== 'paragraph')
          .forEach((child) => descend(child));
        return;
      }
      case 'table': {
        const [head, ...rows] = node.children;
        const header = head?.children.map((cell) => mappedText([cell], document).text) ?? [];
        blocks.push(...rows.map((row) => tableRow(row, header, document)));
        return;
      }
      default:
        node.children.forEach((child, i) => descend(child, node.children[i + 1]));
    }
  };
  const descend = (node: Nodes, next?: Nodes): void => {
    if ('children' in node) {
      walk(node, next);
    }
  };
  walk(document.tree);
  return blocks;
}

function tableRow(row: TableRow, header: string[], document: Document): CitationBlock {
  return {
    kind: 'table row',
    header,
    cells: row.children.map((cell) => mappedText([cell], document, {links: false})),
    hasCitation: holdsCitation(row),
  };
}

function holdsCitation(node: Nodes): boolean {
  let found = false;
  visit(node as Root | PhrasingContent, 'text', (text: Text) => {
    found ||= parseCitations(text.value).clusters.length > 0;
  });
  return found;
}

/** Number of words that readers read in the body: figures, code and citations do not count. */
export function countWords(document: Document): number {
  return proseBlocks(document)
    .filter(({kind}) => kind !== 'front matter')
    .reduce(
      (sum, {text}) => sum + (withoutCitations(text).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0),
      0,
    );
}
