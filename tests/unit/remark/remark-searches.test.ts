import {remarkSearches} from '../../../src/remark/remark-searches';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const SEARCHES = `searches:
  - question: Randomized trials
    where: an index
    words: [ketamine trial, ketamine randomized]
    date: 2026-11-25
    found: '12. Nothing but *one* report [@a2020].'
  - {question: Guidelines, where: a database, date: 2026-11-24, found: None}
`;

function transform(body: string, frontMatter = SEARCHES): string {
  const root = makeSite({'docs/page.mdx': `---\ntitle: Page\n${frontMatter}---\n${body}`});
  return shownPage(root, 'docs/page.mdx', [remarkSearches]);
}

test('searches end the section on limits, below its own subsections', () => {
  expect(
    transform(
      'Answer.\n\n## Limits of the evidence {/* #limits-of-the-evidence */}\n\nText.\n\n### Blinding {/* #blinding */}\n\nText.\n\n## After {/* #after */}\n\nText.\n',
    ),
  ).toMatchInlineSnapshot(`
    "Answer.
    ## Limits of the evidence {/* #limits-of-the-evidence */}
    Text.
    ### Blinding {/* #blinding */}
    Text.
    ### What was searched for {#searches}
    <Searches>
      <Search question="Randomized trials" where="an index" words="ketamine trial\\nketamine randomized" date="2026-11-25">
        12. Nothing but *one* report [@a2020].
      </Search>
      <Search question="Guidelines" where="a database" date="2026-11-24">
        None
      </Search>
    </Searches>
    ## After {/* #after */}
    Text."
  `);
});

test.each([
  ['whose last section is that on limits', '## Limits {/* #limits-of-the-evidence */}\n\nText.\n'],
  ['without such a section', 'Text.\n'],
])('on a page %s they stand at its end', (_, body) => {
  expect(transform(body)).toMatch(/Text\.\n### What was searched for {#searches}\n<Searches>/);
});

test('a page without searches stays as it is', () => {
  expect(transform('Text.\n', '')).toBe('Text.');
});
