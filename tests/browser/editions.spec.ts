import {builtRedirects, editions, expect, hydrated, test} from './site';

const [latest] = editions;

test('the menu leads to the same page of the draft, which says what it is', async ({page}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  const menu = page
    .getByRole('button', {name: new RegExp(`^${latest!.replace('.', '\\.')} `)})
    .or(page.locator('.navbar__link[aria-haspopup]'));
  await menu.first().hover();
  await page.getByRole('link', {name: 'Next edition (draft)'}).click();
  await expect(page).toHaveURL('/docs/next/safety/overview/');
  const banner = page.locator('.theme-doc-version-banner');
  await expect(banner).toContainText('draft');
  await banner.getByRole('link').click();
  await expect(page).toHaveURL('/docs/safety/overview/');
});

test('the menu of editions works from the keyboard', async ({page}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await page.locator('.navbar__link[aria-haspopup]').first().focus();
  await page.keyboard.press('Enter');
  const draft = page.getByRole('link', {name: 'Next edition (draft)'});
  await expect(draft).toBeVisible();
  for (
    let i = 0;
    i < 5 && !(await draft.evaluate((link) => link === document.activeElement));
    i += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/docs/next/safety/overview/');
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 360, height: 740}});

  test('the main menu opens from the keyboard and leads to the sidebar and the editions', async ({
    page,
  }) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await page.getByRole('button', {name: 'Toggle navigation bar'}).focus();
    await page.keyboard.press('Enter');
    const menu = page.locator('.navbar-sidebar');
    await expect(menu.getByRole('link', {name: 'Key points'})).toBeVisible();
    await menu.getByRole('link', {name: 'Key points'}).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/docs\/key-points\/$/);
  });
});

test('a pinned address of the latest edition leads there and keeps its fragment', async ({
  page,
}) => {
  await page.goto(`/docs/${latest}/safety/overview/#urinary-tract`);
  await page.waitForURL('**/docs/safety/overview/#urinary-tract');
  await expect(page.locator('#urinary-tract')).toBeInViewport();
});

test('every page of the latest edition has its pinned address', async ({request}) => {
  const redirects = builtRedirects().filter((address) => address.startsWith(`/docs/${latest}/`));
  expect(redirects.length).toBeGreaterThan(10);
  for (const address of redirects) {
    const html = await (await request.get(address)).text();
    const target = /url=([^"]+)"/.exec(html)?.[1];
    expect(target).toBe(address.replace(`/docs/${latest}/`, '/docs/'));
    expect((await request.get(target!)).status(), target).toBe(200);
  }
});

for (const edition of editions.slice(1)) {
  test(`edition ${edition} stands at its own address and names the newer one`, async ({page}) => {
    await page.goto(`/docs/${edition}/safety/overview/`);
    const banner = page.locator('.theme-doc-version-banner');
    await expect(banner).toContainText(`edition ${edition}`);
    await banner.getByRole('link').click();
    await expect(page).toHaveURL('/docs/safety/overview/');
  });
}
