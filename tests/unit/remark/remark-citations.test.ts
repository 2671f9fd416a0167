import {remarkAtAGlance} from '../../../src/remark/remark-at-a-glance';
import {remarkCitations} from '../../../src/remark/remark-citations';
import type {Reference} from '../../../src/evidence/schemas';
import {reference, referencesYml, studyRecord} from '../../helpers/evidence';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const REFERENCES = referencesYml(
  reference('berman2000', {author: [{family: 'Berman', given: 'Robert M.'}]}),
  reference('murrough2013'),
  reference('nice2022', {author: [{literal: 'NICE'}], issued: undefined, kind: 'guideline'}),
  reference('zarate2006', {author: undefined, title: 'Untitled report', PMID: '16894061'}),
);

function siteOf(text: string, files: Files = {}): string {
  return makeSite({'docs/_evidence/references.yml': REFERENCES, 'docs/page.mdx': text, ...files});
}

function transform(root: string, file = 'docs/page.mdx'): string {
  return shownPage(root, file, [remarkAtAGlance, [remarkCitations, {root}]]);
}

/** Numbers, ways back and locators as `key:n/at(locator)`, in the order of the page. */
function cites(shown: string): string[] {
  return [...shown.matchAll(/<Cite to="(.*?)" n="(.*?)" at="(.*?)"(?: locator="(.*?)")?/g)].map(
    ([, to, n, at, locator]) => `${to}:${n}/${at}${locator ? `(${locator})` : ''}`,
  );
}

test('a page with citations and its reference list', () => {
  const root = siteOf(
    '---\ntitle: Page\n---\nIt helps [@zarate2006; @berman2000, table 2].\nIt may not [@nice2022].\n',
  );
  expect(transform(root)).toMatchInlineSnapshot(`
    "It helps<Citation><Cite to="zarate2006" n="1" at="1" label="Untitled report 2020" /><Cite to="berman2000" n="2" at="1" locator="table 2" label="Berman 2020" /></Citation>.
    It may not<Citation><Cite to="nice2022" n="3" at="1" label="NICE" /></Citation>.
    ## References {#references}
    <References>
      <Reference id="zarate2006" n="1" count="1" text="Untitled report. Journal. 2020." kind="randomized trial" verified="figures seen in the abstract" links="doi:10.1000/zarate2006\\thttps://doi.org/10.1000/zarate2006\\nPubMed 16894061\\thttps://pubmed.ncbi.nlm.nih.gov/16894061/" />
      <Reference id="berman2000" n="2" count="1" text="Berman RM. Title of berman2000. Journal. 2020." kind="randomized trial" verified="figures seen in the abstract" links="doi:10.1000/berman2000\\thttps://doi.org/10.1000/berman2000" />
      <Reference id="nice2022" n="3" count="1" text="NICE. Title of nice2022. Journal." kind="guideline" verified="figures seen in the abstract" links="doi:10.1000/nice2022\\thttps://doi.org/10.1000/nice2022" />
    </References>"
  `);
});

