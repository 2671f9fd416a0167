import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {remarkTableNames} from '../../../src/remark/remark-table-names';
import {transformPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |\n';

function names(text: string): unknown[] {
  const root = makeSite({'docs/a.mdx': text});
  const found: unknown[] = [];
  visit(transformPage(root, 'docs/a.mdx', [remarkTableNames]) as Root, 'table', ({data}) => {
    found.push((data as {hProperties?: Record<string, unknown>}).hProperties?.['aria-label']);
  });
  return found;
}

test('a table has the name of its section, and a number after the first', () => {
  expect(
    names(
      `---\ntitle: A\n---\n## Dosing, *oral* {/* #dosing */}\n\n${TABLE}\nText.\n\n${TABLE}\n### Children {/* #children */}\n\n${TABLE}`,
    ),
  ).toEqual(['Dosing, oral', 'Dosing, oral, 2', 'Children']);
});

test('above the first heading it has the name of the page', () => {
  expect(names(`---\ntitle: Scales\n---\n${TABLE}`)).toEqual(['Scales']);
});
