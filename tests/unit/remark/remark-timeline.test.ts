import {remarkTimeline} from '../../../src/remark/remark-timeline';
import {dataYml, event} from '../../helpers/data';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

function shown(events: object[], files: Files = {}, file = 'docs/reference/timeline.mdx'): string {
  const root = makeSite({
    'docs/reference/timeline.mdx': '## Events {/* #events */}\n\n<Timeline />\n',
    'docs/safety/monitoring.mdx': '---\ntitle: Monitoring\n---\nText.\n',
    'docs/page.mdx': '---\ntitle: A page\n---\nText.\n',
    'docs/_evidence/timeline.yml': dataYml(...events),
    ...files,
  });
  return shownPage(root, file, [[remarkTimeline, {root}]]);
}

test('decades, events with sources, and links to the files of the pages they affect', () => {
  expect(
    shown([
      event('made', '1962', {kind: 'news', summary: 'It is made.', refs: ['a2020', 'b2021']}),
      event('given', '1964-08-03', {affects: ['safety/monitoring#vital-signs', 'page']}),
      event('sold', '1970-02'),
    ]),
  ).toMatchInlineSnapshot(`
    "## Events {/* #events */}
    ### 1960s {#1960s}
    <TimelineEvents>
      <TimelineEvent id="made" date="1962" kind="news" title="Title of made">
        It is made [@a2020; @b2021].
        <TimelinePages>
          [A page](../page.mdx)
        </TimelinePages>
      </TimelineEvent>
      <TimelineEvent id="given" date="1964-08-03" kind="trial" title="Title of given">
        It happened [@a2020].
        <TimelinePages>
          [Monitoring](../safety/monitoring.mdx#vital-signs); [A page](../page.mdx)
        </TimelinePages>
      </TimelineEvent>
    </TimelineEvents>
    ### 1970s {#1970s}
    <TimelineEvents>
      <TimelineEvent id="sold" date="1970-02" kind="trial" title="Title of sold">
        It happened [@a2020].
        <TimelinePages>
          [A page](../page.mdx)
        </TimelinePages>
      </TimelineEvent>
    </TimelineEvents>"
  `);
});

test('a decade with many events has a heading for each year', () => {
  const many = Array.from({length: 13}, (_, i) => event(`e${i}`, i < 5 ? '2024' : '2025'));
  expect(shown(many).match(/^#+ .*/gm)).toEqual([
    '## Events {/* #events */}',
    '### 2020s {#2020s}',
    '#### 2024 {#2024}',
    '#### 2025 {#2025}',
  ]);
});

test('a page of a released edition shows and links its own', () => {
  const text = shown(
    [event('new', '2026')],
    {
      'versioned_docs/version-1.0/timeline.mdx': '<Timeline />\n',
      'versioned_docs/version-1.0/page.mdx': '---\ntitle: As it was\n---\nText.\n',
      'versioned_docs/version-1.0/_evidence/timeline.yml': dataYml(event('old', '1999')),
    },
    'versioned_docs/version-1.0/timeline.mdx',
  );
  expect(text).toContain('## 1990s {#1990s}');
  expect(text).toContain('[As it was](./page.mdx)');
  expect(text).not.toContain('new');
});
