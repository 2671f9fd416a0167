/**
 * Blocks: what a page writes as `<Timeline />` and the build fills from the edition's data. Here is what they are called,
 * which data they show, and which ids they put on the page; their text is made by the transform named after each.
 */
import path from 'node:path';
import type {Link, Paragraph, Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {splitTarget} from '../evidence/moves';
import {nearest} from '../evidence/nearest';
import {pageBySlug} from '../evidence/pages';
import {REGULATION_CELL_NAMES, regulationId, type RegulationCell} from '../evidence/regulation';
import {dataFor, docsDirOf, type EditionData} from '../evidence/store';
import {timelineDecades} from '../evidence/timeline';
import {glossarySections} from '../evidence/vocabulary';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {link, linkToFile, relativePath} from './mdx';

/** Data of each block, and its file in `_evidence`. */
export const BLOCKS = {
  Glossary: {data: 'vocabulary', file: 'vocabulary.yml'},
  RegulationTable: {data: 'regulation', file: 'regulation.yml'},
  Timeline: {data: 'timeline', file: 'timeline.yml'},
} as const satisfies Record<string, {data: keyof EditionData; file: string}>;

export type BlockName = keyof typeof BLOCKS;
export type Block = (MdxJsxFlowElement | MdxJsxTextElement) & {name: BlockName};

/** Attributes that a block may have. */
const ATTRIBUTES: Record<BlockName, readonly string[]> = {
  Glossary: [],
  RegulationTable: ['cell'],
  Timeline: [],
};

/** True for the elements that the build fills. */
export function isBlock(node: {type: string; name?: string | null}): node is Block {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    typeof node.name === 'string' &&
    Object.hasOwn(BLOCKS, node.name)
  );
}

/** `<RegulationTable cell="funding" />`: the one cell that a block shows, as typed; undefined where it shows all. */
function cellOf({attributes}: Block): string | undefined {
  const found = attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'cell',
  );
  return found === undefined ? undefined : typeof found.value === 'string' ? found.value : '';
}

/** Questions that a regulation table shows: all, or the one that its `cell` names. */
export function regulationCells(element: Block): RegulationCell[] {
  const cell = cellOf(element);
  return REGULATION_CELL_NAMES.filter((name) => cell === undefined || name === cell);
}

/** Ids that a block puts on its page, for links, moves and duplicates. None where its data cannot be read. */
export function blockIds(element: Block, data: EditionData): string[] {
  switch (element.name) {
    case 'Glossary':
      return glossarySections(data.vocabulary.value ?? []).flatMap(({id, terms}) => [
        id,
        ...terms.map((term) => term.id),
      ]);
    case 'RegulationTable':
      return regulationCells(element).flatMap((cell) => [
        regulationId(cell),
        ...(data.regulation.value ?? []).map(({id}) => regulationId(cell, id)),
      ]);
    case 'Timeline':
      return timelineDecades(data.timeline.value ?? []).flatMap(({id, years}) => [
        id,
        ...years.flatMap(({year, events}) => [
          ...(year === undefined ? [] : [year]),
          ...events.map((event) => event.id),
        ]),
      ]);
  }
}

/** A block as its author typed it. */
export function blockText(element: Block): string {
  const attributes = element.attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute'
      ? ` ${attribute.name}=${JSON.stringify(attribute.value)}`
      : ' {...}',
  );
  return `<${element.name}${attributes.join('')} />`;
}

/**
 * What is wrong with a block in itself: an attribute or a cell that does not exist, or data that the edition lacks.
 * @param folder docs folder of the edition, as messages show it
 */
export function blockProblems(
  element: Block,
  data: EditionData,
  folder: string,
): Pick<Problem, 'found' | 'expected' | 'closest' | 'fix'>[] {
  const {name} = element;
  const {data: key, file} = BLOCKS[name];
  const found = blockText(element);
  const unknown = element.attributes.filter(
    (attribute) =>
      attribute.type !== 'mdxJsxAttribute' || !ATTRIBUTES[name].includes(attribute.name),
  );
  const cell = cellOf(element);
  return [
    ...(unknown.length > 0
      ? [
          {
            found,
            expected: `<${name} /> with ${ATTRIBUTES[name].join(', ') || 'no attribute'}`,
            fix: 'remove the other attributes',
          },
        ]
      : []),
    ...(cell !== undefined && regulationCells(element).length === 0
      ? [
          {
            found,
            expected: `a cell of ${file}, or no attribute for all of them`,
            closest: nearest(cell, REGULATION_CELL_NAMES),
            fix: 'correct the name of the cell',
          },
        ]
      : []),
    ...(data[key].exists
      ? []
      : [
          {
            found,
            expected: `the data of this edition in ${folder}/_evidence/${file}`,
            fix: 'add the file, or remove the block',
          },
        ]),
  ];
}

/**
 * Puts what the build makes in the place of each block of a name. Stops for data that has a problem, and for blocks that
 * cannot be filled.
 * @param make what stands there instead; `depth` is the level of headings that belong under the heading before the block
 */
export function fillBlocks(
  tree: Root,
  file: VFile,
  root: string,
  name: BlockName,
  make: (element: Block, data: EditionData, depth: 2 | 3 | 4 | 5 | 6) => RootContent[],
): void {
  const problems: Problem[] = [];
  const folder = path.relative(root, docsDirOf(file.path, root)).split(path.sep).join('/');
  let depth = 1;
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') {
      depth = node.depth;
    }
    if (!isBlock(node) || node.name !== name || parent === undefined || index === undefined) {
      return undefined;
    }
    const data = dataFor(file.path, root);
    const place = {
      file: relativePath(file, root),
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
    };
    const own: Problem[] = [
      ...data[BLOCKS[name].data].problems,
      ...blockProblems(node, data, folder).map((problem) => ({
        ...place,
        rule: 'block/unknown',
        ...problem,
      })),
      ...(parent.type === 'root' ? [] : [{...place, rule: 'block/place', ...misplaced(name)}]),
    ];
    problems.push(...own);
    if (own.length > 0) {
      return undefined;
    }
    const made = make(node, data, Math.min(depth + 1, 6) as 2 | 3 | 4 | 5 | 6);
    parent.children.splice(index, 1, ...(made as never[]));
    return index + made.length;
  });
  stopOnProblems(problems);
}

/** What is said of a block that stands where it has no room. */
export function misplaced(name: BlockName): Pick<Problem, 'found' | 'expected' | 'fix'> {
  return {
    found: `<${name} /> inside a paragraph, list or other element`,
    expected: `<${name} /> on a line of its own, with an empty line before and after it`,
    fix: 'move it between two paragraphs',
  };
}

/**
 * Links to pages of the edition that a page belongs to.
 * @returns the link to `slug` or `slug#id` with the page's title; undefined for a page that is not there
 */
export function pageLinks(file: VFile, root: string): (target: string) => Link | undefined {
  const docsDir = docsDirOf(file.path, root);
  return (target) => {
    const {slug, id} = splitTarget(target);
    const page = pageBySlug(docsDir, slug);
    return page && link(linkToFile(file, page.file, id), page.title);
  };
}

/** Plain text with its sources before the full stop, as pages write it, for remark-citations to number. */
export function cited(text: string, refs: readonly string[]): Paragraph {
  const citation = `[${refs.map((key) => `@${key}`).join('; ')}]`;
  const value = text.endsWith('.') ? `${text.slice(0, -1)} ${citation}.` : `${text} ${citation}`;
  return {type: 'paragraph', children: [{type: 'text', value}]};
}
