import {test as base} from '@playwright/test';
import {expect, hydrated, test} from './site';

test('the shortcut opens search; Enter lands on the section with the words marked', async ({
  page,
}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', {name: 'Search'});
  await expect(box).toBeFocused();
  await page.keyboard.type('contracted bladder');
  const listbox = page.getByRole('listbox');
  await expect(listbox).toContainText('Urinary tract');
  await page.getByRole('option').filter({hasText: 'Urinary tract'}).first().click();
  await expect(page).toHaveURL(/\/docs\/safety\/.*_highlight=.*#urinary-tract/);
  await expect(page.locator('mark', {hasText: /bladder/i}).first()).toBeVisible();
  await expect(page.locator('#urinary-tract')).toBeInViewport();
});

test('highlighting can be ended, and the address is then that of the section', async ({page}) => {
  await page.goto('/docs/safety/overview/?_highlight=bladder#urinary-tract');
  await expect(page.locator('article mark').first()).toBeVisible();
  await page.getByRole('button', {name: 'Remove highlighting'}).click();
  await expect(page.locator('article mark')).toHaveCount(0);
  await expect(page).toHaveURL('/docs/safety/overview/#urinary-tract');
});

test('keys move through the list and are told to screen readers', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  const box = page.getByRole('combobox', {name: 'Search'});
  await box.fill('blood pressure');
  const options = page.getByRole('option');
  await expect(page.getByRole('status').filter({hasText: 'for “blood pressure”'})).toHaveText(
    /^\d+ pages?/,
  );
  const count = await options.count();
  const selected = async (): Promise<number> =>
    options.evaluateAll((all) => all.findIndex((one) => one.ariaSelected === 'true'));
  for (const [key, place] of [
    ['ArrowDown', 1],
    ['End', count - 1],
    ['ArrowDown', 0],
    ['ArrowUp', count - 1],
    ['Home', 0],
  ] as const) {
    await box.press(key);
    expect(await selected(), key).toBe(place);
    const id = await box.getAttribute('aria-activedescendant');
    expect(await options.nth(place).getAttribute('id')).toBe(id);
  }
  await box.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(box).toBeFocused();
});

test('the list fits a screen of 320 px', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto('/docs/');
  await hydrated(page);
  await page.getByRole('combobox', {name: 'Search'}).click();
  await page.keyboard.type('k bladder');
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  const {x, width} = (await list.boundingBox())!;
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the results page groups by page, docs before posts, and names the edition', async ({
  page,
}) => {
  await page.goto('/search/?q=blood+pressure');
  await expect(page.getByRole('status').filter({hasText: 'for “blood pressure”'})).toBeVisible();
  const groups = page.locator('main section');
  await expect(groups.first().getByRole('heading', {level: 2})).toHaveText(/^Pages: Edition \d/);
  const titles = await groups.first().locator('h3').allInnerTexts();
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles[0]).toBe('Blood pressure and heart');
  await expect(groups.first().locator('mark').first()).toHaveText(/blood|pressure/i);
  // A section opens where it stands, with the words marked.
  await groups.first().locator('a[href*="#"]').first().click();
  await expect(page).toHaveURL(/\/docs\/safety\/cardiovascular\/\?_highlight=.*#/);
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

test('a typing error is mended and said', async ({page}) => {
  await page.goto('/search/?q=ketamine+bladdder&version=docs/next/');
  await expect(page.getByText('Spelling mended')).toContainText('ketamine bladder');
  await expect(page.locator('main ol > li').first()).toContainText('Bladder and urinary tract');
});

test('nothing found says so and offers a way on', async ({page}) => {
  await page.goto('/search/?q=blxddxr');
  await expect(page.getByText('Nothing found for “blxddxr”.')).toBeVisible();
  const main = page.locator('main');
  await expect(main.getByRole('link', {name: 'introduction', exact: true})).toBeVisible();
  await expect(main.getByRole('link', {name: 'tell us what you looked for'})).toBeVisible();
  await expect(main.getByRole('heading', {name: 'All pages'})).toBeVisible();
  await expect(main.getByText('Did you mean')).toContainText('bladder');
});

test('typed markup stays text, and nothing typed is sent', async ({page}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/docs/');
  await hydrated(page);
  await page.getByRole('combobox', {name: 'Search'}).fill('<img src=x onerror=alert(1)> bladder');
  await expect(page.getByRole('listbox')).toContainText('<img');
  expect(await page.locator('.navbar__search img').count()).toBe(0);
  expect(requests.filter((request) => /onerror|bladder/.test(request))).toEqual([]);
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> bladder')}`);
  await expect(page.getByRole('status').filter({hasText: '<img'})).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
});

test('the index is fetched when somebody means to search, not before', async ({page}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/docs/');
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.includes('search-'))).toEqual([]);
  const index = page.waitForRequest(/search-index-first-[0-9a-f]+\.json/);
  await page.getByRole('combobox', {name: 'Search'}).focus();
  await index;
});

base(
  'an index that cannot be loaded gives a message, all pages and another try',
  async ({page}) => {
    await page.route('**/search-index*.json', (route) => route.abort());
    await page.goto('/search/?q=bladder');
    await expect(page.getByText('The search index could not be loaded.')).toBeVisible();
    await expect(page.getByRole('heading', {name: 'All pages'})).toBeVisible();
    await page.unroute('**/search-index*.json');
    await page.getByRole('button', {name: 'Try again'}).click();
    await expect(page.locator('main ol > li').first()).toBeVisible();
  },
);
