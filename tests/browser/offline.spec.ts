/**
 * Reading offline: the copy of the latest edition, its updates and its failures. Each test has a host of its own that it
 * can stop, change or make fail; nothing waits for the clock.
 */
import {expect as baseExpect, test as base, type BrowserContext, type Page} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type {OfflineManifest} from '../../src/offline/manifest';
import {offlineManifest, workerFor} from '../../src/plugins/after-build/server/offline';
import {StaticServer} from '../helpers/static-server';
import {editions, hydrated} from './site';

const BUILD = path.join(__dirname, '../../build');
const manifest = JSON.parse(
  fs.readFileSync(path.join(BUILD, 'offline.json'), 'utf8'),
) as OfflineManifest;
/** A page of the latest edition, and one of another. */
const PAGE = '/docs/safety/urinary-tract/';
const OLDER = editions.length > 1 ? `/docs/${editions.at(-1)}/key-points/` : '/docs/next/';

const test = base.extend<{host: StaticServer}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures it needs
  host: async ({}, use) => {
    const host = new StaticServer(BUILD);
    await host.start();
    await use(host);
    await host.stop();
  },
  baseURL: ({host}, use) => use(host.origin),
});
test.use({serviceWorkers: 'allow'});
/** The worker loads while the page is looked at. */
const expect = baseExpect.configure({timeout: 20_000});

const notice = (page: Page) => page.locator('#kb-offline');

/** A first visit, until the copy is whole. */
async function visit(page: Page, address = '/docs/'): Promise<void> {
  await page.goto(address);
  await expect(notice(page)).toContainText('is saved on this device', {timeout: 90_000});
}

const CHANGED = '<meta name="changed" content="yes">';
const changed = (page: Page) => page.locator('meta[name="changed"]');

/** Names of the copies that have all their files. */
function wholeCopies(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const whole = await Promise.all(
      names.map(async (name) =>
        (await caches.open(name)).match(new URL('/.complete', location.href).href),
      ),
    );
    return names.filter((_, n) => whole[n]);
  });
}

/**
 * Puts another build in place of the first: the same pages with other words on one, and with a script of another name,
 * as every build has that changes a script.
 */
function change(host: StaticServer): OfflineManifest {
  const renamed = manifest.runtime.replace(/[0-9a-f]{8}\.js$/, '00000000.js');
  host.overlay.set(renamed, host.read(manifest.runtime)!);
  const files = manifest.files.map(({address}) => {
    const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
    if (file.endsWith('.html')) {
      const html = host
        .read(file)!
        .toString()
        .replaceAll(path.posix.basename(manifest.runtime), path.posix.basename(renamed));
      host.overlay.set(
        file,
        // In the head, which React leaves alone.
        Buffer.from(`/${address}` === PAGE ? html.replace('</head>', `${CHANGED}</head>`) : html),
      );
    }
    return file === manifest.runtime ? renamed : file;
  });
  const next = offlineManifest(files.sort(), (file) => host.read(file)!, manifest);
  host.overlay.set('offline.json', Buffer.from(JSON.stringify(next)));
  host.overlay.set('sw.js', Buffer.from(workerFor(next.build)));
  return next;
}

