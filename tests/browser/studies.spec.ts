import type {Page} from '@playwright/test';
import {expect, hydrated, test} from './site';

const status = (page: Page) => page.getByRole('status').filter({hasText: 'studies'});
const rows = (page: Page) => page.locator('main tbody tr');

async function open(page: Page, search = ''): Promise<number> {
  await page.goto(`/studies/${search}`);
  await hydrated(page);
  await expect(page.getByRole('combobox', {name: 'Drug'})).toBeEnabled();
  return rows(page).count();
}

test.describe('the table of studies', () => {
  test('is filtered by keyboard, keeps the focus, and tells the count', async ({page}) => {
    const all = await open(page);
    const drug = page.getByRole('combobox', {name: 'Drug'});
    await drug.focus();
    await page.keyboard.type('Esket');
    await expect(page).toHaveURL(/\?drug=esketamine$/);
    await expect(drug).toBeFocused();
    const shown = await rows(page).count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    await expect(status(page)).toContainText(`${shown} of ${all} studies`);
    await expect(drug.locator('option:checked')).toHaveText(`Esketamine (${shown})`);
  });

  test('is sorted by keyboard, and says how', async ({page}) => {
    await open(page);
    const people = page.getByRole('columnheader', {name: 'People'});
    await people.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(people).toHaveAttribute('aria-sort', 'descending');
    await expect(page).toHaveURL(/\?sort=-size$/);
    await page.keyboard.press('Enter');
    await expect(people).toHaveAttribute('aria-sort', 'ascending');
    const numbers = await rows(page).locator('td:nth-child(7)').allInnerTexts();
    const counts = numbers.map((text) => parseInt(text.replaceAll(',', ''), 10));
    const known = counts.filter((n) => !Number.isNaN(n));
    expect(known).toEqual([...known].sort((a, b) => a - b));
    // What is not known comes last.
    expect(counts.slice(known.length).every(Number.isNaN)).toBe(true);
  });

  test('has an address for its state, and the back button undoes a step', async ({page}) => {
    const all = await open(page);
    const design = page.getByRole('combobox', {name: 'Design'});
    await design.selectOption('rct');
    const trials = await rows(page).count();
    await page.getByRole('combobox', {name: 'Route'}).selectOption('intranasal');
    await expect(page).toHaveURL(/\?(?=.*design=rct)(?=.*route=intranasal)/);
    const both = await rows(page).count();
    expect(both).toBeLessThan(trials);

    const address = new URL(page.url()).search;
    await open(page, address);
    await expect(rows(page)).toHaveCount(both);
    await expect(design).toHaveValue('rct');

    await page.goBack();
    await expect(page).not.toHaveURL(/route=/);
    await expect(rows(page)).toHaveCount(trials);
    await page.goBack();
    await expect(rows(page)).toHaveCount(all);
    await expect(page).toHaveURL(/\/studies\/$/);
  });

  test('can be cleared, and says so where nothing fits', async ({page}) => {
    const all = await open(page, '?drug=arketamine&condition=asthma');
    expect(all).toBe(0);
    await expect(page.getByText('No study fits all of these')).toBeVisible();
    await page.getByRole('button', {name: 'Clear filters'}).click();
    await expect(rows(page)).not.toHaveCount(0);
    await expect(status(page)).toContainText('All');
  });

  test('leads to the record of a study by a link of the server', async ({page}) => {
    await open(page);
    await expect(rows(page).first().getByRole('rowheader').getByRole('link')).toHaveAttribute(
      'href',
      /^\/studies\/[a-z0-9-]+\/$/,
    );
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('all studies are there, and the filters say that they need it', async ({page}) => {
    await page.goto('/studies/');
    const text = (await status(page).textContent())!;
    await expect(rows(page)).toHaveCount(Number(/All (\d+) studies/.exec(text)![1]));
    await expect(page.getByText(/Sorting and filtering need JavaScript/)).toBeVisible();
    await expect(page.getByRole('combobox', {name: 'Drug'})).toBeDisabled();
  });

  test('a forest plot is a table with its studies, figures and sources', async ({page}) => {
    await page.goto('/docs/next/clinical-uses/treatment-resistant-depression/esketamine/');
    const figure = page.locator('#figure-esketamine-day28');
    const row = figure.getByRole('row', {name: /TRANSFORM-2/});
    await expect(row.getByRole('rowheader').getByRole('link').first()).toHaveAttribute(
      'href',
      '/studies/popova2019/',
    );
    await expect(row).toContainText('−4 (−7.31 to −0.64)');
    await expect(row.locator('[data-citation], a[href^="#ref"]').first()).toBeVisible();
    await expect(figure.getByRole('rowheader', {name: /^An 2021/})).toBeVisible();
  });
});

test('on a phone the page does not scroll sideways, the table does', async ({page}) => {
  await page.setViewportSize({width: 360, height: 800});
  await open(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const region = page.getByRole('region', {name: 'Table of studies'});
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
