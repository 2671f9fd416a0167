import {remarkCitations} from '../../../src/remark/remark-citations';
import {remarkFigures} from '../../../src/remark/remark-figures';
import {outcomeRecord, reference, referencesYml, studyRecord} from '../../helpers/evidence';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const EFFECTS = `\
id: response
kind: effects
title: Response
summary: Two trials favor ketamine.
note: Lines are 95% confidence intervals.
x: {label: Risk ratio, scale: log, no_effect: 1, favors: [control, ketamine]}
rows:
  - {label: First trial, group: Adults, value: 2, low: 1, high: 4, n: 73, refs: [a2020]}
  - {label: Second trial, group: Adults, value: 1.5, detail: no interval, refs: [a2020, b2021]}
  - {label: Pooled, group: All, value: 1.8, low: 1.2, high: 2.7, pooled: true, refs: [b2021]}
`;
const RANGES = `\
id: harms
kind: ranges
title: Harms
summary: Dissociation in 11 to 75%.
x: {label: People (%)}
rows:
  - {label: Dissociation, low: 11, high: 75, refs: [a2020]}
`;
const TIMELINE = `\
id: history
kind: timeline
title: History
summary: From anesthesia to psychiatry.
events:
  - {date: '1964', label: First use in people, group: anesthesia, refs: [a2020]}
  - {date: '2019-03-05', label: Approval of esketamine, group: regulation, refs: [b2021]}
`;
const MECHANISM = `\
id: pathway
kind: mechanism
title: Pathway
summary: Blockade leads to a burst of glutamate.
nodes:
  - {id: block, label: NMDA receptor blockade, column: 1, row: 1}
  - {id: burst, label: Glutamate burst, column: 2, row: 1}
edges:
  - {from: block, to: burst, label: disinhibition, status: hypothesis, refs: [a2020]}
  - {from: burst, to: block, status: established}
`;

function siteOf(page: string, figures: Record<string, string>, files: Files = {}): string {
  return makeSite({
    'docs/page.mdx': page,
    'docs/_evidence/references.yml': referencesYml(reference('a2020'), reference('b2021')),
    ...Object.fromEntries(
      Object.entries(figures).map(([id, text]) => [`docs/_evidence/figures/${id}.yml`, text]),
    ),
    ...files,
  });
}

function transform(root: string, file = 'docs/page.mdx'): string {
  return shownPage(root, file, [[remarkFigures, {root, baseUrl: '/'}]]);
}

function drawn(id: string, data: string): string {
  return transform(siteOf(`<Figure id="${id}" />\n`, {[id]: data}));
}