/** Asks for a newer worker, as the browser does at a visit; resolves when it has become what it can. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
    const {installing} = registration;
    if (!installing) {
      return registration.waiting ? 'installed' : 'none';
    }
    return new Promise<string>((resolve) =>
      installing.addEventListener('statechange', () => resolve(installing.state), {once: true}),
    );
  });
}

test('after one visit the latest edition and its search can be read offline', async ({
  page,
  host,
  context,
}) => {
  await visit(page);
  expect(manifest.files.some(({address}) => `/${address}` === PAGE)).toBe(true);
  await host.stop();
  await context.setOffline(true);
  await page.reload();
  await hydrated(page);
  await expect(notice(page)).toContainText('You are offline. You are reading the copy of edition');
  // A page that was never opened: by a link (and not by loading it anew), by its address, without its slash, and by its
  // pinned address.
  await page.evaluate(() => document.body.setAttribute('data-test-same', ''));
  await page.getByRole('combobox', {name: 'Search'}).fill('contracted bladder');
  await page.getByRole('option').filter({hasText: 'Urinary tract'}).first().click();
  await expect(page).toHaveURL(/\/docs\/safety\/.*_highlight=/);
  await expect(page.locator('article mark', {hasText: /bladder/i}).first()).toBeVisible();
  await expect(page.locator('body[data-test-same]')).toBeAttached();
  await page.goto(PAGE);
  await hydrated(page);
  await expect(page.locator('main h1')).toBeVisible();
  await page.goto(PAGE.slice(0, -1));
  await expect(page).toHaveURL(PAGE);
  await page.goto(PAGE.replace('/docs/', `/docs/${editions[0]}/`));
  await expect(page).toHaveURL(PAGE);
  await page.goto('/search/?q=blood+pressure');
  await hydrated(page);
  await expect(page.locator('main ol > li').first()).toContainText(/pressure/i);
});

test('offline, what is not saved says so, and what is there; online it opens by itself', async ({
  page,
  host,
  context,
}) => {
  await visit(page);
  await host.stop();
  await context.setOffline(true);
  await page.goto('/studies/daly2019/?q=x#y');
  await expect(page.locator('main h1')).toHaveText('This page is not saved on this device');
  await expect(page.locator('main code')).toHaveText('/studies/daly2019/');
  await page.locator('main').getByRole('link', {name: 'Urinary tract'}).first().click();
  await expect(page).toHaveURL(PAGE);
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText('This page is not saved on this device');
  await host.start();
  await context.setOffline(false);
  await expect(page.locator('main h1')).not.toHaveText('This page is not saved on this device');
});

test('other editions and pages outside the app are saved when they are read, not before', async ({
  page,
  host,
}) => {
  await visit(page);
  expect(host.asked.filter((file) => /^(docs\/(next|\d)|studies|blog)/.test(file))).toEqual([]);
  for (const address of [OLDER, '/bibliography/']) {
    await page.goto(address);
    await hydrated(page);
    // Kept behind the reader's back.
    await page.waitForFunction((path) => caches.match(path), address);
  }
  await page.goto(OLDER);
  await hydrated(page);
  const title = await page.title();
  await host.stop();
  await page.goto(OLDER);
  await hydrated(page);
  expect(await page.title()).toBe(title);
  await expect(notice(page)).toContainText('The site cannot be reached');
  await page.goto('/bibliography/');
  await expect(page.locator('main h1')).toHaveText(/bibliography/i);
  await page.goto('/offline/');
  await expect(page.locator('main')).toContainText('Saved because you read them');
});

test('a newer version is told of, and shown when the reader chooses', async ({page, host}) => {
  await visit(page, PAGE);
  await notice(page).getByRole('button', {name: 'Close'}).click();
  const next = change(host);
  expect(await update(page)).toBe('installed');
  await expect(notice(page)).toContainText('A newer version of this site');
  await expect(changed(page)).toHaveCount(0);
  const loaded = page.waitForEvent('load');
  await notice(page).getByRole('button', {name: 'Show it now'}).click();
  await loaded;
  await expect(changed(page)).toHaveCount(1);
  await host.stop();
  await page.reload();
  await expect(changed(page)).toHaveCount(1);
  await expect.poll(() => wholeCopies(page)).toEqual([`kb-edition-${next.build}`]);
});

test('an update loads only what has changed', async ({page, host}) => {
  await visit(page);
  change(host);
  host.asked.length = 0;
  expect(await update(page)).toBe('installed');
  const scripts = host.asked.filter((file) => file.endsWith('.js') && file !== 'sw.js');
  expect(scripts.map((file) => file.replace(/.*~/, ''))).toEqual(['main.00000000.js']);
});

test('an update that is cut in the middle leaves the old copy whole, and goes on later', async ({
  page,
  host,
}) => {
  await visit(page, PAGE);
  const next = change(host);
  let pages = 0;
  host.cuts = (file) => file.endsWith('.html') && (pages += 1) > 20;
  expect(await update(page)).toBe('redundant');
  expect(await wholeCopies(page)).toEqual([`kb-edition-${manifest.build}`]);
  await host.stop();
  for (const {address} of manifest.files.filter(({title}) => title !== undefined).slice(0, 5)) {
    await page.goto(`/${address}`);
    await hydrated(page);
  }
  await page.goto(PAGE);
  await expect(changed(page)).toHaveCount(0);
  await hydrated(page);
  // What was loaded before the cut is not loaded again.
  host.cuts = () => false;
  await host.start();
  host.asked.length = 0;
  expect(await update(page)).toBe('installed');
  const total = next.files.filter(({address}) => /(^|\/|\.html)$/.test(address)).length;
  const again = host.asked.filter((file) => file.endsWith('.html')).length;
  expect(again).toBeGreaterThan(0);
  expect(again).toBeLessThan(total);
});

test('a host that mixes two builds is not copied', async ({page, host}) => {
  await visit(page);
  change(host);
  // One page is still that of the build before.
  host.overlay.delete(`${PAGE.slice(1)}index.html`);
  expect(await update(page)).toBe('redundant');
  expect(await wholeCopies(page)).toEqual([`kb-edition-${manifest.build}`]);
});

/** Puts other bytes into a file of the copy, as a failing disk would. */
function damage(page: Page, address: string): Promise<void> {
  return page.evaluate(async (url) => {
    const [name] = (await caches.keys()).filter((one) => one.startsWith('kb-edition-'));
    const cache = await caches.open(name!);
    const response = (await cache.match(url))!;
    const text = await response.text();
    await cache.put(url, new Response(text.slice(0, text.length / 2), {headers: response.headers}));
  }, address);
}

