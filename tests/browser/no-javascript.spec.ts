import {expect, test, TRD} from './site';

test.use({javaScriptEnabled: false});

test('home, page, table, figure and references can be read', async ({page}) => {
  await page.goto('/');
  await page.getByRole('link', {name: 'Treatment-resistant depression'}).first().click();
  await expect(page).toHaveURL(new RegExp(`${TRD}$`));
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Treatment-resistant depression');
  await expect(page.locator('main table').first()).toBeVisible();
  await expect(page.locator('figure table').first()).toBeVisible();
  await expect(page.getByRole('heading', {name: /References/})).toBeVisible();
});

test('menus lead on without scripts', async ({page}) => {
  await page.goto('/docs/');
  await page
    .getByRole('navigation', {name: 'Docs sidebar'})
    .getByRole('link', {name: 'Key points'})
    .click();
  await expect(page).toHaveURL(/\/docs\/key-points\/$/);
  await page.getByRole('link', {name: 'What’s new'}).first().click();
  await expect(page).toHaveURL(/\/blog\/$/);
});

test('the search page says that it needs JavaScript and where to go instead', async ({page}) => {
  await page.goto('/search/?q=bladder');
  await expect(page.getByText(/Searching needs JavaScript/)).toBeVisible();
});

test.describe('in a dark system', () => {
  test.use({colorScheme: 'dark'});

  test('the page is dark', async ({page}) => {
    await page.goto('/docs/');
    const background = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    const [r = 255] = background.match(/\d+/g)!.map(Number);
    expect(r).toBeLessThan(60);
  });
});