describe('a figure of kind', () => {
  test('effects', () => {
    expect(drawn('response', EFFECTS)).toMatchInlineSnapshot(`
      "<Figure id="response" title="Response" summary="Two trials favor ketamine." note="Lines are 95% confidence intervals.">
        <Intervals label="Risk ratio" favors="control|ketamine" ticks="4|1 43.62|2 96|5" zero="4">
          <Interval label="First trial" group="Adults" at="43.62" from="4" to="83.24" zero="4" words="2 (1 to 4)" n="73">
            [@a2020]
          </Interval>
          <Interval label="Second trial" at="27.18" zero="4" words="1.5" detail="no interval">
            [@a2020; @b2021]
          </Interval>
          <Interval label="Pooled" group="All" at="37.6" from="14.42" to="60.78" zero="4" words="1.8 (1.2 to 2.7)" pooled="true">
            [@b2021]
          </Interval>
        </Intervals>
      </Figure>"
    `);
  });

  test('ranges', () => {
    expect(drawn('harms', RANGES)).toMatchInlineSnapshot(`
      "<Figure id="harms" title="Harms" summary="Dissociation in 11 to 75%.">
        <Intervals label="People (%)" ticks="4|0 27|20 50|40 73|60 96|80">
          <Interval label="Dissociation" from="16.65" to="90.25" words="11 to 75">
            [@a2020]
          </Interval>
        </Intervals>
      </Figure>"
    `);
  });

  test('forest: the name of a study leads to its record by a link that is not routed', () => {
    const root = makeSite({
      'docs/_evidence/references.yml': referencesYml(reference('base2020')),
      'docs/_evidence/figures/trials.yml': `\
id: trials
kind: forest
title: Trials
summary: One trial favors ketamine.
measure: RR
x: {label: Risk ratio}
rows:
  - {study: first, outcome: o}
`,
      'docs/_evidence/studies/first.yml': JSON.stringify(
        studyRecord('first', {
          outcomes: [
            outcomeRecord({
              type: 'dichotomous',
              results: [
                {arm: 'ket', events: 20, total: 40},
                {arm: 'mid', events: 5, total: 20},
              ],
            }),
          ],
        }),
      ),
      'docs/p.mdx': '<Figure id="trials" />\n',
    });
    expect(shownPage(root, 'docs/p.mdx', [[remarkFigures, {root, baseUrl: '/base/'}]]))
      .toMatchInlineSnapshot(`
      "<Figure id="trials" title="Trials" summary="One trial favors ketamine.">
        <Intervals label="Risk ratio" ticks="4|0.5 31.69|1 59.39|2 96|5" zero="31.69">
          <Interval at="59.39" from="26.63" to="92.15" zero="31.69" words="2.00 (0.88 to 4.54)" n="60" detail="20/40 (50%) v 5/20 (25%); calculated by us">
            <a href="/base/studies/first/">Author 2020</a>, Ketamine v Midazolam, 24 h [@base2020]
          </Interval>
        </Intervals>
      </Figure>"
    `);
  });

  test('timeline', () => {
    expect(drawn('history', TIMELINE)).toMatchInlineSnapshot(`
      "<Figure id="history" title="History" summary="From anesthesia to psychiatry.">
        <TimelineStrip ticks="2|1960 18|1970 34|1980 50|1990 66|2000 82|2010 98|2020" lines="Anesthesia|8.4\\nPsychiatry|\\nRegulation|96.67\\nHarm and misuse|" />
        <FigureTable head="Date|What happened|Area">
          <FigureTableRow cells="1964|First use in people|Anesthesia">
            [@a2020]
          </FigureTableRow>
          <FigureTableRow cells="2019-03-05|Approval of esketamine|Regulation">
            [@b2021]
          </FigureTableRow>
        </FigureTable>
      </Figure>"
    `);
  });

  test('mechanism', () => {
    // The drawing itself is tested in figures/mechanism.
    expect(drawn('pathway', MECHANISM).replace(/svg="(?:\\.|[^"])*"/, 'svg="..."'))
      .toMatchInlineSnapshot(`
      "<Figure id="pathway" title="Pathway" summary="Blockade leads to a burst of glutamate.">
        <Drawing svg="..." title="Pathway" />
        <FigureTable head="From|To|How sure">
          <FigureTableRow cells="NMDA receptor blockade|Glutamate burst: disinhibition|hypothesis">
            [@a2020]
          </FigureTableRow>
          <FigureTableRow cells="Glutamate burst|NMDA receptor blockade|established" />
        </FigureTable>
      </Figure>"
    `);
  });
});

test('stands where the page puts it, and its sources are numbered with the page’s others', () => {
  const root = siteOf('First [@b2021].\n\n<Figure id="harms" />\n\nThen [@a2020].\n', {
    harms: RANGES,
  });
  const shown = shownPage(root, 'docs/page.mdx', [
    [remarkFigures, {root, baseUrl: '/'}],
    [remarkCitations, {root}],
  ]);
  expect(
    [...shown.matchAll(/<Cite to="(.*?)" n="(.*?)" at="(.*?)"/g)].map((m) => m.slice(1)),
  ).toEqual([
    ['b2021', '1', '1'],
    ['a2020', '2', '1'],
    ['a2020', '2', '2'],
  ]);
});

test('is read from the edition of its page', () => {
  const root = siteOf(
    '<Figure id="harms" />\n',
    {harms: RANGES},
    {
      'versioned_docs/version-1.0/page.mdx': '<Figure id="harms" />\n',
      'versioned_docs/version-1.0/_evidence/figures/harms.yml': RANGES.replace(
        'title: Harms',
        'title: Old harms',
      ),
    },
  );
  expect(transform(root)).toContain('title="Harms"');
  expect(transform(root, 'versioned_docs/version-1.0/page.mdx')).toContain('title="Old harms"');
});

test('other elements stay as they are', () => {
  expect(transform(siteOf('<Other id="x" />\n', {}))).toBe('<Other id="x" />');
});

