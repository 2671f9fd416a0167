import {CITATION_FORMATS, citationParts} from '../../../src/evidence/citation-formats';
import {citationKey, citationTemplates, citePage} from '../../../src/evidence/cite-page';
import {fillCitation} from '../../../src/evidence/fill-citation';

const PAGE = {
  title: 'Monitoring',
  edition: '2.0',
  released: '2026-11-26',
  url: 'https://example.org/docs/2.0/safety/monitoring/',
  key: citationKey('safety/monitoring', '2.0'),
};

test('every format names title, edition, date, address and day of access', () => {
  expect(citePage({...PAGE, accessed: '2027-03-04'})).toMatchInlineSnapshot(`
    {
      "ama": "Monitoring. Ketamine Knowledge Base. Edition 2.0. November 26, 2026. Accessed March 4, 2027. https://example.org/docs/2.0/safety/monitoring/",
      "apa": "Ketamine Knowledge Base. (2026, November 26). Monitoring (Edition 2.0). Retrieved March 4, 2027, from https://example.org/docs/2.0/safety/monitoring/",
      "bibtex": "@inbook{kkb-2-0-safety-monitoring,
      note = {[Online; accessed 2027-03-04]},
      booktitle = {Ketamine {Knowledge} {Base}},
      edition = {Edition 2.0},
      year = {2026},
      month = {nov 26},
      title = {Monitoring},
      url = {https://example.org/docs/2.0/safety/monitoring/},
    }",
      "ris": "TY  - CHAP
    ET  - Edition 2.0
    PY  - 2026
    T2  - Ketamine Knowledge Base
    TI  - Monitoring
    UR  - https://example.org/docs/2.0/safety/monitoring/
    Y2  - 2027/3/4
    ER  - ",
      "vancouver": "Monitoring. In: Ketamine Knowledge Base [Internet]. Edition 2.0. 2026 [cited 2027 Mar 4]. Available from: https://example.org/docs/2.0/safety/monitoring/",
    }
  `);
});

test('an address longer than a line of RIS stays whole', () => {
  const url = `https://example.org/docs/2.0/${'clinical-uses/'.repeat(12)}`;
  expect(citePage({...PAGE, url, accessed: '2027-03-04'}).ris).toContain(`UR  - ${url}\n`);
});

const SECTIONS = [
  'Vital signs',
  'Where the 50% to 70% comes from',
  '"Success rates" without a control group',
  "Opioid medicines and ketamine's effect on mood",
  'Does it work: SUSTAIN-3, RSI & more',
  'From 2019 – and after',
  'What we don’t know',
  'Is it safe?',
];

describe.each(CITATION_FORMATS)('%s', (format) => {
  const template = citationTemplates(PAGE)[format];

  test('the marks filled in for the page give what the processor writes', () => {
    for (const day of ['2026-11-05', '2031-01-31', '2028-02-29', '2027-05-10', '2027-09-01']) {
      expect(fillCitation(template, format, undefined, day)).toBe(
        citePage({...PAGE, accessed: day})[format],
      );
    }
  });

  test.each(SECTIONS)('and for the section %s', (title) => {
    const filled = fillCitation(template, format, {title, id: 'the-section'}, '2027-03-04');
    expect(filled).toBe(
      citePage({
        ...PAGE,
        title: `${PAGE.title}: ${title}`,
        url: `${PAGE.url}#the-section`,
        key: `${PAGE.key}-the-section`,
        accessed: '2027-03-04',
      })[format],
    );
  });
});

test('a template is cut at its marks', () => {
  expect(citationParts('a [[section]][[key]] b')).toEqual([
    'a ',
    {mark: 'section'},
    {mark: 'key'},
    ' b',
  ]);
});
