/**
 * The rule that makes figures checkable. What counts as a figure is defined in clinical-figure.ts.
 *
 * Blocks are paragraphs, list items (without the lists in them), body rows of tables, and the strings of the
 * At-a-glance card and of dated searches. None are headings, titles of notes, and the card's `outcome`, which says what was measured and not
 * what was found. Pages of type `about` speak of the site, not of the drug, and are left out. The text of a link is a
 * name for another page, not a statement of this one. Of the data that blocks show, definitions are judged like paragraphs;
 * other entries list their sources. A time in the paragraph just before a table or picture says what
 * that shows ("The table gives response at 24 h"), and the sources stand there.
 */
import {parseCitations} from '../../evidence/citations';
import type {Position} from '../../evidence/yaml';
import {findCellNumber, findClinicalFigures, namesUnit} from '../clinical-figure';
import type {Document} from '../document';
import {dataTexts} from '../data-texts';
import {defineRule, type Finding} from '../rule';
import {
  CITABLE_FIELDS,
  citationBlocks,
  frontMatterStrings,
  withoutCitations,
  type CitationBlock,
  type MappedText,
} from '../text';

interface PlacedFigure extends Position {
  text: string;
}

export const citeFigureWithoutCitation = defineRule({
  id: 'cite/figure-without-citation',
  title: 'Every block with a clinical figure holds a citation',
  why: 'A reader acts on figures: each must be checkable where it stands.',
  scope: 'next',
  check: ({documents, editions}) => [
    ...documents.flatMap(onPage),
    ...editions
      .flatMap(dataTexts)
      .filter(({citable, text}) => citable && !isCited(text))
      .flatMap((block) => finding(block.file, 'a definition', 'definition', inText(block))),
  ],
});

function isCited(text: string): boolean {
  return parseCitations(text).clusters.length > 0;
}

function onPage(document: Document): Finding[] {
  if (document.rawFrontMatter.type === 'about') {
    return [];
  }
  const {file} = document;
  const glance = frontMatterStrings(document)
    .filter(
      ({path, text}) =>
        path !== undefined &&
        CITABLE_FIELDS.includes(path[0]) &&
        path[1] !== 'outcome' &&
        !isCited(text),
    )
    .flatMap((block) => finding(file, block.path!.join('.'), 'string', inText(block)));
  const body = citationBlocks(document)
    .filter(({hasCitation}) => !hasCitation)
    .flatMap((block) => finding(file, `a ${block.kind}`, block.kind, firstFigure(block)));
  return [...glance, ...body];
}

function finding(
  file: string,
  where: string,
  kind: string,
  figure: PlacedFigure | undefined,
): Finding[] {
  if (!figure) {
    return [];
  }
  const {line, column, text} = figure;
  return [
    {
      file,
      line,
      column,
      found: `${text} in ${where}, without a citation`,
      expected: `at least one citation in the same ${kind}`,
      fix: 'add [@key] before the full stop, or leave the figure out',
    },
  ];
}

function inText(
  {text, place}: MappedText,
  {times = true}: {times?: boolean} = {},
): PlacedFigure | undefined {
  const figure = findClinicalFigures(withoutCitations(text)).find(({isTime}) => times || !isTime);
  return figure && {...place(figure.start), text: figure.text};
}

function firstFigure(block: CitationBlock): PlacedFigure | undefined {
  if (block.kind !== 'table row') {
    return inText(block, {times: !block.introduces});
  }
  const [rowHeader] = block.cells;
  for (const [i, cell] of block.cells.entries()) {
    const own = inText(cell);
    if (own) {
      return own;
    }
    const hasUnit =
      namesUnit(block.header[i] ?? '') || (i > 0 && rowHeader && namesUnit(rowHeader.text));
    const number = hasUnit ? findCellNumber(cell.text) : undefined;
    if (number) {
      return {...cell.place(number.start), text: number.text};
    }
  }
  return undefined;
}
