import {test as base} from '@playwright/test';
import {expect, hydrated, test} from './site';

test('the shortcut opens search; Enter lands on the section with the words marked', async ({
  page,
}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  const box = page.locator('.navbar input[type="search"], .navbar__search-input').first();
  await expect(box).toBeFocused();
  await page.keyboard.type('contracted bladder');
  const first = page.getByRole('option').first();
  await expect(first).toBeVisible();
  // Breadcrumb of the result: the page and section that it lies in.
  await expect(page.getByRole('listbox')).toContainText('Urinary tract');
  await page.getByRole('option').filter({hasText: 'Urinary tract'}).first().click();
  await expect(page).toHaveURL(/\/docs\/safety\/.*_highlight=.*#urinary-tract/);
  await expect(page.locator('mark', {hasText: /bladder/i}).first()).toBeVisible();
  await expect(page.locator('#urinary-tract')).toBeInViewport();
});

test('the results page has an address, groups by page and names the edition', async ({page}) => {
  await page.goto('/search/?q=blood+pressure');
  await expect(page.getByRole('status').filter({hasText: 'pages for'})).toContainText(
    '“blood pressure”',
  );
  const results = page.locator('main ol > li');
  await expect(results.first().getByRole('heading')).toHaveText('Safety');
  const titles = await results.getByRole('heading').allInnerTexts();
  expect(new Set(titles).size).toBe(titles.length);
  await expect(results.first().locator('mark').first()).toHaveText(/blood|pressure/i);
  await results
    .first()
    .getByRole('link', {name: /Blood pressure/})
    .click();
  await expect(page).toHaveURL(/\/docs\/safety\/overview\/\?_highlight=.*#blood-pressure$/);
});

test('the search box of the home page leads to results', async ({page}) => {
  await page.goto('/');
  await hydrated(page);
  await page.getByLabel('Search the reference').fill('esketamine relapse');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=esketamine\+relapse/);
  await expect(page.locator('main ol > li').first()).toBeVisible();
});

test('posts are found too', async ({page}) => {
  await page.goto('/search/?q=KARMA-Dep');
  await expect(page.locator('main ol > li a[href^="/blog/"]').first()).toBeVisible();
});

test('search in the draft stays in the draft', async ({page}) => {
  await page.goto('/search/?q=bladder&version=docs/next/');
  const first = page.locator('main ol > li a').first();
  await expect(first).toHaveAttribute('href', /^\/docs\/next\//);
});

test('nothing found says so and offers a way on', async ({page}) => {
  await page.goto('/search/?q=xyzzyplugh');
  await expect(page.getByText('Nothing found for “xyzzyplugh”.')).toBeVisible();
  await expect(page.locator('main').getByRole('link', {name: 'introduction'})).toBeVisible();
});

test('typed markup stays text', async ({page}) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> bladder')}`);
  await expect(page.getByRole('status').filter({hasText: '<img'})).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
});

base('an index that cannot be loaded gives a message and another try', async ({page}) => {
  await page.route('**/search-index*.json', (route) => route.abort());
  await page.goto('/search/?q=bladder');
  await expect(page.getByText('The search index could not be loaded.')).toBeVisible();
  await page.unroute('**/search-index*.json');
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.locator('main ol > li').first()).toBeVisible();
});
