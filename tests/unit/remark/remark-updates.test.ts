import {remarkFigures} from '../../../src/remark/remark-figures';
import {remarkNotices} from '../../../src/remark/remark-notices';
import {remarkUpdates} from '../../../src/remark/remark-updates';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const PAGE = `---
title: Safety
type: harm
---
Answer.

## Dosing {/* #dosing */}

Text.
`;
const POSTS: Files = {
  'blog/2026-11-25-new.mdx':
    '---\ntitle: New trial\ndate: 2026-11-25\nslug: new-trial\nevent_date: "2026-06-01"\naffects: [safety/overview#dosing]\n---\nText.\n',
  'blog/2026-11-25-old.mdx':
    '---\ntitle: Old law\ndate: 2026-11-25\nslug: old-law\nevent_date: "2024"\naffects: [safety/overview]\n---\nText.\n',
};

function transform(page: string, posts: Files = POSTS, file = 'docs/safety/overview.mdx'): string {
  const root = makeSite({[file]: page, ...posts});
  return shownPage(root, file, [
    [remarkNotices, {root}],
    [remarkFigures, {root}],
    [remarkUpdates, {root}],
  ]);
}

test('posts stand at the end, newest event first, with the section that they affect; the top says how many', () => {
  expect(transform(PAGE)).toMatchInlineSnapshot(`
    "<ReviewNotice updates="2">
      [Drafted by AI from the cited sources; not yet clinically reviewed](../about/editorial-policy.mdx)
    </ReviewNotice>
    Answer.
    ## Dosing {/* #dosing */}
    Text.
    ## Updates {#updates}
    <PageUpdates>
      <PageUpdate event="2026-06-01">
        [New trial](/blog/new-trial/), on [Dosing](#dosing)
      </PageUpdate>
      <PageUpdate event="2024">
        [Old law](/blog/old-law/)
      </PageUpdate>
    </PageUpdates>"
  `);
});

test('a released edition lists them as well, without a section that it does not have', () => {
  const shown = transform(
    PAGE.replace('dosing */', 'dose */'),
    POSTS,
    'versioned_docs/version-1.0/safety/overview.mdx',
  );
  expect(shown).toContain('[New trial](/blog/new-trial/)\n');
  expect(shown).not.toContain('#dosing');
});

test('a page that no post affects has no such section, and no number at its top', () => {
  const shown = transform(PAGE, POSTS, 'docs/safety/monitoring.mdx');
  expect(shown).not.toContain('Updates');
  expect(shown).not.toContain('updates=');
  expect(transform(PAGE, {})).not.toContain('Updates');
});

test('one post that affects two sections counts as one', () => {
  const shown = transform(`${PAGE}\n## Harms {/* #harms */}\n\nText.\n`, {
    'blog/a.mdx':
      '---\ntitle: A\ndate: 2026-11-25\nslug: a\naffects: [safety/overview#dosing, safety/overview#harms]\n---\nText.\n',
  });
  expect(shown).toContain('updates="1"');
  expect(shown).toContain('[A](/blog/a/), on [Dosing](#dosing)');
  expect(shown).toContain('[A](/blog/a/), on [Harms](#harms)');
});
