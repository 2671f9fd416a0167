/** Readers who set their own colors, or want nothing to move. */
import type {Locator, Page} from '@playwright/test';
import {FRAMES} from './frames';
import {expect as siteExpect, hydrated, test} from './site';

/** On a busy machine search takes its time. */
const expect = siteExpect.configure({timeout: 20_000});

/** How far two colors are apart, as WCAG counts it; 1 where the first is not to be seen. */
function contrast(locator: Locator, property: string): Promise<number> {
  return locator.first().evaluate((element, name) => {
    const parts = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string): number => {
      const [r, g, b] = parts(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const color = getComputedStyle(element).getPropertyValue(name);
    if (parts(color).length < 3 || parts(color)[3] === 0) {
      return 1;
    }
    const [a, b] = [color, getComputedStyle(document.body).backgroundColor].map(light);
    return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
  }, property);
}

test.describe('colors that the reader’s system forces', () => {
  // The page's own mode says light, the system's colors are dark: as where a reader chose the mode before.
  test.use({
    contextOptions: {forcedColors: 'active', reducedMotion: 'reduce'},
    colorScheme: 'dark',
  });

  async function open(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await hydrated(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  }

  test('lines, signs and pictures are to be seen', async ({page}) => {
    for (const [what, address, selector, property] of [
      [
        'the interval of a plot',
        FRAMES['a page with plots'],
        'figure tbody svg line:last-of-type',
        'stroke',
      ],
      ['the line of no effect', FRAMES['a page with plots'], 'figure tbody svg line', 'stroke'],
      ['the point of a plot', FRAMES['a page with plots'], 'figure tbody svg circle', 'fill'],
      ['a mark of the timeline', FRAMES['the timeline'], 'figure svg circle', 'fill'],
      ['a box of the drawing', FRAMES['a page with a drawing'], 'figure svg rect', 'stroke'],
      [
        'an arrow of the drawing',
        FRAMES['a page with a drawing'],
        'figure svg path:not(marker path)',
        'stroke',
      ],
      ['the words of the drawing', FRAMES['a page with a drawing'], 'figure svg text', 'fill'],
      ['the sign of search', FRAMES.home, '.navbar__search svg', 'stroke'],
      ['the box of search', FRAMES.home, '.navbar__search-input', 'border-top-color'],
      ['a status', FRAMES.home, 'td li span', 'border-top-color'],
      ['the edition', FRAMES['a long page'], '.badge', 'border-top-color'],
      [
        'a choice of the explorer',
        FRAMES['the explorer of studies'],
        'main select',
        'border-top-color',
      ],
      ['a button', FRAMES.home, 'main form button', 'border-top-color'],
    ] as const) {
      if (new URL(page.url(), 'http://x').pathname !== address) {
        await open(page, address);
      }
      expect(await contrast(page.locator(selector), property), what).toBeGreaterThanOrEqual(3);
    }
  });

  test('the words of a box do not lie on the page’s own color', async ({page}) => {
    await open(page, FRAMES['a page with a drawing']);
    // What is filled is filled with the color of the page that is forced.
    expect(await contrast(page.locator('figure svg rect'), 'fill')).toBeLessThan(1.1);
  });

  test('the focus is to be seen', async ({page}) => {
    await open(page, FRAMES['a long page']);
    for (const selector of [
      '.menu__link',
      '.hash-link',
      'a[data-preview]',
      '.navbar__search-input',
      'footer a',
      'summary',
    ]) {
      await page.keyboard.press('Tab');
      await page.locator(`${selector}:visible`).first().focus();
      const focused = page.locator(':focus');
      await expect(focused, selector).toHaveCSS('outline-style', 'solid');
      expect(await contrast(focused, 'outline-color'), selector).toBeGreaterThanOrEqual(3);
    }
  });

  test('where the reader is, in the menu, and what is chosen in search, is no matter of color', async ({
    page,
  }) => {
    await open(page, FRAMES['a page with plots']);
    await expect(page.locator('.menu__link--active[aria-current="page"]')).toHaveCSS(
      'text-decoration-line',
      'underline',
    );
    await expect(page.locator('.menu__link:not(.menu__link--active)').first()).toHaveCSS(
      'text-decoration-line',
      'none',
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.type('bladder');
    await expect(page.getByRole('option').nth(1)).toBeVisible();
    const lines = await page
      .getByRole('option')
      .evaluateAll((all) =>
        all.slice(0, 2).map((one) => [one.ariaSelected, getComputedStyle(one).outlineStyle]),
      );
    expect(lines).toEqual([
      ['true', 'solid'],
      ['false', 'none'],
    ]);
  });
});

test.describe('reduced motion', () => {
  test.use({contextOptions: {reducedMotion: 'reduce'}});

  /** What moves for longer than a blink; a spinner has no end. */
  function moving(page: Page): Promise<string[]> {
    return page.evaluate(() =>
      document
        .getAnimations()
        .filter(
          ({playState, effect}) =>
            playState === 'running' && Number(effect!.getComputedTiming().duration) > 10,
        )
        .map(({effect}) => (effect as KeyframeEffect).target?.className ?? ''),
    );
  }

  test('nothing moves where something opens', async ({page}) => {
    await page.goto(FRAMES['a long page']);
    await hydrated(page);
    const still = async (what: string): Promise<void> =>
      expect(await moving(page), what).toEqual([]);
    await page.locator('.navbar__link[aria-haspopup]').hover();
    await still('editions');
    await page
      .getByRole('button', {name: /Expand sidebar category/})
      .first()
      .click();
    await still('a category of the menu');
    await page.locator('a[data-preview]').first().hover();
    await expect(page.locator(':popover-open')).toBeVisible();
    await still('a preview');
    await page.locator('#at-a-glance .hash-link').click();
    await expect(page.locator('#kb-section-tools')).toBeVisible();
    await still('the tools of a section');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('bladder');
    await expect(page.getByRole('option').first()).toBeVisible();
    await still('search');
    await page.setViewportSize({width: 360, height: 740});
    await page.getByRole('combobox', {name: 'Search'}).blur();
    await page.getByRole('button', {name: 'Toggle navigation bar'}).click();
    await still('the menu of a phone');
    await expect(
      page.locator('.navbar-sidebar').getByRole('link', {name: 'Key points'}),
    ).toBeVisible();
  });

  test('a jump in the page is a jump', async ({page}) => {
    await page.goto(FRAMES['a long page']);
    await hydrated(page);
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
  });
});
