import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import {errorHref, sourceHref, sourceOf} from '../../src/site/report-links';
import {editions, expect, hydrated, test} from './site';

const REPOSITORY = 'https://github.com/owner/kb';

/** Makes the links of a page what a build that knows its repository writes, where the build at hand does not know it. */
async function withRepository(page: Page): Promise<void> {
  const edit = page.locator('a.theme-edit-this-page');
  const known = sourceOf((await edit.getAttribute('href'))!);
  const file = known?.file ?? `versioned_docs/version-${editions[0]}/safety/overview.mdx`;
  const address = new URL(`/docs/${editions[0]}/safety/overview/`, page.url()).href;
  await page.evaluate(
    ([source, report]) => {
      document.querySelector('a.theme-edit-this-page')!.setAttribute('href', source!);
      document.querySelector('a.kb-report-error')!.setAttribute('href', report!);
    },
    [sourceHref(REPOSITORY, file), errorHref(REPOSITORY, {file, address})],
  );
}

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

test.describe('the tools of a section', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});

  const copied = (page: Page): Promise<string> =>
    page.evaluate(() => navigator.clipboard.readText());

  /** The address in a citation, which names the site by its own address, as a path. */
  const addressIn = (text: string): string => /https?:\/\/[^/\s]+(\/[^\s}]*)/.exec(text)?.[1] ?? '';

  for (const [name, form] of [
    ['Vancouver', /^Safety: Monitoring\. In: .* \[cited \d{4} [A-Z][a-z]{2} \d{1,2}\]\. /],
    ['AMA', /^Safety: Monitoring\. .* Accessed [A-Z][a-z]+ \d{1,2}, \d{4}\. /],
    ['APA', /^Ketamine Knowledge Base\. \(\d{4}, .*\)\. Safety: Monitoring .* Retrieved /],
    ['BibTeX', /^@inbook\{kkb-[^]*title = \{Safety: Monitoring\}/],
    ['RIS', /^TY {2}- CHAP\n[^]*\nTI {2}- Safety: Monitoring\n[^]*\nER {2}- $/],
  ] as const) {
    test(`copy its citation: ${name}, which leads back to it`, async ({page}) => {
      await page.goto('/docs/safety/overview/');
      await hydrated(page);
      await page.locator('#monitoring a.hash-link').click();
      const tools = page.getByRole('dialog', {name: 'The section Monitoring'});
      await tools.getByRole('button', {name, exact: true}).click();
      await expect(
        page.getByRole('status').filter({hasText: `${name} citation copied`}),
      ).toBeVisible();
      const text = await copied(page);
      expect(text).toMatch(form);
      expect(text).toContain(editions[0]);
      expect(addressIn(text)).toBe(`/docs/${editions[0]}/safety/overview/#monitoring`);
      await page.goto(addressIn(text));
      await expect(page.locator('#monitoring')).toBeInViewport();
    });
  }

  test('copy its address in the latest and in this edition', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    for (const [name, expected] of [
      ['Latest edition', '/docs/safety/overview/#monitoring'],
      [`Edition ${editions[0]}`, `/docs/${editions[0]}/safety/overview/#monitoring`],
    ] as const) {
      await page.locator('#monitoring a.hash-link').click();
      await page.locator('#kb-section-tools').getByRole('button', {name}).click();
      await expect(page.locator('#kb-section-tools')).toHaveCount(0);
      expect(addressIn(await copied(page))).toBe(expected);
    }
  });

  test('are reached and left by keyboard', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    const link = page.locator('#monitoring a.hash-link');
    await link.focus();
    await page.keyboard.press('Enter');
    const tools = page.locator('#kb-section-tools');
    await expect(tools.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(tools.getByRole('button', {name: 'Vancouver'})).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tools).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test('have no axe violation', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await page.locator('#monitoring a.hash-link').click();
    await expect(page.locator('#kb-section-tools')).toBeVisible();
    const {violations} = await new AxeBuilder({page}).include('#kb-section-tools').analyze();
    expect(violations.map(({id}) => id)).toEqual([]);
  });

  test('mend it: the source at its line, and the form for an error, filled in', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await withRepository(page);
    await page.locator('#monitoring a.hash-link').click();
    const tools = page.locator('#kb-section-tools');
    const file = `versioned_docs/version-${editions[0]}/safety/overview.mdx`;
    const source = await tools.getByRole('link', {name: /^Suggest a change/}).getAttribute('href');
    const line = Number(/#L(\d+)$/.exec(source ?? '')?.[1]);
    expect(source).toBe(`${REPOSITORY}/blob/main/${file}?plain=1#L${line}`);
    const text = fs.readFileSync(path.join(__dirname, '../..', file), 'utf8');
    expect(text.split('\n')[line - 1]).toMatch(/^## Monitoring \{\/\* #monitoring \*\/\}$/);
    const form = new URL(
      (await tools.getByRole('link', {name: 'Report an error'}).getAttribute('href'))!,
    );
    expect(Object.fromEntries(form.searchParams)).toMatchObject({
      template: 'error.yml',
      page: 'safety/overview',
      section: 'Monitoring',
      edition: editions[0],
    });
    expect(form.searchParams.get('address')).toMatch(
      new RegExp(`/docs/${editions[0]}/safety/overview/#monitoring$`),
    );
  });

  test('in the draft mend it only, as it is not to be cited', async ({page}) => {
    await page.goto('/docs/next/safety/overview/');
    await hydrated(page);
    await page.locator('#monitoring a.hash-link').click();
    const tools = page.locator('#kb-section-tools');
    await expect(tools.getByRole('link', {name: 'Report an error'})).toBeVisible();
    await expect(tools.getByRole('button')).toHaveCount(0);
    await expect(page.locator('#cite-this-page')).toHaveCount(0);
  });

  test('lead to how to contribute where the repository is not known', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await page.evaluate(() => {
      const contribute = `${window.location.origin}/docs/about/contribute/`;
      document.querySelector('a.theme-edit-this-page')!.setAttribute('href', contribute);
      document
        .querySelector('a.kb-report-error')!
        .setAttribute('href', `${contribute}#report-an-error`);
    });
    await page.locator('#monitoring a.hash-link').click();
    const tools = page.locator('#kb-section-tools');
    await expect(tools.getByRole('link', {name: 'Suggest a change'})).toHaveAttribute(
      'href',
      /\/docs\/about\/contribute\/$/,
    );
    await tools.getByRole('link', {name: 'Report an error'}).click();
    await expect(page.locator('#report-an-error')).toBeInViewport();
  });
});

