/** Readers without a mouse: each stop is to be seen (WCAG 2.4.7, 2.4.11), in order, and none holds them (2.1.2). */
import type {Page} from '@playwright/test';
import {FRAMES} from './frames';
import {editions, expect as siteExpect, hydrated, test, TRD} from './site';

/** On a busy machine search takes its time. */
const expect = siteExpect.configure({timeout: 20_000});

test.use({contextOptions: {reducedMotion: 'reduce'}});

interface Stop {
  what: string;
  /** Place in the order of the document; undefined once the focus has left the page. */
  place: number | undefined;
  /** Inside something that opens beside the element before. */
  inPreview: boolean;
  /** Why it cannot be seen. */
  fault: string | undefined;
}

/** The element that has the focus, and whether a reader sees that it has, once the page has moved it into view. */
async function stop(page: Page): Promise<Stop> {
  const first = await look(page);
  if (!first.fault) {
    return first;
  }
  await page.waitForTimeout(100);
  return look(page);
}

function look(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body || !element) {
      return {what: '', place: undefined, inPreview: false, fault: undefined};
    }
    const style = getComputedStyle(element);
    const rects = [...element.getClientRects()].filter(
      ({width, height}) => width > 0 && height > 0,
    );
    const inside = (x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    };
    // Not wholly covered: one of some points of what is on the screen answers.
    const isInView = rects.some((rect) => {
      const [left, right] = [Math.max(0, rect.left), Math.min(window.innerWidth, rect.right)];
      const [top, bottom] = [Math.max(0, rect.top), Math.min(window.innerHeight, rect.bottom)];
      return [0.5, 0.1, 0.9].some((part) =>
        inside(left + (right - left) * part, top + (bottom - top) * part),
      );
    });
    const isMarked =
      style.outlineStyle !== 'none' &&
      parseFloat(style.outlineWidth) >= 2 &&
      !/(, |\/ )0\)$|transparent/.test(style.outlineColor);
    return {
      what: `${element.tagName} ${element.ariaLabel ?? element.textContent!.trim().slice(0, 40)} ${element.getAttribute('href') ?? ''}`,
      place: [...document.querySelectorAll('*')].indexOf(element),
      inPreview: element.closest('[popover]') !== null,
      fault: !isInView ? 'not in view' : !isMarked ? 'not marked' : undefined,
    };
  });
}

/** Presses Tab until the focus leaves the page. */
async function walk(page: Page, limit: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < limit) {
    await page.keyboard.press('Tab');
    const next = await stop(page);
    if (next.place === undefined || next.what === stops[0]?.what) {
      return stops;
    }
    stops.push(next);
  }
  throw new Error(`After ${limit} stops the page has not ended: ${stops.at(-1)?.what}`);
}

/** Presses Tab until a stop is what is looked for; each on the way is to be seen. */
async function tabTo(page: Page, what: RegExp, limit = 60): Promise<void> {
  for (let i = 0; i < limit; i += 1) {
    await page.keyboard.press('Tab');
    const here = await stop(page);
    expect(here.fault, here.what).toBeUndefined();
    if (what.test(here.what)) {
      return;
    }
  }
  throw new Error(`No stop is ${what}`);
}

for (const [frame, address, width] of [
  ['home', '/', 1280],
  ['home on a phone', '/', 360],
  ['a long page', TRD, 1280],
  ['a page on a phone', FRAMES['a page with plots'], 360],
  ['a study', FRAMES['a study'], 1280],
  ['the list of posts', '/blog/', 1280],
] as const) {
  test(`Tab goes through ${frame} from its begin to its end`, async ({page}) => {
    await page.setViewportSize({width, height: 800});
    await page.goto(address);
    await hydrated(page);
    const stops = await walk(page, 1000);
    expect(stops.length).toBeGreaterThan(20);
    expect(stops.filter(({fault}) => fault).map(({what, fault}) => `${what}: ${fault}`)).toEqual(
      [],
    );
    const places = stops.filter(({inPreview}) => !inPreview).map(({place}) => place!);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stops[0]!.what).toContain('Skip to main content');
    // The last is in the foot of the page.
    expect(
      await page.evaluate(
        (place) => document.querySelectorAll('*')[place]!.closest('footer') !== null,
        places.at(-1)!,
      ),
    ).toBe(true);
  });
}

