import {load} from 'cheerio';
import {comparisons, referenceChanges} from '../../../src/editions/comparison';
import {comparisonPages} from '../../../src/editions/comparison-pages';
import {reference, referencesYml} from '../../helpers/evidence';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const RELEASED = 'versioned_docs/version-1.0';

function pages() {
  const root = makeSite({
    'versions.json': '["1.0"]',
    [`${RELEASED}/_edition.yml`]: "edition: '1.0'\nreleased: '2026-11-25'\n",
    [`${RELEASED}/_evidence/references.yml`]: referencesYml(reference('a2020'), reference('b2021')),
    [`${RELEASED}/a.mdx`]:
      '---\ntitle: Page A\n---\nLead [@a2020].\n\n## Dose {/* #dose */}\n\nIt was 5 mg [@b2021].\n\n## Old {/* #old */}\n\nGone.\n',
    [`${RELEASED}/same.mdx`]: '---\ntitle: Same\n---\nSame.\n',
    [`${RELEASED}/gone.mdx`]: '---\ntitle: Gone\n---\nGone.\n',
    'docs/_evidence/references.yml': referencesYml(reference('a2020'), reference('c2022')),
    'docs/a.mdx':
      '---\ntitle: Page A\n---\nLead [@a2020].\n\n## Dose {/* #dose */}\n\nIt was 4 mg [@c2022, table 2].\n',
    'docs/same.mdx': '---\ntitle: Same\n---\nSame.\n',
    'docs/new.mdx': '---\ntitle: New\n---\nNew.\n',
    'docs/_moves.yml': `
- {from: gone, to: a, since: '2.0', reason: Joined}
- {from: a#old, to: new, since: '2.0', reason: Elsewhere}
`,
  });
  const [comparison] = comparisons(root);
  return comparisonPages(comparison!, referenceChanges(comparison!, root), '/base/');
}

/** Text and links of a page, a line a block. */
function shown(html: string): string[] {
  const $ = load(html);
  $('a').each((_, a) => {
    $(a).text(`${$(a).text()} (${$(a).attr('href')})`);
  });
  $('ins').each((_, el) => void $(el).text(`+${$(el).text()}+`));
  $('del').each((_, el) => void $(el).text(`-${$(el).text()}-`));
  return $('h1, h2, p, li')
    .toArray()
    .map((el) => $(el).text());
}

test('there is an overview, a page of references, and one for each page that changed', () => {
  expect([...pages().keys()]).toEqual([
    'editions/1.0-to-next/',
    'editions/1.0-to-next/references/',
    'editions/1.0-to-next/a/',
  ]);
});

test('the overview tells of every page', () => {
  expect(shown(pages().get('editions/1.0-to-next/')!.main)).toMatchInlineSnapshot(`
    [
      "Edition 1.0 and the draft compared",
      "Edition 1.0 was released on 2026-11-25; the draft changes without notice. Texts are compared as they stand on the pages; figures and tables that are drawn from data are not.",
      "References: 1 added, 1 withdrawn (/base/editions/1.0-to-next/references/)",
      "Changed pages (1)",
      "Page A (/base/editions/1.0-to-next/a/): 1 section changed, 1 gone",
      "New pages (1)",
      "New (/base/docs/next/new/)",
      "Pages that are gone (1)",
      "Gone (/base/docs/gone/), now part of Page A (/base/docs/next/a/)",
      "Pages that are the same (1)",
      "Same (/base/docs/next/same/)",
    ]
  `);
});

test('a page shows what changed, section by section, in both editions', () => {
  expect(shown(pages().get('editions/1.0-to-next/a/')!.main)).toMatchInlineSnapshot(`
    [
      "Page A: what changed",
      "Read the page in edition 1.0 (/base/docs/a/) or in the draft (/base/docs/next/a/). Words that were taken out are -struck out- in the older text, words that were put in are +underlined+ in the newer.",
      "Dose (/base/docs/next/a/#dose)",
      "Edition 1.0",
      "It was -5- mg [Author 2020].",
      "The draft",
      "It was +4+ mg [Author 2020+, table 2+].",
      "Old (/base/docs/a/#old)",
      "Removed; its address leads to New (/base/docs/next/new/).",
      "Edition 1.0",
      "-Gone.-",
      "The draft",
      "Nothing.",
    ]
  `);
});

test('references that came and went are listed as they read', () => {
  expect(shown(pages().get('editions/1.0-to-next/references/')!.main)).toMatchInlineSnapshot(`
    [
      "References added and withdrawn",
      "Added in the draft (1)",
      "Author A. Title of c2022. Journal. 2020.",
      "Withdrawn since edition 1.0 (1)",
      "Author A. Title of b2021. Journal. 2020.",
    ]
  `);
});