test.describe('the citation of a page', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});

  test('has the day of reading, and can be copied', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await hydrated(page);
    await page.getByText('Cite this page').click();
    const ama = page.locator('[data-citation-format="ama"]');
    await expect(ama).not.toContainText('YYYY');
    await page.getByRole('button', {name: 'Copy AMA'}).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(await ama.innerText());
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
    const tools = page.locator('#kb-section-tools');
    const box = (await tools.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    await tools.getByRole('button', {name: 'APA'}).tap();
    await expect(page.getByRole('status').filter({hasText: 'APA citation copied'})).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  for (const [what, address] of [
    ['a page of the latest edition', '/docs/safety/overview/'],
    ['a page of an older edition', `/docs/${editions.at(-1)}/safety/overview/`],
    ['a page of the draft', '/docs/next/safety/overview/'],
    ['a post', '/blog/what-is-new-about-ketamine/'],
    ['a study', '/studies/zarate2006/'],
  ] as const) {
    test(`${what} offers to suggest a change and to report an error`, async ({page}) => {
      await page.goto(address);
      const main = page.getByRole('main');
      const change = main.getByRole('link', {name: /^Suggest a change to this/});
      const report = main.getByRole('link', {name: 'Report an error'});
      const href = (await report.getAttribute('href'))!;
      const known = sourceOf((await change.getAttribute('href'))!);
      if (known) {
        const form = new URL(href);
        expect(form.pathname).toMatch(/\/issues\/new$/);
        expect(form.searchParams.get('template')).toBe('error.yml');
        expect(form.searchParams.get('address')).toMatch(/^https?:\/\/.+\/$/);
        expect(fs.existsSync(path.join(__dirname, '../..', known.file))).toBe(true);
      } else {
        expect(href).toMatch(/\/docs\/about\/contribute\/#report-an-error$/);
      }
    });
  }

  test('the link of a section is a plain anchor', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await page.locator('#monitoring a.hash-link').click();
    await expect(page).toHaveURL(/#monitoring$/);
  });

  test('the citation of the page is there in every format', async ({page}) => {
    await page.goto('/docs/safety/overview/');
    await page.getByText('Cite this page').click();
    for (const format of ['vancouver', 'ama', 'apa', 'bibtex', 'ris']) {
      await expect(page.locator(`[data-citation-format="${format}"]`)).toContainText(
        `/docs/${editions[0]}/safety/overview/`,
      );
    }
  });
});
