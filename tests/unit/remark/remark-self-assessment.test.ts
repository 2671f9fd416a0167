import {remarkSelfAssessment} from '../../../src/remark/remark-self-assessment';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const DATA = `\
assessed: 2026-11-25
groups:
  - id: a
    title: People
    criteria:
      - id: a1
        criterion: Named authors
        source: JAMA
        status: not-met
        needs: people
        why: There are *none*.
        proof: [{page: about/policy#who-wrote-this}]
      - id: a2
        criterion: A line on every page
        status: met
        why: A test says so.
        proof: [{file: src/line.ts}, {file: src/gone.ts}, {page: about/policy}]
  - id: b
    title: Sources
    criteria:
      - {id: b1, criterion: References, status: partly, needs: work, why: Most., proof: [{page: about/policy}]}
`;

function transform(data: string | undefined, repository?: string): string {
  const root = makeSite({
    'docs/about/self.mdx': '<SelfAssessment />\n',
    'docs/about/policy.mdx': '---\ntitle: Policy\n---\nText.\n',
    'src/line.ts': '',
    ...(data === undefined ? {} : {'docs/_evidence/self-assessment.yml': data}),
  });
  return shownPage(root, 'docs/about/self.mdx', [[remarkSelfAssessment, {root, repository}]]);
}

test('counts first, then each group with its criteria and their proofs', () => {
  expect(transform(DATA)).toMatchInlineSnapshot(`
    "<AssessmentSummary assessed="2026-11-25" of="3" met="1" partly="1" notMet="1" people="1" host="0" work="1" />
    ### People {#criteria-a}
    <Criteria>
      <Criterion id="a1" criterion="Named authors" source="JAMA" status="not-met" needs="people">
        There are *none*.
        See: [Policy (who wrote this)](./policy.mdx#who-wrote-this).
      </Criterion>
      <Criterion id="a2" criterion="A line on every page" status="met">
        A test says so.
        See: \`src/line.ts\`; \`src/gone.ts\`; [Policy](./policy.mdx).
      </Criterion>
    </Criteria>
    ### Sources {#criteria-b}
    <Criteria>
      <Criterion id="b1" criterion="References" status="partly" needs="work">
        Most.
        See: [Policy](./policy.mdx).
      </Criterion>
    </Criteria>"
  `);
});

test('a file is a link where the repository is known and the file is there, else its path', () => {
  const shown = transform(DATA, 'https://example.org/kb');
  expect(shown).toContain('[`src/line.ts`](https://example.org/kb/blob/main/src/line.ts)');
  expect(shown).toContain('; `src/gone.ts`;');
});

test('stops where the edition has no assessment', () => {
  expect(reportOf(() => transform(undefined))).toMatchInlineSnapshot(`
    "docs/about/self.mdx:1:1  assessment/missing-file
      Found      <SelfAssessment />
      Expected   the file docs/_evidence/self-assessment.yml

    1 problem:
      assessment/missing-file: 1"
  `);
});
