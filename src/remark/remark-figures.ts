/**
 * Replaces `<Figure id="trd-response" />` by the picture that src/figures draws from the edition's own data, with its
 * sources as citations: run this before remark-citations.
 */
import path from 'node:path';
import type {Paragraph, Root} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {Plugin} from 'unified';
import {docsDirOf} from '../evidence/store';
import {layoutIntervals, type PlacedRow} from '../figures/intervals';
import type {Forest, ForestRow} from '../figures/forest';
import {loadFigure} from '../figures/load';
import {drawMechanism} from '../figures/mechanism';
import type {Figure, FigureOf} from '../figures/schema';
import {layoutTimeline, TIMELINE_GROUPS} from '../figures/timeline';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {flowElement, relativePath, textElement} from './mdx';

export const remarkFigures: Plugin<[{root: string; baseUrl: string}], Root> =
  ({root, baseUrl}) =>
  (tree, file) => {
    const problems: Problem[] = [];
    visit(tree, (node, index, parent) => {
      if (node.type === 'mdxJsxTextElement' && node.name === 'Figure') {
        problems.push({
          file: relativePath(file, root),
          line: node.position?.start.line ?? 1,
          column: node.position?.start.column ?? 1,
          rule: 'figure/in-text',
          found: '<Figure /> inside a paragraph',
          expected: '<Figure /> on a line of its own, with an empty line before and after it',
        });
      }
      if (
        node.type !== 'mdxJsxFlowElement' ||
        node.name !== 'Figure' ||
        parent === undefined ||
        index === undefined
      ) {
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
                  line: node.position?.start.line ?? 1,
                  column: node.position?.start.column ?? 1,
                }
              : problem,
          ),
        );
        return;
      }
      parent.children[index] = draw(loaded.figure, loaded.forest, baseUrl);
    });
    stopOnProblems(problems);
  };

function draw(figure: Figure, forest: Forest | undefined, baseUrl: string): MdxJsxFlowElement {
  const {id, title, summary, note} = figure;
  const frame = (children: MdxJsxFlowElement[]) =>
    flowElement('Figure', {id, title, summary, note}, children);
  switch (figure.kind) {
    case 'effects':
    case 'ranges':
      return frame([intervals(figure, ({label, refs}) => ({label, children: [citation(refs)]}))]);
    case 'forest':
      return frame([intervals(forest!, (row) => ({children: [studyWithSource(row, baseUrl)]}))]);
    case 'timeline':
      return frame(timeline(figure));
    case 'mechanism':
      return frame(mechanism(figure));
  }
}

/** @param name what names a row: its label and citation, or all of it in its children */
function intervals<R extends PlacedRow>(
  figure: Pick<FigureOf<'effects'> | FigureOf<'ranges'>, 'kind' | 'x'> & {rows: readonly R[]},
  name: (row: R) => {label?: string; children: Paragraph[]},
): MdxJsxFlowElement {
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
      const {label, children} = name(row);
      return flowElement(
        'Interval',
        {
          label,
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
        children,
      );
    }),
  );
}

/** The study's name as a link to its record, the rest of the label, its source. A plain link: records are no routes. */
function studyWithSource({study, title = '', label, refs}: ForestRow, baseUrl: string): Paragraph {
  const rest = label.slice(title.length);
  return {
    type: 'paragraph',
    children: [
      ...(study ? [plainLink(`${baseUrl}studies/${study}/`, title)] : []),
      {type: 'text', value: refs.length > 0 ? `${rest} ` : rest},
      ...(refs.length > 0 ? citation(refs).children : []),
    ],
  };
}

/** An `a` that MDX leaves alone, as it does one that an author wrote as HTML: the site's own links are routed. */
function plainLink(href: string, text: string): MdxJsxTextElement {
  const link = textElement('a', {href}, [{type: 'text', value: text}]);
  return {...link, data: {_mdxExplicitJsx: true} as MdxJsxTextElement['data']};
}

function timeline(figure: FigureOf<'timeline'>): MdxJsxFlowElement[] {
  const {ticks, lines} = layoutTimeline(figure);
  return [
    flowElement('TimelineStrip', {
      ticks: ticks.map(({at, label}) => `${at}|${label}`).join(' '),
      lines: lines.map(({label, marks}) => `${label}|${marks.join(' ')}`).join('\n'),
    }),
    flowElement(
      'FigureTable',
      {head: 'Date|What happened|Area'},
      figure.events.map(({date, label, group, refs}) =>
        flowElement('FigureTableRow', {cells: `${date}|${label}|${TIMELINE_GROUPS[group]}`}, [
          citation(refs),
        ]),
      ),
    ),
  ];
}

function mechanism(figure: FigureOf<'mechanism'>): MdxJsxFlowElement[] {
  const labels = new Map(figure.nodes.map(({id, label}) => [id, label]));
  return [
    flowElement('Drawing', {svg: drawMechanism(figure), title: figure.title}),
    flowElement(
      'FigureTable',
      {head: 'From|To|How sure'},
      figure.edges.map(({from, to, label, status, refs}) =>
        flowElement(
          'FigureTableRow',
          {cells: `${labels.get(from)}|${labels.get(to)}${label ? `: ${label}` : ''}|${status}`},
          refs ? [citation(refs)] : [],
        ),
      ),
    ),
  ];
}

/** Sources as Pandoc citations, for remark-citations to number. */
function citation(refs: readonly string[]): Paragraph {
  return {
    type: 'paragraph',
    children: [{type: 'text', value: `[${refs.map((key) => `@${key}`).join('; ')}]`}],
  };
}
