import {expect, hydrated, test} from './site';

test.describe('the link of a section', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});

  test('is visible, copies its address and says so', async ({page}) => {
    await page.goto('/docs/safety/overview/?_highlight=bladder');
    await hydrated(page);
    const link = page.locator('#urinary-tract a.hash-link');
    await expect(link).toBeVisible();
    await link.click();
    await expect(page.getByRole('status').filter({hasText: 'copied'})).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).pathname + new URL(copied).search + new URL(copied).hash).toBe(
      '/docs/safety/overview/#urinary-tract',
    );
  });

  test('works from the keyboard', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await page.locator('#monitoring a.hash-link').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({hasText: 'copied'})).toBeVisible();
    await expect(page).toHaveURL(/#monitoring$/);
  });
});

test.describe('on a touch screen', () => {
  test.use({
    hasTouch: true,
    isMobile: true,
    viewport: {width: 360, height: 740},
    permissions: ['clipboard-read', 'clipboard-write'],
  });

  test('the link of a section is there without hovering, and a tap copies it', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    const link = page.locator('#screening a.hash-link');
    const opacity = await link.evaluate((element) => Number(getComputedStyle(element).opacity));
    expect(opacity).toBeGreaterThan(0.5);
    await link.tap();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#screening$/);
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the link of a section is a plain anchor', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await page.locator('#monitoring a.hash-link').click();
    await expect(page).toHaveURL(/#monitoring$/);
  });
});
