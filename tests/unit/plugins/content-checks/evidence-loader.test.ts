/** What a page is rebuilt for. A file that is missing here leaves readers with old text after a build from the cache. */
import path from 'node:path';
import evidenceLoader from '../../../../src/plugins/content-checks/evidence-loader.cjs';
import {makeSite, removeSites, type Files} from '../../../helpers/site';

afterAll(removeSites);

function dependencies(file: string, source: string, files: Files = {}): string[] {
  const siteDir = makeSite(files);
  const found: string[] = [];
  const add = (kind: string) => (absolute: string) =>
    found.push(`${kind} ${path.relative(siteDir, absolute)}`);
  const result: unknown = evidenceLoader.call(
    {
      getOptions: () => ({siteDir}),
      resourcePath: path.join(siteDir, file),
      addDependency: add('file'),
      addMissingDependency: add('missing'),
      addContextDependency: add('folder'),
    },
    source,
  );
  expect(result).toBe(source);
  return found;
}

test('a page depends on the evidence of its own edition, on the posts and on the moves', () => {
  expect(dependencies('docs/safety/overview.mdx', 'Text.')).toEqual([
    'folder docs/_evidence',
    'folder blog',
    'missing docs/_moves.yml',
  ]);
  expect(
    dependencies('versioned_docs/version-1.0/index.mdx', 'Text.', {'docs/_moves.yml': ''}),
  ).toEqual(['folder versioned_docs/version-1.0/_evidence', 'folder blog', 'file docs/_moves.yml']);
});

test('the page with the map depends on all pages of its edition', () => {
  expect(dependencies('docs/clinical-uses/overview.mdx', '<EvidenceMap />')).toContain(
    'folder docs',
  );
});

test('a post depends on the evidence of the draft alone', () => {
  expect(dependencies('blog/2026-11-25-news.mdx', 'Text.')).toEqual(['folder docs/_evidence']);
});
