import {remarkCitations} from '../../../src/remark/remark-citations';
import {remarkEvidenceMap} from '../../../src/remark/remark-evidence-map';
import {reference, referencesYml} from '../../helpers/evidence';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const ALCOHOL = `---
title: Alcohol use disorder
sidebar_label: Alcohol
type: use
at_a_glance:
  status: [{where: United States, status: off-label, detail: x}]
  effect: mixed
  certainty: low
  outcome: '*Drinking* at 6 months [@b2021]'
  evidence: Three trials [@a2020]
  trials: 3
  participants: 201
---
Text.
`;
const OVERVIEW =
  '---\ntitle: Addiction\ntype: use\nat_a_glance: {effect: uncertain, certainty: very-low}\n---\nText.\n';

function transform(page: string, dir = 'docs', cite = false): string {
  const root = makeSite({
    [`${dir}/clinical-uses/overview.mdx`]: `---\ntitle: Uses\n---\n${page}`,
    [`${dir}/clinical-uses/addiction/overview.mdx`]: OVERVIEW,
    [`${dir}/clinical-uses/addiction/alcohol.mdx`]: ALCOHOL,
    [`${dir}/_evidence/references.yml`]: referencesYml(reference('a2020'), reference('b2021')),
    'docs/only-in-the-draft.mdx': '---\ntitle: Draft\ntype: use\nat_a_glance: {}\n---\nText.\n',
  });
  return shownPage(root, `${dir}/clinical-uses/overview.mdx`, [
    [remarkEvidenceMap, {root}],
    ...(cite ? [[remarkCitations, {root}] as [typeof remarkCitations, {root: string}]] : []),
  ]);
}

test('the block becomes a row for each use of its own edition, made from the cards', () => {
  expect(transform('<EvidenceMap />\n', 'versioned_docs/version-1.0')).toMatchInlineSnapshot(`
    "<EvidenceMap>
      <EvidenceGroup>
        <EvidenceRow level="main">
          <EvidenceUse>
            [Addiction](./addiction/overview.mdx)
          </EvidenceUse>
          <EvidenceFinding effect="uncertain" certainty="very-low" />
          <EvidenceOutcome />
          <EvidenceStudies />
        </EvidenceRow>
        <EvidenceRow level="part">
          <EvidenceUse>
            [Alcohol](./addiction/alcohol.mdx)
            <EvidenceStatus status="off-label" where="United States" />
          </EvidenceUse>
          <EvidenceFinding effect="mixed" certainty="low" />
          <EvidenceOutcome>
            *Drinking* at 6 months [@b2021]
          </EvidenceOutcome>
          <EvidenceStudies trials="3" participants="201">
            [@a2020]
          </EvidenceStudies>
        </EvidenceRow>
      </EvidenceGroup>
    </EvidenceMap>"
  `);
});

test('citations of the cards are numbered like those of the page, and end in its references', () => {
  const shown = transform('Text [@b2021].\n\n<EvidenceMap />\n', 'docs', true);
  expect(shown).toContain('<Cite to="a2020" n="2" at="1"');
  expect(shown).toContain('<Cite to="b2021" n="1" at="2"');
  expect(shown).toContain('<Reference id="a2020" n="2"');
  expect(shown).not.toContain('[@');
});

test('a page without the block stays as it is', () => {
  expect(transform('Text.\n')).toBe('Text.');
});

test('stops where the block stands inside a paragraph', () => {
  expect(reportOf(() => transform('Here: <EvidenceMap />\n'))).toMatchInlineSnapshot(`
    "docs/clinical-uses/overview.mdx:4:7  page/block-in-text
      Found      <EvidenceMap /> inside a paragraph
      Expected   <EvidenceMap /> on a line of its own, with an empty line before and after it

    1 problem:
      page/block-in-text: 1"
  `);
});
