/**
 * Replaces `<Audits />` by every audit of docs/_evidence/audits.yml, newest first: a heading, a card on what was done, a
 * table of results with shares, what came of the errors, and limits. The strings of the file are Markdown.
 */
import path from 'node:path';
import type {PhrasingContent, Root, RootContent, Table, TableCell} from 'mdast';
import type {Plugin} from 'unified';
import {
  correctIn,
  errorsIn,
  loadAudits,
  totalOf,
  upperBound,
  type Audit,
  type AuditResult,
  type ResultClass,
} from '../evidence/audits';
import {docsDirOf} from '../evidence/store';
import {stopOnProblems} from '../lint/report';
import {
  flowElement,
  heading,
  inlineMarkdown,
  paragraph,
  relativePath,
  replaceBlocks,
  textElement,
} from './mdx';

export const remarkAudits: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) =>
    replaceBlocks(tree, file, root, 'Audits', () => {
      const {value, exists, problems, place} = loadAudits(
        path.join(docsDirOf(file.path, root), '_evidence'),
        root,
      );
      stopOnProblems([
        ...problems,
        ...(exists
          ? []
          : [
              {
                file: relativePath(file, root),
                line: 1,
                column: 1,
                rule: 'audits/missing-file',
                found: '<Audits />',
                expected: `the file ${place([]).file}`,
              },
            ]),
      ]);
      return (value ?? []).flatMap(auditBlocks);
    });

function auditBlocks(audit: Audit): RootContent[] {
  const {id, title, date, results, sample, method, auditors, also, limits} = audit;
  const row = (label: string, markdown: string) =>
    flowElement('GlanceRow', {label}, inlineMarkdown(markdown));
  return [
    heading(3, `audit-${id}`, title),
    flowElement('AtAGlance', {}, [
      flowElement('GlanceRow', {label: 'Date'}, [paragraph([dateElement(date)])]),
      row('What and how chosen', sample),
      row('How compared', method),
      row('By whom', auditors),
    ]),
    resultTable(results),
    ...inlineMarkdown(conclusion(audit)),
    ...(also ?? []).flatMap(inlineMarkdown),
    ...inlineMarkdown('**What it cannot show:**'),
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: limits.map((limit) => ({
        type: 'listItem',
        spread: false,
        children: inlineMarkdown(limit),
      })),
    },
  ];
}

/** Columns after "Correct". "Wrong" is always there: that there was none is what a reader wants to know. */
const COLUMNS: readonly (readonly [ResultClass, string])[] = [
  ['imprecise', 'Imprecise'],
  ['unsupported', 'Unsupported'],
  ['wrong', 'Wrong'],
  ['unsettled', 'Not settled'],
];

/** One row a group, and their sum where there are several. */
function resultTable(results: readonly AuditResult[]): Table {
  const rows = results.length > 1 ? [...results, totalOf(results)] : results;
  const shown = COLUMNS.filter(
    ([name]) => name === 'wrong' || results.some((result) => result[name] !== undefined),
  );
  return {
    type: 'table',
    align: [null, ...shown.map(() => 'right' as const), 'right', 'right'],
    children: [
      tableRow(['Part', 'Correct', ...shown.map(([, label]) => label), 'All']),
      ...rows.map((result) =>
        tableRow([
          result.group,
          withShare(correctIn(result), result.checked),
          ...shown.map(([name]) => withShare(result[name] ?? 0, result.checked)),
          grouped(result.checked),
        ]),
      ),
    ],
  };
}

function tableRow(cells: string[]): Table['children'][number] {
  return {
    type: 'tableRow',
    children: cells.map((value): TableCell => ({
      type: 'tableCell',
      children: [{type: 'text', value}],
    })),
  };
}

function dateElement(date: string): PhrasingContent {
  return textElement('DateText', {date});
}

/** The numbers in sentences, with what a sample allows to say about the rest. */
function conclusion({kind, unit, approximate, results, mended}: Audit): string {
  const total = totalOf(results);
  const wrong = total.wrong ?? 0;
  const errors = errorsIn(results);
  const about = approximate ? 'about ' : '';
  const rate =
    kind === 'sample'
      ? `As a sample, ${wrong} wrong of ${grouped(total.checked)} allows a true rate of wrong ones of up to ${percent(
          upperBound(wrong, total.checked),
        )} (95% upper bound).`
      : 'Everything was read once, so this is a count and not an estimate; what one reading misses is not known.';
  const left = errors - mended;
  return `Of ${about}${grouped(total.checked)} ${unit}, ${withShare(correctIn(total), total.checked)} were correct. ${rate} Errors found: ${errors}; mended: ${mended}${
    left === 0 ? '' : `; **still open: ${left}**`
  }.`;
}

/** `12 (13%)` */
function withShare(n: number, of: number): string {
  return n === 0 ? '0' : `${grouped(n)} (${percent(n / of)})`;
}

/** Two digits that count, so that a few of many are not shown as none: `13%`, `3.3%`, `0.03%`. */
function percent(share: number): string {
  const value = share * 100;
  return `${value >= 10 || value === 0 ? Math.round(value) : value.toFixed(value >= 0.1 ? 1 : 2)}%`;
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
