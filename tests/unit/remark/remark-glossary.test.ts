import {remarkGlossary} from '../../../src/remark/remark-glossary';
import {dataYml, term} from '../../helpers/data';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function shown(...terms: object[]): string {
  const root = makeSite({
    'docs/reference/glossary.mdx': 'Answer.\n\n<Glossary />\n',
    'docs/page.mdx': '---\ntitle: A page\n---\nText.\n',
    'docs/_evidence/vocabulary.yml': dataYml(...terms),
  });
  return shownPage(root, 'docs/reference/glossary.mdx', [[remarkGlossary, {root}]]);
}

test('letters, and each term with its names and the page about it', () => {
  expect(
    shown(
      term('blinding', {page: 'reference/glossary'}),
      term('spray', {
        term: 'esketamine nasal spray',
        definition: 'A spray [@a2020].',
        abbreviations: ['ESK', 'ES'],
        brands: ['Spravato'],
        spellings: ['esketamin'],
        lay: ['nose spray'],
        page: 'page#doses',
      }),
    ),
  ).toMatchInlineSnapshot(`
    "Answer.
    <GlossaryLetters>
      [B](#b)
      [E](#e)
    </GlossaryLetters>
    ## B {#b}
    <GlossaryTerms>
      <GlossaryTerm id="blinding" term="blinding">
        A word.
      </GlossaryTerm>
    </GlossaryTerms>
    ## E {#e}
    <GlossaryTerms>
      <GlossaryTerm id="spray" term="esketamine nasal spray" abbreviations="ESK; ES">
        A spray [@a2020].
        <GlossaryNames brands="Spravato" spellings="esketamin" lay="nose spray" />
        <GlossaryPage>
          [A page](../page.mdx#doses)
        </GlossaryPage>
      </GlossaryTerm>
    </GlossaryTerms>"
  `);
});

test('what people type instead is not shown: neither misspellings nor questions', () => {
  const text = shown(
    term('ketamine', {misspellings: ['ketamene'], searched_as: ['what is ketamine']}),
  );
  expect(text).not.toContain('ketamene');
  expect(text).not.toContain('what is');
});
