import {expect, hydrated, test} from './site';

test('the sidebar leads to every page', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  const sidebar = page.getByRole('navigation', {name: 'Docs sidebar'});
  // Categories open one after the other, each showing more links.
  for (;;) {
    const closed = sidebar
      .locator('button[aria-expanded="false"], a[aria-expanded="false"]')
      .first();
    if ((await closed.count()) === 0) {
      break;
    }
    await closed.click();
    await hydrated(page);
  }
  const addresses = await sidebar
    .locator('a.menu__link[href^="/docs/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of new Set(addresses)) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    await expect(page.locator('main h1'), address).toHaveCount(1);
    await expect(
      sidebar.locator(`a.menu__link--active[href="${address}"]`),
      `${address} is marked in the sidebar`,
    ).toHaveCount(1);
  }
});

test('the home page leads to uses, safety and updates', async ({page}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Ketamine Knowledge Base');
  const uses = page
    .getByRole('region', {name: 'Clinical uses'})
    .or(page.locator('section[aria-labelledby="uses"]'));
  await expect(
    uses.first().getByRole('link', {name: 'Treatment-resistant depression'}),
  ).toBeVisible();
  await expect(uses.first().getByText('off-label').first()).toBeVisible();
  await page.locator('section[aria-labelledby="updates"] a').first().click();
  await expect(page).toHaveURL(/\/blog\/.+/);
});

test('a clinical page says that nobody has reviewed it, how sure it is, and what it does not know', async ({
  page,
}) => {
  await page.goto('/docs/clinical-uses/chronic-pain/overview/');
  await expect(page.getByText(/not yet clinically reviewed/)).toBeVisible();
  await expect(page.getByText(/Evidence last searched/)).toBeVisible();
  await expect(page.getByRole('heading', {name: /At a glance/})).toBeVisible();
  await expect(page.getByRole('heading', {name: /Limits of the evidence/})).toBeVisible();
});

test('a figure on a phone says what its numbers are, and nothing covers the name of the site', async ({
  page,
}) => {
  await page.setViewportSize({width: 360, height: 740});
  await page.goto('/docs/clinical-uses/treatment-resistant-depression/overview/');
  await hydrated(page);
  await expect(page.locator('figure caption').first()).toBeVisible();
  const title = (await page.locator('.navbar__title').first().boundingBox())!;
  const search = (await page.locator('.navbar input').boundingBox())!;
  expect(title.x + title.width).toBeLessThanOrEqual(search.x);
});

test('a wide table scrolls inside itself on a phone, by keyboard too', async ({page}) => {
  await page.setViewportSize({width: 360, height: 740});
  await page.goto('/docs/clinical-uses/treatment-resistant-depression/overview/');
  await hydrated(page);
  const table = page.getByRole('group', {name: 'Table'}).first();
  await table.focus();
  await expect(table).toBeFocused();
  const room = await table.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(room).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