test('back through a page: nothing hides behind the bar', async ({page}) => {
  await page.setViewportSize({width: 1280, height: 500});
  await page.goto(FRAMES['a page with plots']);
  await hydrated(page);
  await page.locator('footer a').first().focus();
  const faults: string[] = [];
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Shift+Tab');
    const here = await stop(page);
    if (here.fault) {
      faults.push(`${here.what}: ${here.fault}`);
    }
  }
  expect(faults).toEqual([]);
});

test('the menu: a category opens, and a page of it', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await tabTo(page, /^BUTTON Expand sidebar category 'Background'/);
  await page.keyboard.press('Enter');
  await tabTo(page, /\/docs\/background\/history\//, 3);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/docs/background/history/');
  await expect(page.getByRole('heading', {level: 1})).toHaveText('History of ketamine');
  // The next stop is not somewhere in the middle of what was left.
  await page.keyboard.press('Tab');
  expect((await stop(page)).what).toMatch(/Skip to main content|History/);
});

test('the menu of a phone: opens, is walked through, and closes', async ({page}) => {
  await page.setViewportSize({width: 360, height: 740});
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await tabTo(page, /^BUTTON Toggle navigation bar/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: 'Close navigation bar'})).toBeFocused();
  await tabTo(page, /\/docs\/key-points\//);
  // To its end: what lies behind it gets no focus.
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab');
    expect((await stop(page)).fault).toBeUndefined();
  }
  await page.keyboard.press('Escape');
  const toggle = page.getByRole('button', {name: 'Toggle navigation bar'});
  await expect(toggle).toBeFocused();
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await tabTo(page, /\/docs\/key-points\//);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/docs/key-points/');
});

test('search: its key, its list, a page; Escape goes back', async ({page}) => {
  await page.goto('/docs/');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  expect((await stop(page)).fault).toBeUndefined();
  await page.keyboard.type('bladder');
  await expect(page.getByRole('status').filter({hasText: 'for “bladder”'})).toBeVisible();
  const options = page.getByRole('option');
  await page.keyboard.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(page.getByRole('combobox', {name: 'Search'})).toBeFocused();
  await page.keyboard.press('Tab');
  expect((await stop(page)).fault).toBeUndefined();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/bladder/);
});

test('editions: the menu opens and leads to another', async ({page}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await tabTo(page, new RegExp(`^A ${editions[0]} \\(`));
  await page.keyboard.press('Enter');
  await tabTo(page, new RegExp(`/docs/${editions[1]}/`), 6);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/docs/${editions[1]}/safety/overview/`);
});

test('the tools of a section: open, walk, leave', async ({page}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await page.locator('#monitoring').evaluate((one) => {
    one.tabIndex = -1;
    one.focus();
  });
  await tabTo(page, /#monitoring$/, 1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  for (let i = 0; i < 7; i += 1) {
    const here = await stop(page);
    expect(here.inPreview, here.what).toBe(true);
    expect(here.fault, here.what).toBeUndefined();
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#monitoring .hash-link')).toBeFocused();
});

test('a citation: its preview opens, its link is reached, Escape gives the number back', async ({
  page,
}) => {
  await page.goto(TRD);
  await hydrated(page);
  await page.locator('main h1').evaluate((one) => {
    one.tabIndex = -1;
    one.focus();
  });
  await tabTo(page, /^A Reference 1:/);
  const citation = page.locator('a[data-preview]').first();
  const preview = page.locator(`#${await citation.getAttribute('data-preview')}`);
  await expect(preview).toBeVisible();
  await page.keyboard.press('Tab');
  const inside = await stop(page);
  expect(inside.inPreview).toBe(true);
  expect(inside.fault).toBeUndefined();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  // The reader goes on from the number.
  await expect(citation).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('a[data-preview]').nth(1)).toBeFocused();
});

test('the explorer: filter, sort, open a study', async ({page}) => {
  await page.goto('/studies/');
  await hydrated(page);
  await expect(page.getByRole('combobox', {name: 'Design'})).toBeEnabled();
  await page.locator('main h1').evaluate((one) => {
    one.tabIndex = -1;
    one.focus();
  });
  for (const name of ['Condition', 'Drug', 'Route', 'Comparator', 'Design']) {
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('combobox', {name})).toBeFocused({timeout: 200});
    }).toPass({timeout: 5000});
    expect((await stop(page)).fault).toBeUndefined();
  }
  const all = await page.getByRole('row').count();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.getByRole('row').count()).toBeLessThan(all);
  await tabTo(page, /^BUTTON People/, 20);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', {name: 'People'})).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await tabTo(page, /\/studies\/[^/]+\//, 10);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/studies\/[^/]+\/$/);
});
