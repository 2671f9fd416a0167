import {remarkCitePage} from '../../../src/remark/remark-cite-page';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const OPTIONS = {url: 'https://example.org', baseUrl: '/base/'};

function cited(file: string): string {
  const root = makeSite({
    'versions.json': '["2.0", "1.0"]',
    'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
    'versioned_docs/version-2.0/_edition.yml': "edition: '2.0'\nreleased: '2027-11-25'\n",
    'versioned_docs/version-1.0/old.mdx': '---\ntitle: "Old & <new>"\n---\nText.\n',
    'versioned_docs/version-2.0/new.mdx': '---\ntitle: New\n---\nText.\n',
    'versioned_docs/version-2.0/index.mdx': '---\ntitle: Introduction\n---\nText.\n',
    'versioned_docs/version-2.0/_moves.yml':
      "- {from: old, to: new, since: '2.0', reason: Renamed}\n",
    'docs/new.mdx': '---\ntitle: New\n---\nText.\n',
  });
  return shownPage(root, file, [[remarkCitePage, {root, ...OPTIONS}]]);
}

test('a page is cited at the address that names its edition', () => {
  const shown = cited('versioned_docs/version-2.0/new.mdx');
  expect(shown).toContain(
    '<CitePage edition="2.0" latest="/base/docs/new/" pinned="/base/docs/2.0/new/"',
  );
  expect(shown).toContain(
    'ama="New[[section]]. Ketamine Knowledge Base. Edition 2.0. November 25, 2027. Accessed [[accessed]]. https://example.org/base/docs/2.0/new/[[fragment]]"',
  );
});

test('a page of an older edition leads to where the latest has it', () => {
  expect(cited('versioned_docs/version-1.0/old.mdx')).toContain(
    'edition="1.0" latest="/base/docs/new/" pinned="/base/docs/1.0/old/"',
  );
});

test('the introduction stands at the root of its edition', () => {
  expect(cited('versioned_docs/version-2.0/index.mdx')).toContain(
    'latest="/base/docs/" pinned="/base/docs/2.0/"',
  );
});

test('a draft is not cited', () => {
  expect(cited('docs/new.mdx')).toBe('Text.');
});
