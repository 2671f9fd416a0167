import {remarkAtAGlance} from '../../../src/remark/remark-at-a-glance';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function transform(text: string): string {
  return shownPage(makeSite({'docs/page.mdx': text}), 'docs/page.mdx', [remarkAtAGlance]);
}

function withCard(fields: Record<string, unknown>, body = 'Answer.\n'): string {
  return transform(`---\n${JSON.stringify({at_a_glance: fields})}\n---\n${body}`);
}

describe('the card stands', () => {
  const card = ['## At a glance {#at-a-glance}', '<AtAGlance>', '</AtAGlance>'];

  test.each([
    ['after the first paragraph', 'Answer.\n\nMore.\n', ['Answer.', ...card, 'More.']],
    [
      'after a first paragraph of several lines',
      'Answer\nin two lines.\n\n## Dose\n',
      ['Answer', 'in two lines.', ...card, '## Dose'],
    ],
    [
      'after the first paragraph that follows a comment',
      '{/* note */}\n\nAnswer.\n\nMore.\n',
      ['{/* note */}', 'Answer.', ...card, 'More.'],
    ],
    [
      'after the first paragraph that follows an import',
      'import x from "x";\n\nAnswer.\n\nMore.\n',
      ['import x from "x";', 'Answer.', ...card, 'More.'],
    ],
    ['first where no paragraph comes first', '## Dose\n\nText.\n', [...card, '## Dose', 'Text.']],
    ['on a page without text', '', card],
  ])('%s', (_, body, expected) => {
    const shown = withCard({what: 'A drug'}, body);
    expect(shown.split('\n').filter((line) => !/^ /.test(line))).toEqual(expected);
  });

  test('nowhere without its front matter', () => {
    expect(transform('---\ntitle: About\n---\nAnswer.\n')).toBe('Answer.');
  });
});

describe('the card of', () => {
  test('a use', () => {
    expect(
      withCard({
        harms: 'Sedation',
        regimen: 'Studied: 0.5 mg/kg',
        evidence: '4 trials',
        what: 'A drug, see [monitoring](./monitoring.mdx)',
        status: [
          {where: 'United States', status: 'off-label', detail: 'Label of **2024** [@label]'},
          {where: 'EU', status: 'not-approved'},
        ],

        effect: 'mixed',
        outcome: 'Relapse',
        certainty: 'very-low',
        why: 'Four small trials',
        trials: 4,
        participants: 256,
      }),
    ).toMatchInlineSnapshot(`
      "Answer.
      ## At a glance {#at-a-glance}
      <AtAGlance>
        <GlanceRow label="What">
          A drug, see [monitoring](./monitoring.mdx)
        </GlanceRow>
        <GlanceRow label="Status">
          <GlanceStatus where="United States" status="off-label">
            Label of **2024** [@label]
          </GlanceStatus>
          <GlanceStatus where="EU" status="not-approved" />
        </GlanceRow>
        <GlanceRow label="Main outcome">
          Relapse
        </GlanceRow>
        <GlanceRow label="Certainty">
          <Certainty level="very-low" />
          Four small trials
        </GlanceRow>
        <GlanceRow label="Evidence">
          4 trials
        </GlanceRow>
        <GlanceRow label="Regimen studied">
          Studied: 0.5 mg/kg
        </GlanceRow>
        <GlanceRow label="Main harms">
          Sedation
        </GlanceRow>
      </AtAGlance>"
    `);
  });

  test('a harm', () => {
    expect(
      withCard({
        what: 'Raised pressure',
        frequency: '10 to 50%',
        certainty: 'high',
        why: 'Measured in every trial',
        at_risk: 'Hypertension',
        course: 'Peaks at 40 minutes',
        labels: 'Assess before dosing',
      }),
    ).toMatchInlineSnapshot(`
      "Answer.
      ## At a glance {#at-a-glance}
      <AtAGlance>
        <GlanceRow label="What">
          Raised pressure
        </GlanceRow>
        <GlanceRow label="Certainty">
          <Certainty level="high" />
          Measured in every trial
        </GlanceRow>
        <GlanceRow label="How often">
          10 to 50%
        </GlanceRow>
        <GlanceRow label="Who is at risk">
          Hypertension
        </GlanceRow>
        <GlanceRow label="Course">
          Peaks at 40 minutes
        </GlanceRow>
        <GlanceRow label="Labels and guidance">
          Assess before dosing
        </GlanceRow>
      </AtAGlance>"
    `);
  });

  test('a topic, whose certainty and reason may be missing', () => {
    expect(withCard({what: 'A', known: 'B', unknown: 'C'})).toMatchInlineSnapshot(`
      "Answer.
      ## At a glance {#at-a-glance}
      <AtAGlance>
        <GlanceRow label="What">
          A
        </GlanceRow>
        <GlanceRow label="What is known">
          B
        </GlanceRow>
        <GlanceRow label="What is not known">
          C
        </GlanceRow>
      </AtAGlance>"
    `);
    expect(withCard({what: 'A', why: 'D'})).toMatchInlineSnapshot(`
      "Answer.
      ## At a glance {#at-a-glance}
      <AtAGlance>
        <GlanceRow label="What">
          A
        </GlanceRow>
        <GlanceRow label="Why">
          D
        </GlanceRow>
      </AtAGlance>"
    `);
  });
});

describe('a row keeps text that looks like the begin of a block:', () => {
  test.each([
    ['a number and a point', '12. In one trial, 3 of 40', '12. In one trial, 3 of 40'],
    ['a dash', '- 3 points on the scale', '- 3 points on the scale'],
    ['a plus', '+ 3 points on the scale', '+ 3 points on the scale'],
    ['a greater-than sign', '> 5% of people', '> 5% of people'],
    ['a less-than sign', '<5% of people, <b>rare</b>', '<5% of people, <b>rare</b>'],
    ['a number sign', '# of trials: 4', '# of trials: 4'],
    ['spaces', '    Sedation', 'Sedation'],
    ['an equals sign below', 'Half\n===', 'Half\n==='],
    ['a rule', '***', '***'],
    ['braces', 'A {range}', 'A {range}'],
  ])('%s', (_, value, expected) => {
    expect(withCard({what: value})).toContain(
      `<GlanceRow label="What">\n    ${expected}\n  </GlanceRow>`,
    );
  });
});
