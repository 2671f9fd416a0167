import {editions, expect, hydrated, test, TRD} from './site';
import type {Page} from '@playwright/test';

/** Marks the document, so that a page loaded anew is told from one that the app went to. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-test-same', ''));
}

const SAME = 'body[data-test-same]';

test.describe('links in the text of a page', () => {
  test('lead on without loading the page anew, and back again', async ({page}) => {
    await page.goto(TRD);
    await hydrated(page);
    await mark(page);
    const text = page.locator('.theme-doc-markdown');
    const before = await text.innerHTML();
    const link = text.locator('a[href^="/docs/safety/"]:not([href*="#"])').first();
    const address = await link.getAttribute('href');
    await link.click();
    await expect(page).toHaveURL(address!);
    await expect(page.locator('h1')).not.toHaveText('Treatment-resistant depression');
    const title = await page.locator('h1').innerText();
    await expect(page).toHaveTitle(new RegExp(title.slice(0, 10)));
    await expect(page.locator(`.menu__link--active[href="${address}"]`).first()).toBeAttached();
    await expect(page.locator(SAME)).toBeAttached();
    await page.goBack();
    await expect(page).toHaveURL(TRD);
    await expect(page.locator('h1')).toHaveText('Treatment-resistant depression');
    expect(await text.innerHTML()).toBe(before);
    await expect(page.locator(SAME)).toBeAttached();
  });

  test('lead to a section of another page, with its heading in view', async ({page}) => {
    await page.goto('/docs/');
    await hydrated(page);
    await mark(page);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/docs/safety/monitoring/#limits-of-the-evidence';
      link.textContent = 'a section';
      document.querySelector('.theme-doc-markdown p')!.append(link);
    });
    await page.getByRole('link', {name: 'a section', exact: true}).press('Enter');
    await expect(page).toHaveURL('/docs/safety/monitoring/#limits-of-the-evidence');
    await expect(page.locator('#limits-of-the-evidence')).toBeInViewport();
    await expect(page.locator(SAME)).toBeAttached();
  });

  test('open a window of their own with a modifier key', async ({page, context}) => {
    await page.goto(TRD);
    await hydrated(page);
    const opened = context.waitForEvent('page');
    await page
      .locator('.theme-doc-markdown a[href^="/docs/safety/"]')
      .first()
      .click({modifiers: ['ControlOrMeta']});
    await (await opened).close();
    await expect(page).toHaveURL(TRD);
  });

  test('lead to pages that are none of the app', async ({page}) => {
    await page.goto(TRD);
    await hydrated(page);
    const study = page.locator('.theme-doc-markdown a[href^="/studies/"]').first();
    const address = await study.getAttribute('href');
    await study.evaluate((link: HTMLAnchorElement) => link.click());
    await expect(page).toHaveURL(address!);
    await expect(page.locator('html.kb-static h1')).toBeVisible();
  });

  test('previews of citations and section tools work on a page that the app went to', async ({
    page,
  }) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await mark(page);
    await page.locator('.menu a[href="/docs/safety/monitoring/"]').first().click();
    await expect(page.locator('h1')).toContainText('Monitoring');
    await expect(page.locator(SAME)).toBeAttached();
    const citation = page.locator('a[data-preview]').first();
    await citation.hover();
    await expect(page.locator(':popover-open').first()).toBeVisible();
  });
});

/** What the head says of a page, and the attributes of its root, but for those that are made when it is printed. */
async function head(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    document.title,
    ...[...document.documentElement.attributes]
      .filter(({name}) => !/^data-(rh|print-.*)$/.test(name))
      .map(({name, value}) => `${name}=${value}`)
      .sort(),
    ...[...document.head.querySelectorAll('meta, link[rel=canonical], link[rel=alternate]')]
      // What only the page as it was served has.
      .filter((element) => !element.hasAttribute('data-page'))
      .map(({outerHTML}) => outerHTML.replace(/ data-rh="[^"]*"/, ''))
      .sort(),
  ]);
}

