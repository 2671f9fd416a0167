import {test as base, type Page} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import {addressBelow} from '../../src/editions/moved';
import {movedPage} from '../../src/editions/moved-pages';
import {docsPlaces} from '../../src/editions/places';
import {pageWithPolicy} from '../../src/plugins/after-build/server/policy';
import {makeShell} from '../../src/editions/shell';
import {editionTexts} from '../../src/editions/texts';
import {expect, hydrated, test} from './site';

const root = path.join(__dirname, '../..');
const [, ...released] = docsPlaces(root);

/** Opens an address and tells which of its sections cannot be reached from there, without scripts. */
async function missingAt(page: Page, address: string, ids: readonly string[]): Promise<string[]> {
  const response = await page.goto(address, {waitUntil: 'domcontentloaded'});
  if (response?.status() !== 200) {
    return [`${address} (${response?.status()})`];
  }
  const moved = await page
    .locator('a[data-moved]')
    .evaluateAll((links) =>
      links.map((link): [string, string] => [
        link.getAttribute('data-moved')!,
        link.getAttribute('href')!,
      ]),
    );
  if (moved.length > 0) {
    const targets = new Map(moved);
    const missing: string[] = [];
    for (const id of ['', ...ids]) {
      const [target = '', fragment] = (targets.get(id) ?? targets.get('')!).split('#');
      missing.push(...(await missingAt(page, target, fragment ? [fragment] : [])));
    }
    return missing;
  }
  const gone = await page.evaluate(
    (wanted) => wanted.filter((id) => document.getElementById(id) === null),
    [...ids],
  );
  return gone.map((id) => `${address}#${id}`);
}

base.describe('every address that was ever released', () => {
  // Landing on a section is the browser's own doing: no script is needed, no style or picture either.
  base.use({javaScriptEnabled: false});

  for (const place of released) {
    base(`edition ${place.edition}`, async ({page}, info) => {
      base.setTimeout(300_000);
      await page.route('**/*', (route) =>
        route.request().resourceType() === 'document' ? route.continue() : route.abort(),
      );
      const missing: string[] = [];
      let addresses = 0;
      // In the edition itself, and in the latest one, in place or through a move.
      const bases = new Set([place.path, released[0]!.path]);
      for (const {slug, ids} of editionTexts(place.dir).values()) {
        for (const below of bases) {
          addresses += 1 + ids.length;
          missing.push(...(await missingAt(page, `/${below}${addressBelow(slug)}`, ids)));
        }
      }
      info.annotations.push({type: 'addresses', description: String(addresses)});
      expect(addresses).toBeGreaterThan(100);
      expect(missing).toEqual([]);
    });
  }
});

/** Puts a page at an address that the site does not have, as the build writes it for a page that moved. */
async function serveMovedPage(page: Page): Promise<void> {
  const frame = fs
    .readFileSync(path.join(root, 'build/editions/index.html'), 'utf8')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const moved = movedPage(
    {
      slug: 'old',
      title: 'An old page',
      to: 'safety/overview',
      sections: [
        {id: 'watching', title: 'Watching', to: 'safety/overview#monitoring'},
        {id: 'far', title: 'Far', to: 'key-points'},
      ],
    },
    '/docs/',
    '',
  );
  const body = pageWithPolicy(makeShell(frame, 'Site')(moved), 'docs/old/index.html').html;
  await page.route(/\/docs\/old\//, (route) => route.fulfill({body, contentType: 'text/html'}));
}

for (const [from, to] of [
  ['/docs/old/', '/docs/safety/overview/'],
  ['/docs/old/#watching', '/docs/safety/overview/#monitoring'],
  ['/docs/old/#far', '/docs/key-points/'],
  ['/docs/old/#screening', '/docs/safety/overview/#screening'],
  ['/docs/old/?_highlight=word#watching', '/docs/safety/overview/?_highlight=word#monitoring'],
] as const) {
  test(`a page that moved: ${from} leads to ${to}`, async ({page}) => {
    await serveMovedPage(page);
    await page.goto(from);
    await page.waitForURL(to);
    await hydrated(page);
  });
}

test('a section that went to another page is followed there', async ({page}) => {
  // Outside of what React owns, as an entry of "Sections that moved".
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const entry = document.createElement('div');
      entry.id = 'gone-elsewhere';
      entry.dataset.movedSection = 'true';
      entry.innerHTML = '<a href="/docs/key-points/">Key points</a>';
      document.body.append(entry);
    });
  });
  await page.goto('/docs/safety/overview/#gone-elsewhere');
  await expect(page).toHaveURL('/docs/key-points/');
});

base.describe('without JavaScript', () => {
  base.use({javaScriptEnabled: false});

  base('a page that moved says where it and each of its sections went', async ({page}) => {
    await serveMovedPage(page);
    await page.goto('/docs/old/#watching');
    await expect(page.getByRole('heading', {level: 1})).toHaveText('This page has moved');
    await expect(page.locator('#watching')).toBeInViewport();
    await page.getByRole('link', {name: 'Watching'}).click();
    await expect(page).toHaveURL('/docs/safety/overview/#monitoring');
  });

  base('an address that does not exist leads on to the sections of the site', async ({page}) => {
    const response = await page.goto('/docs/nothing-of-the-kind/');
    expect(response?.status()).toBe(404);
    await page.locator('main').getByRole('link', {name: 'Safety'}).click();
    await expect(page).toHaveURL('/docs/safety/overview/');
  });
});

test('an id that never existed: the page, a message, and the sections that there are', async ({
  page,
}) => {
  await page.goto('/docs/safety/overview/#never-existed');
  const message = page.locator('#kb-missing-section');
  await expect(message).toContainText('This page has no section “never-existed”');
  await message.getByRole('link', {name: 'Monitoring'}).click();
  await expect(page).toHaveURL('/docs/safety/overview/#monitoring');
  await expect(page.locator('#monitoring')).toBeInViewport();
  await expect(message).toHaveCount(0);
});

test('an id in upper case is found', async ({page}) => {
  await page.goto('/docs/safety/overview/#MONITORING');
  await expect(page).toHaveURL('/docs/safety/overview/#monitoring');
});

// The address is a 404 first, which the browser logs.
for (const odd of [
  '/DOCS/Safety/Overview/#Monitoring',
  '/docs/safety/overview.html#monitoring',
  '/docs/safety/overview/index.HTML#monitoring',
  '/docs//safety/overview/).#monitoring',
]) {
  base(`${odd} lands on the page`, async ({page}) => {
    await page.goto(odd);
    await page.waitForURL('/docs/safety/overview/#monitoring');
    await expect(page.locator('#monitoring')).toBeInViewport();
  });
}

test('a slash that is missing changes nothing', async ({page}) => {
  await page.goto('/docs/safety/overview#monitoring');
  await page.waitForURL('/docs/safety/overview/#monitoring');
});

base('an address that leads nowhere searches for its words', async ({page}) => {
  const response = await page.goto('/docs/ulcerative-cystitis-of-users/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', {level: 1})).toHaveText('No page at this address');
  const found = page.locator('main [role="status"]');
  await expect(found.getByRole('heading')).toHaveText('Pages that the address may mean');
  await found.locator('li a').first().click();
  await expect(page.locator('main h1')).toHaveCount(1);
  await expect(page).toHaveURL(/\/(docs|blog)\//);
});
