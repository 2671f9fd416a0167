import AxeBuilder from '@axe-core/playwright';
import {test as base, type Locator, type Page} from '@playwright/test';
import {expect as siteExpect, hydrated, test} from './site';

/** On a busy machine a worker and its index take their time. */
const expect = siteExpect.configure({timeout: 20_000});

/** Waits until an answer is told, and so complete. */
async function answered(page: Page, query: string): Promise<void> {
  await expect(page.getByRole('status').filter({hasText: `for “${query}”`})).toBeVisible();
}

function boxOf(page: Page): Locator {
  return page.getByRole('combobox', {name: 'Search'});
}

async function expectAccessible(page: Page, part: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const {violations} = await new AxeBuilder({page})
      .setLegacyMode(true)
      .include(part)
      .options({resultTypes: ['violations']})
      .analyze();
    expect(
      violations.map(
        ({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`,
      ),
      colorScheme,
    ).toEqual([]);
  }
}

test('the shortcut opens search; a result lands on its section with the words marked', async ({
  page,
}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await expect(boxOf(page)).toBeFocused();
  await page.keyboard.type('contracted bladder');
  await answered(page, 'contracted bladder');
  await expect(page.getByRole('listbox')).toContainText('Bladder and urinary tract');
  const option = page.locator('[role="option"][href*="#"]').first();
  const [, section] = (await option.getAttribute('href'))!.split('#');
  await option.click();
  await expect(page).toHaveURL(new RegExp(`/docs/safety/.*_highlight=.*#${section}$`));
  await expect(page.locator('article mark', {hasText: /bladder/i}).first()).toBeVisible();
  await expect(page.locator(`#${section}`)).toBeInViewport();
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

test('Enter opens the section that is chosen', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  const box = boxOf(page);
  await box.fill('blood pressure');
  await answered(page, 'blood pressure');
  await box.press('ArrowDown');
  const chosen = page.getByRole('option', {selected: true});
  const href = (await chosen.getAttribute('href'))!;
  await box.press('Enter');
  await expect(page).toHaveURL(href);
  await expect(page.getByRole('listbox')).toHaveCount(0);
});

test('the list names the edition, groups by page and shows breadcrumb, section and sentence with marks', async ({
  page,
}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await boxOf(page).fill('esketamine relapse');
  await answered(page, 'esketamine relapse');
  await expect(page.getByRole('listbox')).toHaveAccessibleName(/^Results: Edition \d/);
  const groups = page.getByRole('listbox').getByRole('group');
  const names = await groups.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^Maintenance treatment and relapse/);
  await expect(groups.first()).toContainText('Clinical uses');
  expect(await groups.first().getByRole('option').count()).toBeLessThanOrEqual(2);
  const option = groups.first().getByRole('option').first();
  // Heading, then the sentence: words are marked in what the page says.
  await expect(option.locator('span').nth(1).locator('mark').first()).toHaveText(
    /^(esketamine|relapse)/i,
  );
  // Posts come after pages.
  const hrefs = await page
    .getByRole('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  const firstPost = hrefs.findIndex((href) => href.startsWith('/blog/'));
  expect(firstPost).toBeGreaterThan(0);
  expect(hrefs.slice(firstPost).some((href) => href.startsWith('/docs/'))).toBe(false);
});

test('the box says that nothing was found, what is nearest, and where all pages are', async ({
  page,
}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await boxOf(page).fill('blxddxr');
  await expect(page.getByText('Nothing found for “blxddxr”.').last()).toBeVisible();
  await expect(page.getByRole('link', {name: /^All pages/})).toBeVisible();
  await expectAccessible(page, '.navbar__search');
  await page.getByRole('button', {name: 'bladder'}).click();
  await expect(page.getByRole('option').first()).toContainText(/bladder/i);
});

test('the open list has no axe violation', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await boxOf(page).fill('blood pressure');
  await answered(page, 'blood pressure');
  await expect(page.getByRole('option').first().locator('mark').first()).toBeVisible();
  await expectAccessible(page, '.navbar__search');
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
  // Every section of the site, and an issue that is filled in where the repository is known.
  for (const section of ['Safety and side effects', 'Clinical uses', 'Reference']) {
    await expect(main.getByRole('heading', {name: section, exact: true})).toBeVisible();
  }
  await expect(main.getByRole('link', {name: 'tell us what you looked for'})).toHaveAttribute(
    'href',
    /issues\/new\?.*blxddxr|\/docs\/about\/contribute\/$/,
  );
  await expectAccessible(page, 'main');
  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the results page has a main landmark and fits a screen of 320 px', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto('/search/?q=blood+pressure');
  await answered(page, 'blood pressure');
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('heading', {level: 1})).toHaveText('Search');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('typed markup stays text, in the box, on the results page and in its address', async ({
  page,
}) => {
  const markup = '<img src=x onerror="window.hit=1"> bladder';
  await page.goto('/docs/');
  await hydrated(page);
  await boxOf(page).fill(markup);
  await expect(page.getByRole('listbox')).toContainText('<img');
  expect(await page.locator('.navbar__search img').count()).toBe(0);
  for (const query of [markup, '<script>window.hit=1</script>', 'javascript:window.hit=1//']) {
    await page.goto(`/search/?${new URLSearchParams({q: query, version: query}).toString()}`);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/ for “|^Nothing/);
    expect(await page.locator('main').locator('img, script').count()).toBe(0);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  }
  await page.goto(`/docs/safety/overview/?_highlight=${encodeURIComponent(markup)}`);
  await hydrated(page);
  expect(await page.locator('article img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('nothing typed is sent: not while typing, not by opening results, not as a referrer', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    sent.push(
      `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`.toLowerCase(),
    );
  });
  await page.goto('/docs/');
  await hydrated(page);
  const box = boxOf(page);
  await box.pressSequentially('zqxbladder bladder');
  await answered(page, 'zqxbladder bladder');
  await box.press('End');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=zqxbladder/);
  await expect(page.locator('main ol > li').first()).toBeVisible();
  await page.getByLabel('Words to look for').fill('zqxcystitis cystitis');
  await page.getByRole('main').getByRole('button', {name: 'Search'}).click();
  await answered(page, 'zqxcystitis cystitis');
  await page.getByLabel('Edition', {exact: true}).selectOption('docs/1.0/');
  await answered(page, 'zqxcystitis cystitis');
  await page.goBack();
  await page.locator('main ol > li a').first().click();
  await expect(page).toHaveURL(/\/docs\//);
  await page.waitForLoadState('networkidle');
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((request) => request.includes('zqx'))).toEqual([]);
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
    await expectAccessible(page, 'main');
    await page.unroute('**/search-index*.json');
    await page.getByRole('button', {name: 'Try again'}).click();
    await expect(page.locator('main ol > li').first()).toBeVisible();
  },
);

base('the box too says that the index cannot be loaded, and tries again', async ({page}) => {
  await page.route('**/search-index*.json', (route) => route.abort());
  await page.goto('/docs/');
  await hydrated(page);
  await boxOf(page).fill('bladder');
  await expect(page.getByText('The search index could not be loaded.').last()).toBeVisible();
  await expect(page.getByRole('link', {name: 'all pages'})).toBeVisible();
  await expectAccessible(page, '.navbar__search');
  await page.unroute('**/search-index*.json');
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('option').first()).toBeVisible();
});
