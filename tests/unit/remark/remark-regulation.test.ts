import {remarkCitations} from '../../../src/remark/remark-citations';
import {remarkRegulation} from '../../../src/remark/remark-regulation';
import {dataYml, jurisdiction} from '../../helpers/data';
import {reference, referencesYml} from '../../helpers/evidence';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const DATA = dataYml(
  jurisdiction('us', {
    funding: {text: 'Each payer decides.', date: '2025-09', refs: ['a2020', 'b2021']},
  }),
  jurisdiction('eu'),
  jurisdiction('de', {
    funding: {text: 'Paid since 2023', date: '2023', refs: ['b2021']},
  }),
  jurisdiction('jp'),
  jurisdiction('un', {funding: {text: 'Not applicable', searched: '2026-11-23'}}),
);

function siteOf(page: string, files: Files = {}): string {
  return makeSite({
    'docs/page.mdx': page,
    'docs/_evidence/references.yml': referencesYml(reference('a2020'), reference('b2021')),
    'docs/_evidence/regulation.yml': DATA,
    ...files,
  });
}

function transform(root: string, file = 'docs/page.mdx'): string {
  return shownPage(root, file, [[remarkRegulation, {root}]]);
}

test('one question: a row for each answer, and one for all where nothing was found', () => {
  expect(transform(siteOf('<RegulationTable cell="funding" />\n'))).toMatchInlineSnapshot(`
    "<Regulation id="regulation-funding" label="Who pays">
      <RegulationRow places="regulation-funding-us\\tUS" date="2025-09">
        Each payer decides [@a2020; @b2021].
      </RegulationRow>
      <RegulationRow places="regulation-funding-de\\tDE" date="2023">
        Paid since 2023 [@b2021]
      </RegulationRow>
      <RegulationRow places="regulation-funding-eu\\tEU\\nregulation-funding-jp\\tJP" searched="2026-11-23">
        Not found.
      </RegulationRow>
      <RegulationRow places="regulation-funding-un\\tUN" searched="2026-11-23">
        Not applicable.
      </RegulationRow>
    </Regulation>"
  `);
});

test('all questions: a heading for each, below the heading that the page has', () => {
  const shown = transform(siteOf('## Countries {/* #countries */}\n\n<RegulationTable />\n'));
  expect(shown.match(/^#+ .*/gm)).toEqual([
    '## Countries {/* #countries */}',
    '### Approval of esketamine {#regulation-esketamine-approval}',
    '### Approval of racemic ketamine {#regulation-racemic-approval}',
    '### Labeled uses {#regulation-indications}',
    '### Label doses {#regulation-dose-limits}',
    '### Setting and monitoring {#regulation-monitoring}',
    '### Who pays {#regulation-funding}',
    '### Control by law {#regulation-scheduling}',
    '### Professional guidance {#regulation-guidance}',
  ]);
  // The heading has the address: the table does not repeat it.
  expect(shown).not.toContain('<Regulation id=');
});

test('its sources are numbered with those of the page', () => {
  const root = siteOf('First [@b2021].\n\n<RegulationTable cell="funding" />\n');
  const shown = shownPage(root, 'docs/page.mdx', [
    [remarkRegulation, {root}],
    [remarkCitations, {root}],
  ]);
  expect([...shown.matchAll(/<Cite to="(.*?)" n="(.*?)"/g)].map((m) => m.slice(1))).toEqual([
    ['b2021', '1'],
    ['a2020', '2'],
    ['b2021', '1'],
    ['b2021', '1'],
  ]);
});

test('is read from the edition of its page', () => {
  const root = siteOf('Text.\n', {
    'versioned_docs/version-1.0/page.mdx': '<RegulationTable cell="funding" />\n',
    'versioned_docs/version-1.0/_evidence/regulation.yml': dataYml(jurisdiction('au')),
  });
  expect(transform(root, 'versioned_docs/version-1.0/page.mdx')).toContain('\\tAU');
});

test('text of the data is text, not markup', () => {
  const root = siteOf('<RegulationTable cell="funding" />\n', {
    'docs/_evidence/regulation.yml': dataYml(
      jurisdiction('us', {funding: {text: '*A* <b>{x}</b>', date: '2020', refs: ['a2020']}}),
    ),
  });
  expect(transform(root)).toContain('*A* <b>{x}</b> [@a2020]');
});

describe('stops, and says where, for', () => {
  test('a cell that does not exist, with the nearest', () => {
    expect(reportOf(() => transform(siteOf('Text.\n\n<RegulationTable cell="fundng" />\n'))))
      .toMatchInlineSnapshot(`
      "docs/page.mdx:3:1  block/unknown
        Found      <RegulationTable cell="fundng" />
        Expected   a cell of regulation.yml, or no attribute for all of them
        Closest    funding, guidance, monitoring
        Fix        correct the name of the cell

      1 problem:
        block/unknown: 1"
    `);
  });

  test('a block in a sentence', () => {
    expect(reportOf(() => transform(siteOf('See <RegulationTable /> here.\n'))))
      .toMatchInlineSnapshot(`
      "docs/page.mdx:1:5  block/place
        Found      <RegulationTable /> inside a paragraph, list or other element
        Expected   <RegulationTable /> on a line of its own, with an empty line before and after it
        Fix        move it between two paragraphs

      1 problem:
        block/place: 1"
    `);
  });

  test('an edition without the data', () => {
    const root = siteOf('Text.\n', {
      'versioned_docs/version-1.0/page.mdx': '<RegulationTable />\n',
    });
    expect(reportOf(() => transform(root, 'versioned_docs/version-1.0/page.mdx')))
      .toMatchInlineSnapshot(`
      "versioned_docs/version-1.0/page.mdx:1:1  block/unknown
        Found      <RegulationTable />
        Expected   the data of this edition in versioned_docs/version-1.0/_evidence/regulation.yml
        Fix        add the file, or remove the block

      1 problem:
        block/unknown: 1"
    `);
  });

  test('data with a problem, with its own place', () => {
    const root = siteOf('<RegulationTable />\n', {
      'docs/_evidence/regulation.yml': dataYml({id: 'us', name: 'US'}),
    });
    expect(reportOf(() => transform(root))).toContain(
      'docs/_evidence/regulation.yml:1:3  regulation/schema',
    );
  });
});