describe('sources of studies', () => {
  const study = (id: string, overrides: object): Files => ({
    [`docs/_evidence/studies/${id}.yml`]: JSON.stringify(studyRecord(id, overrides)),
  });
  // First label and address of each entry; `show` writes attributes as JSON.
  const linksOf = (shown: string): string[] =>
    [...shown.matchAll(/links=(".*?")/g)].map(([, links]) =>
      (JSON.parse(links!) as string).split('\n')[0]!.replace('\t', ' '),
    );

  test('are linked to the page of the study, by what kind of study it is', () => {
    const root = siteOf('A [@berman2000; @murrough2013; @nice2022].\n', {
      ...study('a-trial', {refs: ['berman2000']}),
      ...study('a-review', {refs: ['murrough2013'], design: 'meta-analysis', arms: undefined}),
    });
    const shown = shownPage(root, 'docs/page.mdx', [[remarkCitations, {root, baseUrl: '/base/'}]]);
    expect(linksOf(shown)).toEqual([
      'Trial’s arms and numbers /base/studies/a-trial/',
      'Review’s numbers /base/studies/a-review/',
      'doi:10.1000/nice2022 https://doi.org/10.1000/nice2022',
    ]);
  });

  test('of several studies are linked to each, by its name', () => {
    const root = siteOf('A [@berman2000].\n', {
      ...study('one', {refs: ['berman2000'], name: 'ONE'}),
      ...study('two', {refs: ['murrough2013', 'berman2000'], name: 'TWO'}),
    });
    expect(transform(root)).toContain('Trial’s arms and numbers: ONE (Berman 2020)');
    expect(transform(root)).toContain('Trial’s arms and numbers: TWO (Author 2020)');
  });

  test('have no such link in an edition without studies', () => {
    const root = siteOf('A.\n', {
      ...study('a-trial', {refs: ['berman2000']}),
      'versioned_docs/version-1.0/_evidence/references.yml': REFERENCES,
      'versioned_docs/version-1.0/page.mdx': 'A [@berman2000].\n',
    });
    expect(transform(root, 'versioned_docs/version-1.0/page.mdx')).not.toContain('/studies/');
  });
});

test('a page without citations has no reference list', () => {
  expect(transform(siteOf('Write to editor@example.org.\n'))).toMatchInlineSnapshot(
    `"Write to [editor@example.org](mailto:editor@example.org)."`,
  );
});

describe('numbers', () => {
  test.each([
    [
      'go by order of first citation',
      'A [@zarate2006]. B [@berman2000].',
      ['zarate2006:1/1', 'berman2000:2/1'],
    ],
    [
      'stay the same for a repeated citation, each with its own place to come back to',
      'A [@berman2000]. B [@zarate2006]. C [@berman2000].\n\nD [@berman2000].',
      ['berman2000:1/1', 'zarate2006:2/1', 'berman2000:1/2', 'berman2000:1/3'],
    ],
    [
      'count within one place',
      'A [@zarate2006; @berman2000; @zarate2006].',
      ['zarate2006:1/1', 'berman2000:2/1', 'zarate2006:1/2'],
    ],
    [
      'carry the locator of each',
      'A [@zarate2006, table 2; @berman2000, section\n2.3].',
      ['zarate2006:1/1(table 2)', 'berman2000:2/1(section 2.3)'],
    ],
    [
      'go on through blocks of all kinds',
      '> A [@zarate2006]\n\n- B [@berman2000]\n  - **C [@nice2022]**\n\n1. D [@zarate2006]',
      ['zarate2006:1/1', 'berman2000:2/1', 'nice2022:3/1', 'zarate2006:1/2'],
    ],
    [
      'go on through tables',
      '| A | B |\n|---|---|\n| x [@zarate2006] | y [@berman2000] |',
      ['zarate2006:1/1', 'berman2000:2/1'],
    ],
    [
      'go on through admonitions, their titles included',
      ':::warning[Title [@nice2022]]\n\nText [@zarate2006].\n\n:::',
      ['nice2022:1/1', 'zarate2006:2/1'],
    ],
    [
      'go on through elements',
      '<details>\n<summary>More</summary>\n\nText [@zarate2006].\n\n</details>',
      ['zarate2006:1/1'],
    ],
    ['are given in headings', '## Dose [@zarate2006] {/* #dose */}', ['zarate2006:1/1']],
  ])('%s', (_, text, expected) => {
    expect(cites(transform(siteOf(`${text}\n`)))).toEqual(expected);
  });

  test('begin in the At-a-glance card where it stands before the text', () => {
    const root = siteOf(
      '---\nat_a_glance:\n  what: A drug [@nice2022]\n  status: [{where: EU, status: approved, detail: "By EMA [@berman2000]"}]\n  certainty: low\n  why: Few trials [@nice2022]\n---\nAnswer [@zarate2006].\n\nText [@berman2000].\n',
    );
    expect(cites(transform(root))).toEqual([
      'zarate2006:1/1',
      'nice2022:2/1',
      'berman2000:3/1',
      'nice2022:2/2',
      'berman2000:3/2',
    ]);
  });
});

