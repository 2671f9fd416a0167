import {remarkMoved} from '../../../src/remark/remark-moved';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const MOVES = `
- {from: safety/a#old, to: safety/a#new, since: '2.0', reason: Renamed}
- {from: safety/a#away, to: b#there, since: '2.0', reason: It belongs there}
`;

function site(): string {
  return makeSite({
    'versions.json': '["1.0"]',
    'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
    'versioned_docs/version-1.0/safety/a.mdx':
      '---\ntitle: A\n---\nText.\n\n## Old {/* #old */}\n\n## Far away {/* #away */}\n',
    'docs/safety/a.mdx': '---\ntitle: A\n---\nText.\n\n## New {/* #new */}\n\nMore.\n',
    'docs/b.mdx': '---\ntitle: B\n---\nText.\n\n## There {/* #there */}\n',
    'docs/_moves.yml': MOVES,
  });
}

test('an id that has another one now stands before its heading; what left the page is listed', () => {
  const root = site();
  expect(shownPage(root, 'docs/safety/a.mdx', [[remarkMoved, {root}]])).toMatchInlineSnapshot(`
    "Text.
    <MovedAnchor id="old" />
    ## New {/* #new */}
    More.
    ## Sections that moved {#moved-sections}
    (list)
      -
        <MovedSection id="away">
          Moved: [Far away](../b.mdx#there)
        </MovedSection>"
  `);
});

test('an older edition, which still has the sections, is left alone', () => {
  const root = site();
  const shown = shownPage(root, 'versioned_docs/version-1.0/safety/a.mdx', [[remarkMoved, {root}]]);
  expect(shown).not.toMatch(/Moved|moved/);
});
