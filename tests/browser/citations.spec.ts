import {expect, hydrated, test, TRD} from './site';

test('a citation leads to its reference, and the reference back', async ({page}) => {
  await page.goto(TRD);
  await hydrated(page);
  const citation = page.locator('a[data-preview]').nth(4);
  const href = await citation.getAttribute('href');
  const id = await citation.getAttribute('id');
  await citation.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  const reference = page.locator(`li${href}`);
  await expect(reference).toBeInViewport();
  await expect(
    reference.getByRole('link', {name: /^doi:|^PubMed|^PMC|\./}).first(),
  ).toHaveAttribute('href', /^https?:\/\//);
  await reference.locator(`a[href="#${id}"]`).click();
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test('the mouse previews a reference, and leaving closes it', async ({page}) => {
  await page.goto(TRD);
  await hydrated(page);
  const citation = page.locator('a[data-preview]').first();
  const preview = page.locator(`#${await citation.getAttribute('data-preview')}`);
  await expect(preview).toBeHidden();
  await citation.hover();
  await expect(preview).toBeVisible();
  // The pointer can go into the preview, to a link in it.
  await preview.hover();
  await page.waitForTimeout(500);
  await expect(preview).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(preview).toBeHidden();
});

test('the keyboard previews a reference, reaches its links, and Escape closes it', async ({
  page,
}) => {
  await page.goto(TRD);
  await hydrated(page);
  const citation = page.locator('a[data-preview]').first();
  const preview = page.locator(`#${await citation.getAttribute('data-preview')}`);
  // Only a focus that came from the keyboard counts.
  await citation.evaluate((link) => {
    const before = document.createElement('button');
    before.id = 'before-citation';
    link.parentElement!.insertBefore(before, link);
    before.focus();
  });
  await page.keyboard.press('Tab');
  await expect(citation).toBeFocused();
  await expect(preview).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(preview.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});

test.describe('on a touch screen', () => {
  test.use({hasTouch: true, isMobile: true, viewport: {width: 360, height: 740}});

  test('a tap previews a reference, and the preview leads to the list', async ({page}) => {
    await page.goto(TRD);
    await hydrated(page);
    const citation = page.locator('a[data-preview]').first();
    const preview = page.locator(`#${await citation.getAttribute('data-preview')}`);
    await citation.tap();
    await expect(preview).toBeVisible();
    await expect(page).not.toHaveURL(/#ref-/);
    const box = await preview.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    await preview.getByRole('link', {name: /in the list$/}).tap();
    await expect(page).toHaveURL(/#ref-/);
    await expect(preview).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the number is a link to the reference, and a button opens its preview', async ({page}) => {
    await page.goto(TRD);
    const citation = page.locator('a[data-preview]').first();
    const key = (await citation.getAttribute('data-preview'))!;
    const button = page.locator(`button[popovertarget="${key}"]`).first();
    await expect(button).toBeVisible();
    await button.click();
    await expect(page.locator(`#${key}`)).toBeVisible();
    await page.keyboard.press('Escape');
    await citation.click();
    await expect(page).toHaveURL(/#ref-/);
  });
});

test('posts have citations with a reference list; excerpts lead to it', async ({page}) => {
  await page.goto('/blog/karma-dep-2/');
  await expect(page.getByRole('heading', {name: /References/})).toBeVisible();
  await page.goto('/blog/');
  const excerpt = page.locator('article [data-citation] a').first();
  await excerpt.click();
  await expect(page).toHaveURL(/\/blog\/[^/]+\/#ref-/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('no citation is left unresolved, and no id stands twice', async ({page}) => {
  await page.goto(TRD);
  expect(await page.locator('main').innerText()).not.toContain('[@');
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(twice).toEqual([]);
});
