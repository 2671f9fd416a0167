import {
  citedAddresses,
  loadArticle,
} from '../../../../../src/plugins/machine-readable/server/article';
import {pageMarkdown} from '../../../../../src/plugins/machine-readable/server/markdown';

/** What stands below the front matter, title and statement. */
function markdown(body: string): string {
  const $ = loadArticle(
    `<html><body><nav>Menu</nav><article><nav>Breadcrumbs</nav><div class="markdown">${body}</div><footer>Edit</footer></article></body></html>`,
    '/docs/page/',
  );
  return pageMarkdown($, {
    url: 'https://example.org/docs/page/',
    title: 'Page',
    facts: {},
    statement: 'Not advice.',
  }).replace(/^[\s\S]*?> Not advice\.\n\n/, '');
}

const cite = (...links: string[]): string =>
  `<sup data-citation="true">${links
    .map(
      (text) =>
        `<span><a href="#ref-x" id="cite-x-1">${text}</a><button popovertarget="preview-x">?</button></span>`,
    )
    .join('<span>, </span>')}</sup>`;

test('the head holds title, address and facts, and says what the text is not', () => {
  const $ = loadArticle('<article><div class="markdown"><p>Text.</p></div></article>', '/docs/');
  expect(
    pageMarkdown($, {
      url: 'https://example.org/docs/',
      title: 'Dose: 0.5 mg/kg',
      facts: {edition: '1.0', evidence_searched: '2026-11-23', date: undefined},
      statement: 'Not advice.',
    }),
  ).toMatchInlineSnapshot(`
    "---
    title: "Dose: 0.5 mg/kg"
    url: https://example.org/docs/
    edition: "1.0"
    evidence_searched: 2026-11-23
    ---

    # Dose: 0.5 mg/kg

    > Not advice.

    Text.
    "
  `);
});

describe('a page becomes', () => {
  test.each([
    ['its text alone', '<header><h1>Page</h1></header><p>Text.</p>', 'Text.\n'],
    [
      'headings without the link to themselves',
      '<h2 id="dose">Dose<a class="hash-link" href="#dose">​</a></h2>',
      '## Dose\n',
    ],
    [
      'numbers for citations, with locators and what became of the source',
      `<p>It rises${cite('3', '4<span> table 2</span>', '5<span> retracted</span>')}.</p>`,
      'It rises [3, 4 table 2, 5 retracted].\n',
    ],
    [
      'whole addresses',
      '<p><a href="/docs/a/#b">A</a> <a href="#here">here</a> <a href="https://example.net/">out</a></p>',
      '[A](https://example.org/docs/a/#b) [here](https://example.org/docs/page/#here) [out](https://example.net/)\n',
    ],
    [
      'quotations for notices and admonitions',
      '<div role="note"><p>Crisis.</p></div><div class="theme-admonition"><div>Warning</div><p>Text.</p></div>',
      '> Crisis.\n\n> Warning\n>\n> Text.\n',
    ],
    [
      'bullets for a card',
      `<dl><div><dt>What</dt><dd><p>A drug${cite('1')}</p></dd></div><div><dt>Certainty</dt><dd><span><span aria-hidden="true">●○○○</span> <!-- -->very low</span><p>Few trials</p></dd></div></dl>`,
      '- **What:** A drug [1]\n- **Certainty:** very low. Few trials\n',
    ],
    [
      'the status of a drug by country',
      `<dl><div><dt>Status</dt><dd><div><strong>US</strong> <span>approved</span> <p>Spray${cite('1')}</p></div><div><strong>EU</strong> <span>off-label</span></div></dd></div></dl>`,
      '- **Status:** US (approved): Spray [1]; EU (off-label)\n',
    ],
    [
      'a table',
      `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td><p>2${cite('1')}</p></td></tr></tbody></table>`,
      '| A | B |\n| - | - |\n| 1 | 2 [1] |\n',
    ],
    [
      'a figure by its table, without the column of the picture',
      `<figure><figcaption><strong>Response</strong></figcaption><table><caption>People (%)</caption><thead><tr><th>Study</th><th>People (%)</th><th>Figures</th></tr></thead><tbody><tr><th colspan="3">Blinded</th></tr><tr><th>One <span><p>${cite('2')}</p></span></th><td><svg></svg></td><td>64</td></tr></tbody><tfoot aria-hidden="true"><tr><td></td><td>0 50</td><td></td></tr></tfoot></table><details><summary>In words</summary><p>It helps.</p></details></figure>`,
      '**Figure: Response**\n\nPeople (%)\n\n| Study | Figures |\n| - | - |\n| **Blinded** | |\n| One [2] | 64 |\n\n**In words**\n\nIt helps.\n',
    ],
    [
      'code line by line, with its language',
      '<pre class="prism-code language-bash"><code class="lines"><div class="token-line">npm ci<br></div><div class="token-line">npm start<br></div></code></pre>',
      '```bash\nnpm ci\nnpm start\n```\n',
    ],
    [
      'its reference list',
      '<ol><li id="ref-a"><span>Ang K. Title. 2020.</span> <span><a href="https://doi.org/10.1000/a">doi:10.1000/a</a><a href="https://pubmed.ncbi.nlm.nih.gov/1/">PubMed 1</a></span><span><span>guideline</span> figures seen in the abstract</span><span> <a href="#cite-a-1" aria-label="Back to citation 1 of reference 1">↑</a></span><div popover="auto" id="preview-a">Ang K. Title.</div></li></ol>',
      '1. Ang K. Title. 2020. [doi:10.1000/a](https://doi.org/10.1000/a) [PubMed 1](https://pubmed.ncbi.nlm.nih.gov/1/) guideline, figures seen in the abstract\n',
    ],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  test('text where it looks like syntax', () => {
    expect(markdown('<p>*a* [b] &lt;c&gt; 1_000</p>')).toBe('\\*a\\* \\[b] \\<c> 1_000\n');
  });
});

describe('the article', () => {
  test('must be there', () => {
    expect(() => loadArticle('<main>Text</main>', '/docs/page/')).toThrow(
      '/docs/page/ has no article',
    );
  });

  test('gives the address of each of its references, the most stable one', () => {
    const $ = loadArticle(
      `<article><ol>
        <li id="ref-a"><span><a href="https://example.org/notice" data-notice>notice</a></span><span><a href="https://doi.org/10.1000/a">doi</a><a href="https://example.org/">x</a></span><div popover><span><a href="https://doi.org/10.1000/a">doi</a></span></div></li>
        <li id="ref-b"><span>No address</span></li>
        <li id="ref-c"><span><a href="#cite-c-1">back</a></span><span><a href="https://example.net/">c</a></span></li>
      </ol></article>`,
      '/docs/page/',
    );
    expect(citedAddresses($)).toEqual(['https://doi.org/10.1000/a', 'https://example.net/']);
  });
});
