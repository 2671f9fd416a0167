import {
  editionName,
  errorHref,
  missingTopicHref,
  pinnedPath,
  sourceHref,
  sourceOf,
  withSection,
} from '../../../src/site/report-links';

const REPOSITORY = 'https://github.com/owner/kb';
const RELEASED = 'versioned_docs/version-2.0/safety/overview.mdx';

test('the source of a page opens in the editor, that of a section at its line', () => {
  expect(sourceHref(REPOSITORY, RELEASED)).toBe(`${REPOSITORY}/edit/main/${RELEASED}`);
  expect(sourceHref(REPOSITORY, RELEASED, 12)).toBe(
    `${REPOSITORY}/blob/main/${RELEASED}?plain=1#L12`,
  );
});

test('a page finds its repository and file in its own link', () => {
  expect(sourceOf(sourceHref(REPOSITORY, RELEASED))).toEqual({
    repository: REPOSITORY,
    file: RELEASED,
  });
  expect(sourceOf('https://example.org/docs/about/contribute/')).toBeUndefined();
});

test('the form for an error knows the page, its edition and its address; then the section', () => {
  const page = errorHref(REPOSITORY, {
    file: RELEASED,
    address: 'https://example.org/docs/2.0/safety/overview/',
  });
  expect(page.startsWith(`${REPOSITORY}/issues/new?template=error.yml&`)).toBe(true);
  expect(Object.fromEntries(new URL(page).searchParams)).toEqual({
    template: 'error.yml',
    title: 'Error: safety/overview',
    page: 'safety/overview',
    edition: '2.0',
    address: 'https://example.org/docs/2.0/safety/overview/',
  });
  const section = withSection(page, {id: 'monitoring', title: 'Monitoring & "more"'});
  expect(Object.fromEntries(new URL(section).searchParams)).toEqual({
    template: 'error.yml',
    title: 'Error: safety/overview, Monitoring & "more"',
    page: 'safety/overview',
    section: 'Monitoring & "more"',
    edition: '2.0',
    address: 'https://example.org/docs/2.0/safety/overview/#monitoring',
  });
});

test('how to contribute stays as it is for a section', () => {
  const contribute = 'https://example.org/docs/about/contribute/#report-an-error';
  expect(withSection(contribute, {id: 'x', title: 'X'})).toBe(contribute);
});

test('the form for a missing topic says what was looked for, as text', () => {
  const {searchParams} = new URL(missingTopicHref(REPOSITORY, 'a & <b>', '2.0'));
  expect(Object.fromEntries(searchParams)).toEqual({
    template: 'missing-topic.yml',
    title: 'Missing: a & <b>',
    'looked-for': 'a & <b>',
    edition: '2.0',
  });
});

test.each([
  [RELEASED, '2.0', '/kb/docs/2.0/safety/overview/'],
  ['versioned_docs/version-1.0/index.mdx', '1.0', '/kb/docs/1.0/'],
  ['docs/safety/overview.mdx', 'draft of the next edition', undefined],
  ['blog/2026-11-25-x.mdx', 'none: an update', undefined],
  ['versioned_docs/version-2.0/_evidence/studies/a.yml', '2.0', undefined],
])('%s is of edition %s, at %s for ever', (file, edition, address) => {
  expect(editionName(file)).toBe(edition);
  expect(pinnedPath(file, '/kb/')).toBe(address);
});