test('a damaged file of the copy is loaded anew, and a damaged page is never shown', async ({
  page,
  host,
}) => {
  await visit(page);
  const script = manifest.files.find(({address}) => /^assets\/js\/main\./.test(address))!;
  await damage(page, `/${script.address}`);
  await damage(page, PAGE);
  await page.goto('/docs/key-points/');
  await hydrated(page);
  await host.stop();
  // Mended when it was asked for.
  await page.goto('/docs/key-points/');
  await hydrated(page);
  await page.goto(PAGE);
  await expect(page.locator('main h1')).toHaveText('This page is not saved on this device');
  // Opened once while the host is there, it is whole again.
  await host.start();
  await page.goto(PAGE);
  await hydrated(page);
  await host.stop();
  await page.goto(PAGE);
  await hydrated(page);
  await expect(page.locator('main h1')).not.toHaveText('This page is not saved on this device');
});

test('a device without room: the site works, and the reader is told', async ({
  page,
  host,
  context,
}) => {
  const client = await context.newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', {origin: host.origin, quotaSize: 1_000_000});
  await page.goto('/docs/');
  await hydrated(page);
  await expect(notice(page)).toContainText('There is no room on this device', {timeout: 60_000});
  expect(await wholeCopies(page)).toEqual([]);
  await page.goto(PAGE);
  await hydrated(page);
  await expect(page.locator('main h1')).toBeVisible();
});

test.describe('a browser that keeps nothing', () => {
  test('the site works, and the page about it says why', async ({page}) => {
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', {get: refuse});
      Object.defineProperty(CacheStorage.prototype, 'keys', {value: async () => refuse()});
      Object.defineProperty(CacheStorage.prototype, 'open', {value: async () => refuse()});
      Object.defineProperty(ServiceWorkerContainer.prototype, 'register', {
        value: async () => refuse(),
      });
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(PAGE);
    await hydrated(page);
    await page.goto('/offline/');
    await expect(page.locator('[data-offline="status"]')).toContainText('refuses to keep anything');
    expect(errors).toEqual([]);
  });
});

/** As a reader who pays for bytes. */
async function savingData(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', {
      get: () => Object.assign(new EventTarget(), {saveData: true, effectiveType: '4g'}),
    });
  });
}

test('who saves data is asked: the page says how much, saves on request, and removes', async ({
  page,
  host,
  context,
}) => {
  await savingData(context);
  await page.goto('/offline/');
  const main = page.locator('main');
  await expect(main).toContainText(/about \d\.\d MB to load and \d+\.\d MB on the device/);
  expect(host.asked).not.toContain('sw.js');
  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const save = main.getByRole('button', {name: 'Save the latest edition'});
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(main).toContainText('It can be read and searched offline', {timeout: 90_000});
  await expect(main.getByRole('link', {name: 'Urinary tract'}).first()).toBeVisible();
  await main.getByRole('button', {name: 'Remove it'}).click();
  await expect(main).toContainText('Removed.');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  // Nor is it made again unasked.
  host.asked.length = 0;
  await page.goto('/docs/');
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  expect(host.asked).not.toContain('sw.js');
});

test('nothing of the copy is loaded before the page is', async ({page, host}) => {
  await visit(page);
  const first = host.asked.indexOf('sw.js');
  const main = manifest.files.find(({address}) => /^assets\/js\/main\./.test(address))!;
  expect(first).toBeGreaterThan(host.asked.indexOf(main.address));
  expect(host.asked.slice(0, first)).not.toContain('offline.json');
  // Each file once.
  const files = host.asked.slice(first).filter((file) => file.startsWith('search-texts-'));
  expect(new Set(files).size).toBe(files.length);
});
