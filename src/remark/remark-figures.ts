/**
 * Replaces `<Figure id="trd-response" />` by the picture that src/figures draws from the edition's own data, with its
 * sources as citations: run this before remark-citations.
 */
import path from 'node:path';
import type {Paragraph, Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {Plugin} from 'unified';
import {docsDirOf} from '../evidence/store';
import {layoutIntervals} from '../figures/intervals';
import {loadFigure} from '../figures/load';
import type {Figure, FigureOf} from '../figures/schema';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {flowElement, lineOffset, relativePath} from './mdx';

export const remarkFigures: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    const problems: Problem[] = [];
    visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
      if (node.name !== 'Figure' || parent === undefined || index === undefined) {
        return;
      }
      const id = node.attributes.find(
        (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id',
      )?.value;
      const evidenceDir = path.join(docsDirOf(file.path, root), '_evidence');
      const loaded = loadFigure(typeof id === 'string' ? id : '', evidenceDir, root);
      if (!loaded.figure) {
        problems.push(
          ...loaded.problems.map((problem) =>
            problem.rule === 'figure/unknown'
              ? {
                  ...problem,
                  file: relativePath(file, root),
                  line: (node.position?.start.line ?? 1) + lineOffset(file),
                }
              : problem,
          ),
        );
        return;
      }
      parent.children[index] = draw(loaded.figure);
    });
    stopOnProblems(problems);
  };

function draw(figure: Figure): MdxJsxFlowElement {
  const {id, title, summary, note} = figure;
  const frame = (children: MdxJsxFlowElement[]) =>
    flowElement('Figure', {id, title, summary, note}, children);
  switch (figure.kind) {
    case 'effects':
    case 'ranges':
      return frame([intervals(figure)]);
    default:
      throw new Error(`No drawing for figures of kind ${figure.kind}`);
  }
}

function intervals(figure: FigureOf<'effects'> | FigureOf<'ranges'>): MdxJsxFlowElement {
  const {ticks, zero, rows} = layoutIntervals(figure);
  let group: string | undefined;
  return flowElement(
    'Intervals',
    {
      label: figure.x.label,
      favors: figure.x.favors?.join('|'),
      ticks: ticks.map(({at, label}) => `${at}|${label}`).join(' '),
      zero,
    },
    rows.map((row) => {
      const heading = row.group === group ? undefined : row.group;
      group = row.group;
      return flowElement(
        'Interval',
        {
          label: row.label,
          group: heading,
          at: row.at,
          from: row.from,
          to: row.to,
          zero,
          words: row.words,
          n: row.n,
          detail: row.detail,
          pooled: row.pooled ? 'true' : undefined,
        },
        [citation(row.refs)],
      );
    }),
  );
}

/** Sources as Pandoc citations, for remark-citations to number. */
function citation(refs: readonly string[]): Paragraph {
  return {
    type: 'paragraph',
    children: [{type: 'text', value: `[${refs.map((key) => `@${key}`).join('; ')}]`}],
  };
}
