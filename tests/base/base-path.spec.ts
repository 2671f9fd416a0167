/** The site where it does not stand at the root of its host, as a project's pages on GitHub do. */
import {expect as baseExpect, test as base} from '@playwright/test';
import path from 'node:path';
import {editions, hydrated} from '../browser/site';
import {StaticServer} from '../helpers/static-server';

const BASE = '/ketamine/';
const TRD = 'docs/clinical-uses/treatment-resistant-depression/overview/';

/** Every test fails on an error in the console, on a file that is not there, and on a request outside the path. */
const test = base.extend<{host: StaticServer; strict: undefined}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures it needs
  host: async ({}, use) => {
    const host = new StaticServer(path.join(__dirname, '../../dist/base'), BASE);
    await host.start();
    await use(host);
    await host.stop();
  },
  baseURL: ({host}, use) => use(`${host.origin}${BASE}`),
  strict: [
    async ({page, host}, use) => {
      const wrong: string[] = [];
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('response', (response) => {
        if (response.status() >= 400) {
          wrong.push(`${response.status()} ${response.url()}`);
        }
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(`${host.origin}${BASE}`)) {
          wrong.push(`outside: ${request.url()}`);
        }
      });
      await use(undefined);
      expect(wrong).toEqual([]);
    },
    {auto: true},
  ],
});
const expect = baseExpect.configure({timeout: 20_000});

for (const address of [
  '',
  'docs/',
  TRD,
  'docs/next/',
  `docs/${editions.at(-1)}/safety/overview/`,
  'docs/reference/glossary/',
  'studies/',
  'studies/zarate2006/',
  'bibliography/',
  'blog/',
  'blog/karma-dep-2/',
  'editions/',
  `editions/${editions[1]}-to-${editions[0]}/`,
  'errata/',
  'feeds/',
  'offline/',
  'search/?q=bladder',
]) {
  test(`/${address} opens, and all it leads to stands below the path`, async ({page, host}) => {
    await page.goto(address);
    await hydrated(page);
    await expect(page.locator('h1')).toBeVisible();
    await page.waitForLoadState('networkidle');
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[href], [src], [action]')].flatMap((one) =>
        ['href', 'src', 'action'].flatMap((name) => one.getAttribute(name) ?? []),
      ),
    );
    const outside = addresses.filter((one) => /^\/(?!\/)/.test(one) && !one.startsWith(BASE));
    expect(outside).toEqual([]);
    // What leads to this host is there.
    const inside = addresses
      .filter((one) => one.startsWith(BASE))
      .map((one) => one.slice(BASE.length).replace(/[?#].*$/, ''));
    const lost = [...new Set(inside)].filter(
      (one) => !host.read(decodeURIComponent(one).replace(/(^|\/)$/, '$1index.html')),
    );
    expect(lost).toEqual([]);
  });
}

test('search finds, and its results open', async ({page}) => {
  await page.goto('docs/');
  await hydrated(page);
  await page.getByRole('combobox', {name: 'Search'}).fill('contracted bladder');
  const option = page.getByRole('option').filter({hasText: 'Urinary tract'}).first();
  await expect(option).toHaveAttribute('href', new RegExp(`^${BASE}docs/safety/`));
  await option.click();
  await expect(page).toHaveURL(new RegExp(`${BASE}docs/safety/.*_highlight=`));
  await expect(page.locator('article mark', {hasText: /bladder/i}).first()).toBeVisible();
  await page.goto('search/?q=blood+pressure');
  await page.locator('main h3 a, main ol a').first().click();
  await expect(page).toHaveURL(new RegExp(`${BASE}docs/`));
  await expect(page.locator('.theme-doc-markdown h1')).toBeVisible();
});

test('a citation shows its preview, and a study opens from the text', async ({page}) => {
  await page.goto(TRD);
  await hydrated(page);
  const citation = page.locator('a[data-preview]').first();
  await citation.hover();
  await expect(page.locator(`#${await citation.getAttribute('data-preview')}`)).toBeVisible();
  await page.mouse.move(5, 5);
  const study = page.locator('.theme-doc-markdown a[href*="/studies/"]').first();
  const address = (await study.getAttribute('href'))!;
  await study.evaluate((link: HTMLAnchorElement) => link.click());
  await expect(page).toHaveURL(new RegExp(`${BASE}studies/[^/]+/$`));
  expect(new URL(page.url()).pathname).toBe(address);
  await expect(page.locator('html.kb-static h1')).toBeVisible();
});

test('the menu leads on without loading the page anew; another edition opens', async ({page}) => {
  await page.goto('docs/safety/overview/');
  await hydrated(page);
  await page.evaluate(() => document.body.setAttribute('data-test-same', ''));
  await page.locator(`.menu a[href="${BASE}docs/safety/monitoring/"]`).first().click();
  await expect(page.locator('h1')).toContainText('Monitoring');
  await page.locator('.navbar__link[aria-haspopup]').hover();
  await page.getByRole('link', {name: 'Next edition (draft)'}).click();
  await expect(page).toHaveURL(new RegExp(`${BASE}docs/next/safety/monitoring/$`));
  await expect(page.locator('body[data-test-same]')).toBeAttached();
});

test('the explorer filters, and leads to the record of a study', async ({page}) => {
  await page.goto('studies/');
  await hydrated(page);
  await page.getByRole('combobox', {name: 'Design'}).selectOption('rct');
  await expect(page).toHaveURL(new RegExp(`${BASE}studies/\\?design=rct$`));
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`${BASE}studies/[^/]+/$`));
  await expect(page.locator('html.kb-static h1')).toBeVisible();
});

test('a pinned address of the latest edition leads there and keeps its fragment', async ({
  page,
}) => {
  await page.goto(`docs/${editions[0]}/safety/overview/#urinary-tract`);
  await page.waitForURL(`**${BASE}docs/safety/overview/#urinary-tract`);
  await expect(page.locator('#urinary-tract')).toBeInViewport();
});

test.describe('offline', () => {
  test.use({serviceWorkers: 'allow'});

  test('the worker has the path as its scope, and gives the copy', async ({
    page,
    host,
    context,
  }) => {
    await page.goto('docs/');
    await expect(page.locator('#kb-offline')).toContainText('is saved on this device', {
      timeout: 90_000,
    });
    expect(
      await page.evaluate(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(({scope}) => scope),
      ),
    ).toEqual([`${host.origin}${BASE}`]);
    expect(host.asked.filter((file) => file === '')).toEqual([]);
    await host.stop();
    await context.setOffline(true);
    await page.goto('docs/safety/urinary-tract/');
    await hydrated(page);
    await expect(page.locator('main h1')).toBeVisible();
    await page.getByRole('combobox', {name: 'Search'}).fill('contracted bladder');
    await expect(page.getByRole('option').first()).toHaveAttribute(
      'href',
      new RegExp(`^${BASE}docs/`),
    );
  });
});
