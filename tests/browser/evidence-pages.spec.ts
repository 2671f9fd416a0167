import fs from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {load} from 'cheerio';
import {evidencePages, expect, test} from './site';

const BUILD = path.join(__dirname, '../../build');
const STUDY = '/studies/daly2019/';

/** Pages of each kind; the index of the bibliography with its list made short, as axe takes a minute for the whole. */
const SAMPLE = [STUDY, '/studies/loo2023/', '/bibliography/?kind=guideline', '/bibliography/d/'];

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({page}).analyze();
  return found.violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`,
  );
}

for (const address of SAMPLE) {
  test(`no axe violation, no sideways scroll: ${address}`, async ({page}) => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
    ] as const) {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 900});
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, `${colorScheme} ${width}`).toBeLessThanOrEqual(0);
    }
  });
}

/** The file that an address of the site stands for. */
function fileOf(address: string): string {
  const [location = ''] = address.split('#');
  return path.join(BUILD, location.endsWith('/') ? `${location}index.html` : location);
}

test('every link of every page leads to a page, section or file that is there', () => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string): Set<string> => {
    const known =
      ids.get(file) ??
      new Set(
        [...fs.readFileSync(file, 'utf8').matchAll(/ id="?([^"\s>]+)/g)].map(([, id]) => id!),
      );
    ids.set(file, known);
    return known;
  };
  const broken: string[] = [];
  for (const address of evidencePages()) {
    const $ = load(fs.readFileSync(fileOf(address), 'utf8'));
    for (const element of $('a[href^="/"], link[href^="/"], script[src^="/"]').toArray()) {
      const target = ($(element).attr('href') ?? $(element).attr('src'))!;
      const file = fileOf(target);
      const fragment = target.split('#')[1];
      if (!fs.existsSync(file) || (fragment && !idsOf(file).has(fragment))) {
        broken.push(`${address} -> ${target}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('every reference list links files that are there, and studies that have a page', () => {
  const broken: string[] = [];
  let seen = 0;
  for (const folder of ['docs', 'blog']) {
    for (const {name, parentPath} of fs.readdirSync(path.join(BUILD, folder), {
      recursive: true,
      withFileTypes: true,
    })) {
      const file = path.join(parentPath, name);
      const html = name === 'index.html' ? fs.readFileSync(file, 'utf8') : '';
      for (const [, target] of html.matchAll(/href="?((?:\/studies\/|references\.)[^"\s>]+)/g)) {
        seen += 1;
        const wanted = target!.startsWith('/') ? fileOf(target!) : path.join(parentPath, target!);
        if (!fs.existsSync(wanted)) {
          broken.push(`${path.relative(BUILD, file)} -> ${target}`);
        }
      }
    }
  }
  expect(broken).toEqual([]);
  expect(seen).toBeGreaterThan(100);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('from a sentence to the numbers of the trial, and away with them', async ({page}) => {
    // The address of a page that cites the trial, from the page of the trial itself.
    await page.goto(STUDY);
    await page
      .getByRole('heading', {name: /^Cited on/})
      .locator('+ ul a[href*="maintenance-and-relapse/"]')
      .first()
      .click();
    const citation = page.locator('a[href="#ref-daly2019"]').first();
    // One: the citation leads to its entry; two: the entry to the numbers.
    await citation.click();
    await page
      .locator('#ref-daly2019')
      .getByRole('link', {name: 'Trial’s arms and numbers'})
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`${STUDY}$`));
    await expect(page.getByRole('cell', {name: '24 / 90'})).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', {name: 'results as CSV'}).click(),
    ]);
    expect(fs.readFileSync(await download.path(), 'utf8')).toContain('daly2019,');
  });

  test('the bibliography is whole, and its form is not shown', async ({page}) => {
    await page.goto('/bibliography/');
    await expect(page.getByRole('search')).toBeHidden();
    await expect(page.locator('#daly2019')).toBeVisible();
    await page.locator('#daly2019 a').click();
    await expect(page.getByRole('heading', {name: /^daly2019/})).toBeInViewport();
  });

  test.describe('on a phone', () => {
    test.use({viewport: {width: 360, height: 740}});

    test('the menu opens and leads on', async ({page}) => {
      await page.goto(STUDY);
      await page.locator('.kb-menu summary').click();
      await page.locator('.kb-menu').getByRole('link', {name: 'Reference'}).click();
      await expect(page).toHaveURL(/\/docs\/$/);
    });
  });
});

test('the bibliography is filtered by kind, topic and words, and the address keeps the choice', async ({
  page,
}) => {
  await page.goto('/bibliography/');
  const shown = page.locator('.kb-index > li:visible');
  const all = await shown.count();
  await page.getByLabel('Kind').selectOption('rct');
  await expect(page.locator('.kb-index > li[data-kind="cohort"]:visible')).toHaveCount(0);
  const trials = await shown.count();
  expect(trials).toBeLessThan(all);
  await page.getByLabel('Words').fill('daly esketamine');
  await expect(page.locator('#daly2019')).toBeVisible();
  await expect(page.locator('#zarate2006')).toBeHidden();
  await expect(page.getByRole('status')).toHaveText(
    new RegExp(`^${await shown.count()} of ${all} sources$`),
  );
  await expect(page).toHaveURL(/\?kind=rct&q=daly\+esketamine$/);
  await page.reload();
  await expect(page.getByLabel('Kind')).toHaveValue('rct');
  await expect(page.locator('#zarate2006')).toBeHidden();
  await page.getByLabel('Words').fill('');
  await page.getByLabel('Kind').selectOption('');
  await expect(shown).toHaveCount(all);
  await expect(page).toHaveURL(/\/bibliography\/$/);
});

test('an address with a choice that does not exist shows everything', async ({page}) => {
  await page.goto('/bibliography/?kind=nonsense');
  await expect(page.getByLabel('Kind')).toHaveValue('');
  await expect(page.locator('#daly2019')).toBeVisible();
});

test('the preview of a citation leads to the numbers of the trial', async ({page}) => {
  await page.goto(
    '/docs/next/clinical-uses/treatment-resistant-depression/maintenance-and-relapse/',
  );
  await page.locator('a[data-preview="preview-daly2019"]').first().hover();
  await page
    .locator('#preview-daly2019')
    .getByRole('link', {name: 'Trial’s arms and numbers'})
    .click();
  await expect(page.getByRole('heading', {level: 1})).toContainText('SUSTAIN-1');
});

test('the sitemap has studies and the bibliography', () => {
  const sitemap = fs.readFileSync(path.join(BUILD, 'sitemap.xml'), 'utf8');
  for (const address of evidencePages()) {
    expect(sitemap).toContain(`${address}</loc>`);
  }
});
