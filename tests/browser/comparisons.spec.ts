import fs from 'node:fs';
import path from 'node:path';
import {comparisons} from '../../src/editions/comparison';
import {comparisonAddress, hasComparison} from '../../src/editions/comparison-pages';
import {builtPages, expect, hydrated, test} from './site';

const root = path.join(__dirname, '../..');
const all = comparisons(root);

test('the page of editions leads to each edition and to each comparison', async ({page}) => {
  for (const {newer, older, name} of all) {
    await page.goto('/editions/');
    await hydrated(page);
    const section = page.locator('main section').filter({
      has: page.getByRole('link', {name: `Compare with edition ${older.edition}`}),
      hasText: newer.label,
    });
    await section.getByRole('link', {name: `Compare with edition ${older.edition}`}).click();
    await expect(page).toHaveURL(`/${comparisonAddress(name)}`);
    await expect(page.getByRole('heading', {level: 1})).toContainText('compared');
    await expect(page.getByRole('link', {name: /^References: \d+ added/})).toBeVisible();
  }
});

test('every page that changed has its comparison, and no link of one leads nowhere', async ({
  request,
}) => {
  const expected = all.flatMap(({name, pages}) => [
    comparisonAddress(name),
    comparisonAddress(name, 'references'),
    ...pages.filter(hasComparison).map(({slug}) => comparisonAddress(name, slug)),
  ]);
  const built = builtPages().filter((address) => /^\/editions\/./.test(address));
  expect(built).toEqual(expected.map((address) => `/${address}`).sort());
  const links = new Set(
    built.flatMap((address) =>
      [
        ...fs
          .readFileSync(path.join(root, 'build', address, 'index.html'), 'utf8')
          .matchAll(/<a [^>]*href="?(\/[^">\s#]*)/g),
      ].map((match) => match[1]!),
    ),
  );
  for (const link of links) {
    expect((await request.head(link)).status(), link).toBe(200);
  }
});

test('every page of docs says what changed since the edition before, and links to it', () => {
  for (const {name, older, newer, pages} of all) {
    for (const {slug, kind} of pages.filter((page) => page.kind !== 'removed')) {
      const html = fs
        .readFileSync(
          path.join(root, 'build', newer.path, slug === 'index' ? '' : slug, 'index.html'),
          'utf8',
        )
        .replaceAll('<!-- -->', '');
      const said =
        kind === 'added'
          ? `New since edition ${older.edition}.`
          : kind === 'same'
            ? `Not changed since edition ${older.edition}.`
            : `Changed since edition ${older.edition}: `;
      expect(html.includes(said), `${newer.path}${slug}: ${said}`).toBe(true);
      expect(html.includes(comparisonAddress(name, slug))).toBe(
        ['changed', 'moved'].includes(kind),
      );
    }
  }
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 360, height: 740}});

  test('a comparison needs no sideways scrolling', async ({page}) => {
    const changed = all.flatMap(({name, pages}) =>
      pages.filter(hasComparison).map(({slug}) => comparisonAddress(name, slug)),
    );
    for (const address of changed.slice(0, 2)) {
      await page.goto(`/${address}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});
