import {editUrl} from '../../../src/site/edit-url';

const REPOSITORY = 'https://github.com/owner/kb';

test.each([
  [
    'a page of the draft',
    {versionDocsDirPath: 'docs', docPath: 'safety/overview.mdx'},
    'docs/safety/overview.mdx',
  ],
  [
    'a page of an edition',
    {versionDocsDirPath: 'versioned_docs/version-1.0', docPath: 'index.mdx'},
    'versioned_docs/version-1.0/index.mdx',
  ],
  [
    'a post',
    {blogDirPath: 'blog', blogPath: '2026-11-25-launch.mdx'},
    'blog/2026-11-25-launch.mdx',
  ],
])('leads to the file of %s', (_, params, file) => {
  expect(editUrl(REPOSITORY, 'https://example.org', '/')(params)).toBe(
    `${REPOSITORY}/edit/main/${file}`,
  );
});

test.each([
  ['/', 'https://example.org/docs/about/contribute/'],
  ['/kb/', 'https://example.org/kb/docs/about/contribute/'],
])(
  'leads to how to contribute where the repository is not known (site below %s)',
  (baseUrl, address) => {
    const params = {versionDocsDirPath: 'docs', docPath: 'index.mdx'};
    expect(editUrl(undefined, 'https://example.org', baseUrl)(params)).toBe(address);
  },
);