describe('stops, and says where, for', () => {
  test('an unknown figure, with the nearest ones', () => {
    const root = siteOf(
      '---\ntitle: Page\n---\nText.\n\n- In a list\n\n  <Figure id="respones" />\n',
      {
        response: EFFECTS,
        harms: RANGES,
      },
    );
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:8:3  figure/unknown
        Found      <Figure id="respones" />
        Expected   the name of a file in _evidence/figures, without .yml
        Closest    response, harms

      1 problem:
        figure/unknown: 1"
    `);
  });

  test('a figure without id', () => {
    expect(reportOf(() => transform(siteOf('<Figure />\n', {harms: RANGES}))))
      .toMatchInlineSnapshot(`
      "docs/page.mdx:1:1  figure/unknown
        Found      <Figure id="" />
        Expected   the name of a file in _evidence/figures, without .yml
        Closest    harms

      1 problem:
        figure/unknown: 1"
    `);
  });

  test('a figure inside a sentence, where there is no room for it', () => {
    const root = siteOf('As <Figure id="harms" /> shows.\n', {harms: RANGES});
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:1:4  figure/in-text
        Found      <Figure /> inside a paragraph
        Expected   <Figure /> on a line of its own, with an empty line before and after it

      1 problem:
        figure/in-text: 1"
    `);
  });

  test('a name that leads out of the folder', () => {
    const root = siteOf(
      '<Figure id="../../secret" />\n',
      {harms: RANGES},
      {'docs/secret.yml': RANGES},
    );
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:1:1  figure/unknown
        Found      <Figure id="../../secret" />
        Expected   the name of a file in _evidence/figures, without .yml
        Closest    harms

      1 problem:
        figure/unknown: 1"
    `);
  });

  test('an id that is not the name of the file', () => {
    expect(reportOf(() => drawn('other', RANGES))).toMatchInlineSnapshot(`
      "docs/_evidence/figures/other.yml:1:5  figure/id
        Found      id: harms
        Expected   id: other, the name of the file

      1 problem:
        figure/id: 1"
    `);
  });

  test('an interval that does not hold its estimate', () => {
    expect(reportOf(() => drawn('response', EFFECTS.replace('value: 2,', 'value: 5,'))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/response.yml:8:5  figure/schema
        Found      rows.0: {"label":"First trial","group":"Adults","value":5,"low":1,"high":4,"n":73,"re...
        Expected   low <= value <= high: an interval holds its estimate

      1 problem:
        figure/schema: 1"
    `);
  });

  test('an interval with one end', () => {
    expect(reportOf(() => drawn('response', EFFECTS.replace('high: 4, ', ''))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/response.yml:8:5  figure/schema
        Found      rows.0: {"label":"First trial","group":"Adults","value":2,"low":1,"n":73,"refs":["a20...
        Expected   low and high together, or neither

      1 problem:
        figure/schema: 1"
    `);
  });

  test('a row without figures', () => {
    expect(reportOf(() => drawn('harms', RANGES.replace('low: 11, high: 75, ', ''))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/harms.yml:7:5  figure/schema
        Found      rows.0: {"label":"Dissociation","refs":["a2020"]}
        Expected   a value or an interval

      1 problem:
        figure/schema: 1"
    `);
  });

  test('a row without source', () => {
    expect(reportOf(() => drawn('harms', RANGES.replace('refs: [a2020]', 'refs: []'))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/harms.yml:7:52  figure/schema
        Found      rows.0.refs: []
        Expected   at least one citation key

      1 problem:
        figure/schema: 1"
    `);
  });

  test('a logarithmic scale that reaches zero', () => {
    expect(reportOf(() => drawn('response', EFFECTS.replace('low: 1,', 'low: 0,'))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/response.yml:8:56  figure/schema
        Found      rows.0.low: 0
        Expected   a number above 0, as the scale is logarithmic

      1 problem:
        figure/schema: 1"
    `);
  });

  test('an event on a day that does not exist', () => {
    expect(reportOf(() => drawn('history', TIMELINE.replace('2019-03-05', '2019-02-29'))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/history.yml:7:12  figure/schema
        Found      events.1.date: "2019-02-29"
        Expected   a date that exists: "YYYY", "YYYY-MM" or "YYYY-MM-DD" in quotes

      1 problem:
        figure/schema: 1"
    `);
  });

  test('a line to a node that is not there', () => {
    expect(reportOf(() => drawn('pathway', MECHANISM.replace('to: burst', 'to: brust'))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/pathway.yml:9:23  figure/schema
        Found      edges.0.to: "brust"
        Expected   the id of a node: block, burst

      1 problem:
        figure/schema: 1"
    `);
  });

  test('a sign that would break a cell of the table', () => {
    expect(reportOf(() => drawn('history', TIMELINE.replace('First use', 'First|use'))))
      .toMatchInlineSnapshot(`
      "docs/_evidence/figures/history.yml:6:27  figure/schema
        Found      events.0.label: "First|use in people"
        Expected   text in one line, without |

      1 problem:
        figure/schema: 1"
    `);
  });

  test('all figures of a page at once', () => {
    const root = siteOf('<Figure id="one" />\n\n<Figure id="harms" />\n\n<Figure id="two" />\n', {
      harms: RANGES,
    });
    expect(reportOf(() => transform(root))).toMatchInlineSnapshot(`
      "docs/page.mdx:1:1  figure/unknown
        Found      <Figure id="one" />
        Expected   the name of a file in _evidence/figures, without .yml
        Closest    harms

      docs/page.mdx:5:1  figure/unknown
        Found      <Figure id="two" />
        Expected   the name of a file in _evidence/figures, without .yml
        Closest    harms

      2 problems:
        figure/unknown: 2"
    `);
  });
});
