import {remarkRelated} from '../../../src/remark/remark-related';
import {shownPage} from '../../helpers/mdx';
import {reportOf} from '../../helpers/problems';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

function page(title: string, related?: unknown): string {
  return `---\n${JSON.stringify({title, ...(related === undefined ? {} : {related})})}\n---\nText.\n`;
}

const PAGES: Files = {
  'docs/index.mdx': page('Introduction'),
  'docs/safety/overview.mdx': page('Safety overview'),
  'docs/safety/monitoring.mdx': page('Monitoring *of* <patients>'),
  'docs/clinical-uses/chronic-pain/overview.mdx': page('Chronic pain'),
};

function transform(root: string, file: string): string {
  return shownPage(root, file, [[remarkRelated, {root}]]);
}

test('lists pages under their own titles, as links to their files', () => {
  const root = makeSite({
    ...PAGES,
    'docs/safety/here.mdx': page('Here', [
      'safety/monitoring',
      'clinical-uses/chronic-pain/overview',
      'index',
    ]),
  });
  expect(transform(root, 'docs/safety/here.mdx')).toMatchInlineSnapshot(`
    "Text.
    ## Related pages {#related-pages}
    (list)
      -
        [Monitoring *of* <patients>](./monitoring.mdx)
      -
        [Chronic pain](../clinical-uses/chronic-pain/overview.mdx)
      -
        [Introduction](../index.mdx)"
  `);
});

test.each([
  ['the same folder', 'docs/safety/here.mdx', './overview.mdx'],
  ['the folder above', 'docs/here.mdx', './safety/overview.mdx'],
  ['another folder', 'docs/clinical-uses/here.mdx', '../safety/overview.mdx'],
  ['a folder two levels deep', 'docs/clinical-uses/pain/here.mdx', '../../safety/overview.mdx'],
])('links from %s', (_, file, url) => {
  const root = makeSite({...PAGES, [file]: page('Here', ['safety/overview'])});
  expect(transform(root, file)).toContain(`[Safety overview](${url})`);
});

test('stays in the edition of the page', () => {
  const released = 'versioned_docs/version-1.0';
  const root = makeSite({
    ...PAGES,
    [`${released}/here.mdx`]: page('Here', ['safety/overview']),
    [`${released}/safety/overview.mdx`]: page('Safety, as it was called'),
  });
  expect(transform(root, `${released}/here.mdx`)).toContain(
    '[Safety, as it was called](./safety/overview.mdx)',
  );
});

test.each([
  ['no such field', undefined],
  ['an empty list', []],
  ['an empty field', null],
])('adds nothing for %s', (_, related) => {
  const root = makeSite({...PAGES, 'docs/here.mdx': page('Here', related)});
  expect(transform(root, 'docs/here.mdx')).toBe('Text.');
});

test('stops for a page that is not there, with the nearest ones', () => {
  const root = makeSite({
    ...PAGES,
    'docs/here.mdx': page('Here', ['safety/overveiw', 'safety/monitoring', 'monitoring']),
  });
  expect(reportOf(() => transform(root, 'docs/here.mdx'))).toMatchInlineSnapshot(`
    "docs/here.mdx:1:1  page/related
      Found      related: safety/overveiw
      Expected   the slug of a page of this edition
      Closest    safety/overview, safety/monitoring, here

    docs/here.mdx:1:1  page/related
      Found      related: monitoring
      Expected   the slug of a page of this edition
      Closest    safety/monitoring, here, index

    2 problems:
      page/related: 2"
  `);
});

test('a released page cannot lead to a page of the draft only', () => {
  const file = 'versioned_docs/version-1.0/here.mdx';
  const root = makeSite({...PAGES, [file]: page('Here', ['safety/overview'])});
  expect(reportOf(() => transform(root, file))).toMatchInlineSnapshot(`
    "versioned_docs/version-1.0/here.mdx:1:1  page/related
      Found      related: safety/overview
      Expected   the slug of a page of this edition
      Closest    here

    1 problem:
      page/related: 1"
  `);
});
