/**
 * Replaces `<RegulationTable />` by one table a question, with a row for each jurisdiction of the edition's regulation.yml:
 * what the sources say, the date of the newest, and citations. `<RegulationTable cell="funding" />` is one of them, without
 * a heading of its own. Jurisdictions for which nothing was found share a row. Run this before remark-citations.
 */
import type {Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {Plugin} from 'unified';
import {
  REGULATION_CELLS,
  regulationId,
  type Jurisdiction,
  type RegulationCell,
} from '../evidence/regulation';
import {cited, fillBlocks, regulationCells} from './blocks';
import {flowElement, heading, paragraph} from './mdx';

export const remarkRegulation: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    fillBlocks(tree, file, root, 'RegulationTable', (element, data, depth) => {
      const cells = regulationCells(element);
      return cells.flatMap((cell): RootContent[] => {
        const rows = tableRows(cell, data.regulation.value ?? []);
        const label = REGULATION_CELLS[cell];
        // Alone, it belongs to the heading that the page's author wrote.
        return cells.length === 1
          ? [flowElement('Regulation', {id: regulationId(cell), label}, rows)]
          : [heading(depth, regulationId(cell), label), flowElement('Regulation', {label}, rows)];
      });
    });
  };

function tableRows(
  cell: RegulationCell,
  jurisdictions: readonly Jurisdiction[],
): MdxJsxFlowElement[] {
  const found: MdxJsxFlowElement[] = [];
  const missing = new Map<string, {text: string; searched: string; places: string[]}>();
  for (const {id, name, cells} of jurisdictions) {
    const {text, date, refs = [], searched} = cells[cell];
    const place = `${regulationId(cell, id)}\t${name}`;
    if (searched === undefined) {
      found.push(flowElement('RegulationRow', {places: place, date}, [cited(text, refs)]));
      continue;
    }
    const key = `${searched} ${text}`;
    const group = missing.get(key) ?? {text, searched, places: []};
    group.places.push(place);
    missing.set(key, group);
  }
  return [
    ...found,
    ...[...missing.values()].map(({text, searched, places}) =>
      // A list in one attribute: pairs of id and name, tab and line feed cannot occur in either.
      flowElement('RegulationRow', {places: places.join('\n'), searched}, [
        paragraph([{type: 'text', value: text.endsWith('.') ? text : `${text}.`}]),
      ]),
    ),
  ];
}
