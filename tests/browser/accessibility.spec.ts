import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {FRAMES} from './frames';
import {expect, hydrated, pagesWithTextOfTheirOwn, test} from './site';

/** Pages whose menus are judged in the dark too: one of each frame. */
const WHOLE_IN_DARK = ['/', '/docs/', '/blog/', '/docs/next/', '/404.html', '/search/?q=bladder'];

/** Pages that one test judges. */
const AT_ONCE = 8;

/** What another width may change of a text: what is reached and how, and what is still a table, a list, a region. */
const OF_LAYOUT = ['cat.keyboard', 'cat.sensory-and-visual-cues', 'cat.structure', 'cat.tables'];

test.describe('no axe violation', () => {
  test.use({contextOptions: {reducedMotion: 'reduce'}});
  // The glossary and the timeline have thousands of elements: on a busy machine axe takes its time over each.
  test.describe.configure({timeout: 600_000});

  const addresses = [...pagesWithTextOfTheirOwn(), '/404.html', '/search/?q=bladder'];
  // A window for each page would take longer than many a page.
  for (let first = 0; first < addresses.length; first += AT_ONCE) {
    const group = addresses.slice(first, first + AT_ONCE);
    test(`${group[0]} and the next, ${group.length} pages`, async ({page}) => {
      for (const address of group) {
        await judge(page, address);
      }
    });
  }
});

/** Judges a page in three modes; what is found does not keep the next page from being judged. */
async function judge(page: Page, address: string): Promise<void> {
  await page.setViewportSize({width: 1280, height: 900});
  await page.emulateMedia({colorScheme: 'light'});
  await page.goto(address);
  await hydrated(page);
  // Dark differs from light in its colours alone, a phone from a wide screen in all but them; the menus around the
  // text are the same on every page, and judged on each in light. Names and roles are those of the wide page, where
  // a frame does not change them.
  const onPhone = Object.values<string>(FRAMES).includes(address) ? {} : {runOnly: OF_LAYOUT};
  for (const [mode, width, colorScheme, rules] of [
    ['light', 1280, 'light', {}],
    ['dark', 1280, 'dark', {runOnly: 'color-contrast'}],
    ['phone', 360, 'light', {...onPhone, rules: {'color-contrast': {enabled: false}}}],
  ] as const) {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme});
    if ((await page.locator('script[src]').count()) === 0) {
      // A static page chooses its mode once, when it is opened.
      await page.reload();
    }
    // No colour may be caught on its way from one mode to the other.
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(({finished}) => finished)),
    );
    // No page has a frame, which is what the other mode is for; nobody reads what axe found to be right.
    const axe = new AxeBuilder({page})
      .setLegacyMode(true)
      .options({...rules, resultTypes: ['violations']});
    const {violations} = await (
      mode === 'dark' && !WHOLE_IN_DARK.includes(address) ? axe.include('main') : axe
    ).analyze();
    expect
      .soft(
        violations.map(
          ({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`,
        ),
        `${address}, ${mode}`,
      )
      .toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect.soft(overflow, `${address}, ${mode}: the page scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

test('the skip link is first and leads past the menu', async ({page}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', {name: 'Skip to main content'});
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('.navbar') === null);
  expect(inMain).toBe(true);
});

test('dark mode can be chosen and is kept', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  const html = page.locator('html');
  const toggle = page.getByRole('button', {name: /switch between dark and light/i});
  for (let i = 0; i < 3 && (await html.getAttribute('data-theme')) !== 'dark'; i += 1) {
    await toggle.click();
  }
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
});