describe('the reference list', () => {
  test('holds what is cited, once each, in order, and how often', () => {
    const shown = transform(siteOf('A [@zarate2006] B [@berman2000] C [@zarate2006].\n'));
    expect(
      [...shown.matchAll(/<Reference id="(.*?)" n="(.*?)" count="(.*?)"/g)].map((m) => m.slice(1)),
    ).toEqual([
      ['zarate2006', '1', '2'],
      ['berman2000', '2', '1'],
    ]);
  });

  test('comes last, under a heading with a fixed id', () => {
    const shown = transform(siteOf('A [@zarate2006].\n\n## Limits {/* #limits */}\n\nText.\n'));
    expect(shown.split('\n').map((line) => line.trim().slice(0, 30))).toEqual([
      'A<Citation><Cite to="zarate200',
      '## Limits {/* #limits */}',
      'Text.',
      '## References {#references}',
      '<References>',
      '<Reference id="zarate2006" n="',
      '</References>',
    ]);
  });
});

describe('nothing happens to citations in', () => {
  test.each([
    ['code', 'Write `[@zarate2006]`.'],
    ['a code block', '```\n[@zarate2006]\n```'],
    ['the text of a link', '[see [@zarate2006]](https://example.org)'],
    ['a link that looks like a citation', '[@zarate2006](https://example.org)'],
    ['a reference link', '[@zarate2006]\n\n[@zarate2006]: https://example.org'],
    ['a comment', '{/* [@nobody2020] */}'],
    ['an attribute', '<abbr title="[@nobody2020]">x</abbr>'],
    ['an export', 'export const x = "[@nobody2020]";'],
  ])('%s', (_, text) => {
    const shown = transform(siteOf(`${text}\n`));
    expect(shown).not.toContain('<Cit');
    expect(shown).not.toContain('References');
  });
});

test.each([
  [
    'the space before a citation, so that no line breaks there',
    'It helps [@zarate2006].',
    'It helps<Citation>',
  ],
  ['the space after emphasis', 'It **helps** [@zarate2006].', 'It **helps**<Citation>'],
  ['no space where there was none', 'It helps[@zarate2006].', 'It helps<Citation>'],
])('takes away %s', (_, text, expected) => {
  expect(transform(siteOf(`${text}\n`))).toContain(expected);
});

test('keeps the text between and after citations', () => {
  expect(
    transform(siteOf('[@zarate2006] and [@berman2000] agree.\n'))
      .split('\n')[0]!
      .replace(/<Cit.*?<\/Citation>/g, '#'),
  ).toBe('# and# agree.');
});

