import {remarkAudits} from '../../../src/remark/remark-audits';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const SAMPLE = `\
- id: evidence
  date: 2026-11-23
  title: Evidence files
  kind: sample
  unit: statements
  sample: Drawn at random.
  method: Looked up *again*.
  auditors: AI.
  results:
    - {group: Safety, checked: 45, imprecise: 8, wrong: 0, unsettled: 1}
    - {group: The rest, checked: 45, imprecise: 4, unsettled: 2}
  mended: 12
  also: [Duplicates were joined.]
  limits: [Abstracts only., Not clinicians.]
`;
const FULL = `\
- id: pages
  date: 2026-12-20
  title: All pages
  kind: full
  unit: figures
  approximate: true
  sample: All pages.
  method: Read against the sources.
  auditors: AI.
  results: [{group: All pages, checked: 3000, wrong: 9, unsupported: 1, imprecise: 40}]
  mended: 48
  limits: [One reading.]
`;

function transform(audits: string | undefined, page = '<Audits />\n'): string {
  const root = makeSite({
    'docs/about/accuracy.mdx': page,
    ...(audits === undefined ? {} : {'docs/_evidence/audits.yml': audits}),
  });
  return shownPage(root, 'docs/about/accuracy.mdx', [[remarkAudits, {root}]]);
}

test('a sample: results with shares, the sum, and what it allows to say', () => {
  expect(transform(SAMPLE)).toMatchInlineSnapshot(`
    "### Evidence files {#audit-evidence}
    <AtAGlance>
      <GlanceRow label="Date">
        <DateText date="2026-11-23" />
      </GlanceRow>
      <GlanceRow label="What and how chosen">
        Drawn at random.
      </GlanceRow>
      <GlanceRow label="How compared">
        Looked up *again*.
      </GlanceRow>
      <GlanceRow label="By whom">
        AI.
      </GlanceRow>
    </AtAGlance>
    (table)
      | Part | Correct | Imprecise | Wrong | Not settled | All |
      | Safety | 36 (80%) | 8 (18%) | 0 | 1 (2.2%) | 45 |
      | The rest | 39 (87%) | 4 (8.9%) | 0 | 2 (4.4%) | 45 |
      | All | 75 (83%) | 12 (13%) | 0 | 3 (3.3%) | 90 |
    Of 90 statements, 75 (83%) were correct. As a sample, 0 wrong of 90 allows a true rate of wrong ones of up to 3.3% (95% upper bound). Errors found: 12; mended: 12.
    Duplicates were joined.
    **What it cannot show:**
    (list)
      -
        Abstracts only.
      -
        Not clinicians."
  `);
});

test('a full reading: no bound, a round number, and what is still open', () => {
  const shown = transform(FULL);
  expect(shown).toContain('| All pages | 2,950 (98%) | 40 (1.3%) | 1 (0.03%) | 9 (0.3%) | 3,000 |');
  expect(shown).toContain('Of about 3,000 figures, 2,950 (98%) were correct.');
  expect(shown).not.toContain('95%');
  expect(shown).toContain('Errors found: 50; mended: 48; **still open: 2**.');
});

test('several audits stand one after the other, each with its own address', () => {
  const headings = transform(FULL + SAMPLE).match(/^### .*$/gm);
  expect(headings).toEqual([
    '### All pages {#audit-pages}',
    '### Evidence files {#audit-evidence}',
  ]);
});

test('stops where the edition has no audits, or a wrong record', () => {
  expect(reportOf(() => transform(undefined))).toMatchInlineSnapshot(`
    "docs/about/accuracy.mdx:1:1  audits/missing-file
      Found      <Audits />
      Expected   the file docs/_evidence/audits.yml

    1 problem:
      audits/missing-file: 1"
  `);
  expect(reportOf(() => transform(SAMPLE.replace('mended: 12', 'mended: 13')))).toContain(
    'docs/_evidence/audits.yml:12:11  audits/schema',
  );
});
