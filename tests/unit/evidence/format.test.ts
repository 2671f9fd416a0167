import {
  formatReferences,
  KIND_LABELS,
  noticeAddress,
  referenceLinks,
  STATUS_LABELS,
  VERIFIED_LABELS,
} from '../../../src/evidence/format';
import {
  REFERENCE_KINDS,
  REFERENCE_STATUSES,
  VERIFIED_LEVELS,
  type Reference,
} from '../../../src/evidence/schemas';
import {reference} from '../../helpers/evidence';

function text(overrides: Partial<Reference>): string {
  return formatReferences([reference('a', overrides)]).get('a')!;
}

describe('formatReferences writes Vancouver text of', () => {
  test('a journal article', () => {
    expect(
      text({
        title:
          'A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression',
        author: [
          {family: 'Zarate', given: 'Carlos A.', suffix: 'Jr'},
          {family: 'Singh', given: 'Jaskaran B.'},
        ],

        'container-title': 'Archives of General Psychiatry',
        volume: '63',
        issue: '8',
        page: '856-864',
        issued: {'date-parts': [[2006, 8, 1]]},
        DOI: '10.1001/archpsyc.63.8.856',
        PMID: '16894061',
      }),
    ).toMatchInlineSnapshot(
      `"Zarate CA Jr, Singh JB. A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression. Archives of General Psychiatry. 2006 Aug 1;63(8):856–64."`,
    );
  });

  test('an article of many authors', () => {
    const author = ['Ang', 'Bose', 'Cruz', 'Diaz', 'Eze', 'Fox', 'Gao', 'Hill'].map((family) => ({
      family,
      given: 'Kim Lee',
    }));
    expect(text({author})).toMatchInlineSnapshot(
      `"Ang KL, Bose KL, Cruz KL, Diaz KL, Eze KL, Fox KL, et al. Title of a. Journal. 2020."`,
    );
  });

  test('a web page', () => {
    expect(
      text({
        type: 'webpage',
        title: 'Esketamine nasal spray for treatment-resistant depression',
        author: [{literal: 'National Institute for Health and Care Excellence'}],
        'container-title': undefined,
        publisher: 'NICE',
        issued: {'date-parts': [[2022, 12, 14]]},
        accessed: {'date-parts': [[2026, 11, 2]]},
        DOI: undefined,
        URL: 'https://www.nice.org.uk/guidance/ta854',
      }),
    ).toMatchInlineSnapshot(
      `"National Institute for Health and Care Excellence. Esketamine nasal spray for treatment-resistant depression. NICE; 2022."`,
    );
  });

  test('legislation', () => {
    expect(
      text({
        type: 'legislation',
        title: 'The Misuse of Drugs Act 1971 (Ketamine etc.) (Amendment) Order 2014',
        author: undefined,
        'container-title': undefined,
        number: 'SI 2014/1106',
        issued: {'date-parts': [[2014, 4, 28]]},
        DOI: undefined,
        URL: 'https://www.legislation.gov.uk/uksi/2014/1106',
      }),
    ).toMatchInlineSnapshot(
      `"The Misuse of Drugs Act 1971 (Ketamine etc.) (Amendment) Order 2014. SI 2014/1106. 2014 Apr 28."`,
    );
  });

  test('a source without author or date', () => {
    expect(text({author: undefined, issued: undefined})).toMatchInlineSnapshot(
      `"Title of a. Journal."`,
    );
  });
});