for (const [from, to] of [
  [TRD, '/docs/safety/overview/'],
  [TRD, '/blog/'],
  ['/docs/safety/overview/', '/'],
  ['/blog/', '/docs/'],
] as const) {
  test(`the head of ${to} is the same from ${from} as when it is opened`, async ({page}) => {
    await page.goto(to);
    await hydrated(page);
    const opened = await head(page);
    await page.goto(from);
    await hydrated(page);
    await mark(page);
    expect(await head(page)).not.toEqual(opened);
    await page
      .locator(`a[href="${to}"]`)
      .first()
      .evaluate((link: HTMLElement) => link.click());
    await expect(page).toHaveURL(to);
    await expect.poll(() => head(page)).toEqual(opened);
    await expect(page.locator(SAME)).toBeAttached();
  });
}

test('a page that cannot be read is asked from the server as a whole', async ({page}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await mark(page);
  let asked = 0;
  await page.route('**/docs/safety/monitoring/', async (route) => {
    asked += 1;
    if (route.request().resourceType() === 'document') {
      await route.continue();
    } else {
      await route.fulfill({status: 200, contentType: 'text/html', body: '<p>no page</p>'});
    }
  });
  await page.locator('.menu a[href="/docs/safety/monitoring/"]').first().click();
  await expect(page.locator('h1')).toContainText('Monitoring');
  await expect(page.locator(SAME)).not.toBeAttached();
  expect(asked).toBeGreaterThan(1);
});

test('a page of another edition comes with the routes of its edition', async ({page}) => {
  const older = `/docs/${editions[1]}/`;
  await page.goto(older);
  await hydrated(page);
  await mark(page);
  await page.locator(`.menu a[href^="${older}"]`).nth(1).click();
  await expect(page).toHaveURL(new RegExp(`${older}.+`));
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator(SAME)).toBeAttached();
  // And from there to the latest.
  await page.getByRole('link', {name: 'Ketamine Knowledge Base'}).first().click();
  await expect(page).toHaveURL('/');
  await expect(page.locator(SAME)).toBeAttached();
});

for (const [what, lost] of [
  ['are still on their way', false],
  ['were lost when they were read ahead', true],
] as const) {
  test(`an edition opens whose routes ${what}`, async ({page, errors}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await mark(page);
    let asked = 0;
    await page.route('**/assets/js/*.js', async (route) => {
      const response = await route.fetch();
      if (!(await response.text()).includes('/docs/next/safety/overview/')) {
        return route.fulfill({response});
      }
      asked += 1;
      if (lost && asked === 1) {
        await route.abort();
      } else {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.fulfill({response});
      }
    });
    await page.locator('.navbar__link[aria-haspopup]').first().hover();
    const link = page.getByRole('link', {name: 'Next edition (draft)'});
    await link.hover();
    await expect.poll(() => asked).toBe(1);
    await link.click();
    await expect(page.locator('.theme-doc-version-banner')).toContainText('draft');
    await expect(page).toHaveURL('/docs/next/safety/overview/');
    await expect(page.locator(SAME)).toBeAttached();
    expect(asked).toBe(lost ? 2 : 1);
    // The browser itself writes of a file that it could not load.
    expect(errors.splice(0)).toEqual(lost ? ['Failed to load resource: net::ERR_FAILED'] : []);
  });
}

test('the latest edition loads nothing of the others', async ({page}) => {
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) {
      scripts.push(await response.text());
    }
  });
  await page.goto(TRD);
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  expect(scripts.length).toBeGreaterThan(3);
  // The address of the edition itself is known; those of its pages are not.
  expect(scripts.join('\n')).not.toMatch(
    new RegExp(`/docs/${editions[1]!.replace('.', '\\.')}/\\w`),
  );
});

test('the text of a page is no code', async ({page}) => {
  await page.goto(TRD);
  await hydrated(page);
  const sentence = await page.locator('.theme-doc-markdown > p').first().innerText();
  const words = sentence.replace(/\[[\d, ]+\]/g, '').slice(0, 40);
  const scripts = await page.evaluate(async () => {
    const addresses = performance
      .getEntriesByType('resource')
      .map(({name}) => name)
      .filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(addresses.map(async (one) => (await fetch(one)).text()));
    return texts.join('\n');
  });
  expect(scripts).toContain('Treatment-resistant depression');
  expect(scripts).not.toContain(words);
});
