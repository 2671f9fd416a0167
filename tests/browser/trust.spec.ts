/** What the self-assessment (docs/_evidence/self-assessment.yml) claims of the built site: no claim without a test. */
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import {builtPages, expect, hydrated, test, TRD} from './site';

const MAP = '/docs/next/clinical-uses/overview/';
/** One page of each kind. */
const KINDS = [
  '/',
  '/docs/',
  MAP,
  TRD,
  '/docs/safety/overview/',
  '/docs/next/about/self-assessment/',
  '/docs/next/about/accuracy/',
  '/blog/',
  '/blog/karma-dep-2/',
  '/search/?q=bladder',
];

for (const address of KINDS) {
  test(`${address} asks no other server and sets no cookie`, async ({page, context, baseURL}) => {
    const others: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== baseURL) {
        others.push(request.url());
      }
    });
    await page.goto(address, {waitUntil: 'networkidle'});
    await hydrated(page);
    expect(others).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
}

test('words typed into the search box are sent nowhere', async ({page}) => {
  await page.goto('/docs/', {waitUntil: 'networkidle'});
  await hydrated(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('bladder');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(requests.filter((request) => /blad/i.test(request))).toEqual([]);
});

test('links lead from the home page to every page, without scripts', () => {
  const pages = builtPages();
  const reached = new Set(['/']);
  for (const address of reached) {
    const file = path.join(__dirname, '../../build', address, 'index.html');
    for (const [, href = ''] of fs
      .readFileSync(file, 'utf8')
      .matchAll(/<a\s[^>]*?href="?([^"\s>?#]+)/g)) {
      if (pages.includes(href)) {
        reached.add(href);
      }
    }
  }
  // The page of results is the target of the search form.
  expect(pages.filter((address) => !reached.has(address) && address !== '/search/')).toEqual([]);
});

for (const address of KINDS) {
  test(`${address} fits a width of 320 px, and its targets are large enough or apart`, async ({
    page,
  }) => {
    await page.goto(address);
    await hydrated(page);
    const {violations} = await new AxeBuilder({page}).withRules(['target-size']).analyze();
    expect(violations.flatMap(({nodes}) => nodes.map(({html}) => html))).toEqual([]);
    await page.setViewportSize({width: 320, height: 740});
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

/** Text of the focused element where the bar at the top covers all of it. */
function coveredFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const bar = document.querySelector('.navbar')!;
    if (!focused || focused === document.body || bar.contains(focused)) {
      return undefined;
    }
    const {bottom, height} = focused.getBoundingClientRect();
    return height > 0 && bottom <= bar.getBoundingClientRect().bottom
      ? (focused.textContent ?? '')
      : undefined;
  });
}

test('the bar at the top never hides what has the focus, forwards and backwards', async ({
  page,
}) => {
  await page.goto(MAP);
  await hydrated(page);
  const covered: (string | undefined)[] = [];
  for (const key of [...Array<string>(150).fill('Tab'), ...Array<string>(120).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    covered.push(await coveredFocus(page));
  }
  expect(covered.filter((text) => text !== undefined)).toEqual([]);
});

test.describe('the map of uses', () => {
  test('is a table with a row for each use, its direction, certainty and sources in words', async ({
    page,
  }) => {
    await page.goto(MAP);
    const map = page.getByRole('table', {name: /Clinical uses/});
    await expect(map.getByRole('columnheader')).toHaveText([
      'Use and status',
      'Direction, certainty',
      'On this outcome',
      'Trials',
    ]);
    const row = map.getByRole('row', {name: /Acute and surgical pain/});
    await expect(row).toContainText(/Benefit/);
    await expect(row).toContainText(/moderate/);
    await expect(row).toContainText(/36 trials, 2,502 people/);
    await expect(row.locator('a[href^="#ref-"]').first()).toBeVisible();
    await row.getByRole('link', {name: 'Acute and surgical pain'}).click();
    await expect(page).toHaveURL('/docs/next/clinical-uses/acute-and-perioperative-pain/');
  });

  test.describe('on a phone without scripts', () => {
    test.use({javaScriptEnabled: false, viewport: {width: 360, height: 740}});

    test('says in each row what its words are about', async ({page}) => {
      await page.goto(MAP);
      const row = page.getByRole('row', {name: /Bipolar depression/});
      await expect(row.getByText('very low').first()).toBeVisible();
      await expect(row.getByText('certainty', {exact: true})).toBeVisible();
      await expect(row.getByText(/33 people/)).toBeVisible();
    });
  });
});

test.describe('updates of a page', () => {
  test('are listed with the day of the event, newest first, in the released edition too', async ({
    page,
  }) => {
    await page.goto(TRD);
    await page.getByRole('link', {name: /^\d+ updates$/}).click();
    await expect(page).toHaveURL(/#updates$/);
    const list = page.locator('h2#updates + ul');
    const dates = await list
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')!));
    expect(dates.length).toBeGreaterThan(1);
    expect(dates).toEqual([...dates].sort().reverse());
    await list.getByRole('link', {name: /KARMA-Dep 2/}).click();
    await expect(page).toHaveURL('/blog/karma-dep-2/');
  });
});

test('the line on each clinical page leads to how it was written', async ({page}) => {
  await page.goto('/docs/next/safety/overview/');
  await page.getByRole('link', {name: /not yet clinically reviewed/}).click();
  await expect(page).toHaveURL('/docs/next/about/how-this-was-written/');
  await expect(page.getByText(/Nobody with clinical training/)).toBeVisible();
});

test('the self-assessment counts what it lists', async ({page}) => {
  await page.goto('/docs/next/about/self-assessment/');
  const criteria = page.locator('li[id^="criterion-"]');
  const count = (status: string) =>
    criteria.filter({has: page.getByText(status, {exact: true})}).count();
  await expect(page.locator('main')).toContainText(
    `Of ${await criteria.count()} criteria, ${await count('✓ Met')} are met, ${await count('~ Partly met')} partly, and ${await count('✗ Not met')} not`,
  );
});