describe('formatReferences', () => {
  test('leaves out the number: the page numbers by order of citation', () => {
    const many = Array.from({length: 12}, (_, i) => reference(`a${i + 10}`));
    for (const entry of formatReferences(many).values()) {
      expect(entry).toMatch(/^Author A\. /);
    }
  });

  test('keeps a number that begins the reference itself', () => {
    expect(text({author: undefined, title: '2019. What changed'})).toMatch(
      /^2019\. What changed\./,
    );
  });

  test('gives every key its own text', () => {
    const formatted = formatReferences([reference('b'), reference('a'), reference('c')]);
    expect([...formatted].map(([key, entry]) => [key, entry.includes(`Title of ${key}.`)])).toEqual(
      [
        ['b', true],
        ['a', true],
        ['c', true],
      ],
    );
  });

  test('writes HTML in a title as text', () => {
    expect(text({title: 'Pain <script>alert(1)</script> & "itch" < 5'})).toContain(
      'Pain <script>alert(1)</script> &',
    );
  });

  test.each([
    ['italics', 'Use of <i>Salvia</i>', 'Use of Salvia.'],
    ['an index', 'CO<sub>2</sub> and m<sup>2</sup>', 'CO2 and m2.'],
  ])('drops the marks of %s, which plain text cannot show', (_, title, expected) => {
    expect(text({title})).toContain(expected);
  });

  test('shows no identifier, no note of ours: the page links them beside the text', () => {
    const shown = text({
      DOI: '10.1000/x',
      PMID: '123',
      PMCID: 'PMC456',
      URL: 'https://example.org/',
      note: 'Seen in print',
      verified_at: 'https://example.net/',
      status: {is: 'retracted', notice: 'https://example.com/', kept_because: 'In print'},
    });
    expect(shown).not.toMatch(/10\.1000|123|PMC456|example|print/);
  });

  test('has nothing to say about nothing', () => {
    expect(formatReferences([])).toEqual(new Map());
  });
});

describe('referenceLinks', () => {
  test('go from the most stable address to the least', () => {
    expect(
      referenceLinks(
        reference('a', {
          URL: 'https://example.org/paper',
          number: 'NCT04939649',
          PMCID: 'PMC4627914',
          PMID: '26528420',
          DOI: '10.7717/peerj.1364',
        }),
      ),
    ).toEqual([
      {label: 'doi:10.7717/peerj.1364', href: 'https://doi.org/10.7717/peerj.1364'},
      {label: 'PubMed 26528420', href: 'https://pubmed.ncbi.nlm.nih.gov/26528420/'},
      {label: 'PMC4627914', href: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4627914/'},
      {label: 'NCT04939649', href: 'https://clinicaltrials.gov/study/NCT04939649'},
    ]);
  });

  test.each<[string, Partial<Reference>, string, string]>([
    [
      'a web address where there is nothing else, by its host',
      {URL: 'https://www.nice.org.uk/guidance/ta854'},
      'nice.org.uk',
      'https://www.nice.org.uk/guidance/ta854',
    ],
    ['a host without a path', {URL: 'http://example.org'}, 'example.org', 'http://example.org'],
    [
      'a DOI with angle brackets',
      {DOI: '10.1002/x<1661::AID>3.0.CO;2-2'},
      'doi:10.1002/x<1661::AID>3.0.CO;2-2',
      'https://doi.org/10.1002/x%3C1661::AID%3E3.0.CO;2-2',
    ],
    [
      'a DOI with # and ?',
      {DOI: '10.1000/a#b?c'},
      'doi:10.1000/a#b?c',
      'https://doi.org/10.1000/a%23b%3Fc',
    ],
    [
      'a DOI with a percent sign',
      {DOI: '10.1000/a%2Fb'},
      'doi:10.1000/a%2Fb',
      'https://doi.org/10.1000/a%252Fb',
    ],
  ])('leads to %s', (_, overrides, label, href) => {
    expect(referenceLinks(reference('a', {DOI: undefined, ...overrides}))).toEqual([{label, href}]);
  });

  test('leads nowhere for a number that is not one of ClinicalTrials.gov', () => {
    expect(referenceLinks(reference('a', {DOI: undefined, number: 'SI 2014/1106'}))).toEqual([]);
  });
});

test('every kind, level of checking and status has its words', () => {
  expect(Object.keys(STATUS_LABELS)).toEqual([...REFERENCE_STATUSES]);
  expect(Object.keys(KIND_LABELS)).toEqual([...REFERENCE_KINDS]);
  expect(Object.keys(VERIFIED_LABELS)).toEqual([...VERIFIED_LEVELS]);
});

test.each([
  ['10.1000/a#b', 'https://doi.org/10.1000/a%23b'],
  ['https://example.org/notice', 'https://example.org/notice'],
])('the notice %s is at %s', (notice, address) => {
  expect(noticeAddress({is: 'retracted', notice})).toBe(address);
});