describe('stops, and says where, for', () => {
  test('an unknown key, with the nearest ones', () => {
    const root = siteOf('---\ntitle: Page\n---\nFine [@zarate2006].\n\nWrong here [@zarate206].\n');
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:6:12  cite/unknown-key
        Found      [@zarate206]
        Expected   a key in docs/_evidence/references.yml
        Closest    zarate2006, berman2000, nice2022
        Fix        correct the key, or add the reference

      1 problem:
        cite/unknown-key: 1"
    `);
  });

  test('all of them at once, in the order of the page', () => {
    const root = siteOf(
      '---\ntitle: Page\n---\n- One\n  and two [@nobody2020]\n\n> *Quoted*\n> text\n> here [@nobody2021]\n\n| a |\n|---|\n| [@zarate2006; @bermann2000] |\n\nThird [@ x].\n',
    );
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:5:11  cite/unknown-key
        Found      [@nobody2020]
        Expected   a key in docs/_evidence/references.yml
        Closest    nice2022, berman2000, zarate2006
        Fix        correct the key, or add the reference

      docs/page.mdx:9:8  cite/unknown-key
        Found      [@nobody2021]
        Expected   a key in docs/_evidence/references.yml
        Closest    nice2022, berman2000, zarate2006
        Fix        correct the key, or add the reference

      docs/page.mdx:13:3  cite/unknown-key
        Found      [@bermann2000]
        Expected   a key in docs/_evidence/references.yml
        Closest    berman2000, zarate2006, murrough2013
        Fix        correct the key, or add the reference

      docs/page.mdx:15:7  cite/malformed
        Found      [@ x]
        Expected   [@key], [@a; @b] or [@key, section 2.3]
        Fix        separate keys with a semicolon, each beginning with @

      4 problems:
        cite/malformed: 1
        cite/unknown-key: 3"
    `);
  });

  test('a key in the At-a-glance card', () => {
    const root = siteOf(
      '---\ntitle: Page\nat_a_glance:\n  what: >-\n    A drug that is [@zarate2006]\n    an anesthetic [@nobody2020, p. 3]\n---\nAnswer.\n',
    );
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:6:19  cite/unknown-key
        Found      [@nobody2020]
        Expected   a key in docs/_evidence/references.yml
        Closest    nice2022, berman2000, zarate2006
        Fix        correct the key, or add the reference

      1 problem:
        cite/unknown-key: 1"
    `);
  });

  test('references that cannot be read: one report about them, none about each key', () => {
    const root = siteOf('A [@zarate2006].\n', {
      'docs/_evidence/references.yml': '- id: zarate2006\n  title: "open\n',
    });
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/_evidence/references.yml:3:1  references/syntax
        Found      Missing closing "quote
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      1 problem:
        references/syntax: 1"
    `);
  });

  test('references that are missing', () => {
    const root = makeSite({'docs/page.mdx': 'A [@zarate2006].\n'});
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/_evidence/references.yml:1:1  references/missing-file
        Found      no such file
        Expected   the list of references of this edition
        Fix        restore it from version control

      1 problem:
        references/missing-file: 1"
    `);
  });
});

describe('two editions', () => {
  const files = {
    'docs/page.mdx': 'Now [@a].\n',
    'docs/_evidence/references.yml': referencesYml(
      reference('a', {title: 'As it is now'}),
      reference('new2026'),
    ),
    'versioned_docs/version-1.0/page.mdx': 'Then [@a].\n',
    'versioned_docs/version-1.0/other.mdx': 'Then [@new2026].\n',
    'versioned_docs/version-1.0/_evidence/references.yml': referencesYml(
      reference('a', {title: 'As it was'}),
    ),
    'blog/post.mdx': 'Post [@new2026].\n',
  };

  test('cite each its own references; a post cites those of the draft', () => {
    const root = makeSite(files);
    expect(transform(root)).toContain('As it is now');
    expect(transform(root, 'versioned_docs/version-1.0/page.mdx')).toContain('As it was');
    expect(transform(root, 'blog/post.mdx')).toContain('Title of new2026');
  });

  test('a released page cannot cite what came later', () => {
    const root = makeSite(files);
    expect(reportOf(() => transform(root, 'versioned_docs/version-1.0/other.mdx')))
      .toMatchInlineSnapshot(`
      "versioned_docs/version-1.0/other.mdx:1:6  cite/unknown-key
        Found      [@new2026]
        Expected   a key in versioned_docs/version-1.0/_evidence/references.yml
        Closest    a
        Fix        correct the key, or add the reference

      1 problem:
        cite/unknown-key: 1"
    `);
  });
});

describe('a source that was', () => {
  const notice = '10.1000/notice#1';
  const withStatus = (status: Reference['status']): string =>
    transform(
      siteOf('It helps [@a2020].\n\nAgain [@b2021; @a2020, table 2].\n', {
        'docs/_evidence/references.yml': referencesYml(
          reference('a2020', {status}),
          reference('b2021'),
        ),
      }),
    );

  test('retracted is named at the head of the page, and marked at each citation and in the list', () => {
    const status = {is: 'retracted', date: '2024-05', notice, kept_because: 'It is history.'};
    expect(withStatus(status as Reference['status'])).toMatchInlineSnapshot(`
      "<RetractionNotice>
        <RetractedSource to="a2020" n="1" label="Author 2020" />
      </RetractionNotice>
      It helps<Citation><Cite to="a2020" n="1" at="1" label="Author 2020" status="retracted" /></Citation>.
      Again<Citation><Cite to="b2021" n="2" at="1" label="Author 2020" /><Cite to="a2020" n="1" at="2" locator="table 2" label="Author 2020" status="retracted" /></Citation>.
      ## References {#references}
      <References>
        <Reference id="a2020" n="1" count="2" text="Author A. Title of a2020. Journal. 2020." kind="randomized trial" verified="figures seen in the abstract" status="retracted" statusDate="2024-05" notice="https://doi.org/10.1000/notice%231" kept="It is history." links="doi:10.1000/a2020\\thttps://doi.org/10.1000/a2020" />
        <Reference id="b2021" n="2" count="1" text="Author A. Title of b2021. Journal. 2020." kind="randomized trial" verified="figures seen in the abstract" links="doi:10.1000/b2021\\thttps://doi.org/10.1000/b2021" />
      </References>"
    `);
  });

  test.each([
    ['expression-of-concern', 'expression of concern'],
    ['corrected', 'corrected'],
    ['superseded', 'superseded'],
  ] as const)('%s is marked at each citation and in the list, not at the head', (is, label) => {
    const shown = withStatus({is, notice: 'https://example.org/notice'});
    expect(shown.match(/<Cite to="a2020" [^>]*>/g)).toEqual([
      `<Cite to="a2020" n="1" at="1" label="Author 2020" status="${label}" />`,
      `<Cite to="a2020" n="1" at="2" locator="table 2" label="Author 2020" status="${label}" />`,
    ]);
    expect(shown).toMatch(
      new RegExp(`<Reference id="a2020" .*status="${label}" notice="https://example.org/notice"`),
    );
    expect(shown).not.toContain('RetractionNotice');
  });
});

describe('a retraction reaches the pages of a released edition', () => {
  const retracted = {is: 'retracted', notice: 'https://example.org/notice'} as const;
  const released = (draft: Reference[], own: Reference): string =>
    transform(
      makeSite({
        'versioned_docs/version-1.0/page.mdx': 'Then [@a2020].\n',
        'versioned_docs/version-1.0/_evidence/references.yml': referencesYml(own),
        'docs/_evidence/references.yml': referencesYml(...draft),
      }),
      'versioned_docs/version-1.0/page.mdx',
    );

  test('from the draft, by key', () => {
    const shown = released([reference('a2020', {status: retracted})], reference('a2020'));
    expect(shown).toMatch(/<RetractedSource to="a2020" n="1"/);
    expect(shown).toMatch(/<Cite to="a2020".*status="retracted"/);
  });

  test.each([
    ['DOI', {DOI: '10.1000/same'}],
    ['PubMed id', {DOI: undefined, PMID: '123'}],
  ])('from the draft, by %s where the key has changed', (_, identifier) => {
    expect(
      released(
        [reference('other', {...identifier, status: retracted})],
        reference('a2020', identifier),
      ),
    ).toContain('RetractedSource');
  });

  test('and what the draft takes back is taken back there', () => {
    expect(released([reference('a2020')], reference('a2020', {status: retracted}))).not.toContain(
      'retracted',
    );
  });

  test('and its own record counts where the draft has none', () => {
    expect(released([reference('b2021')], reference('a2020', {status: retracted}))).toContain(
      'RetractedSource',
    );
  });
});
