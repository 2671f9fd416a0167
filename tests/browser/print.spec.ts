/** Pages on paper: what a printing reader gets, without scripts, on both sizes of paper. */
import type {Page} from '@playwright/test';
import {dense, readPdf, type PdfPage} from '../helpers/pdf';
import {editions, expect, hydrated, test, TRD} from './site';

const SIZES = ['A4', 'Letter'] as const;
const MENUS = /Suggest a change|On this page|Skip to main content|Back to citation|Report an error/;

async function print(page: Page, address: string, format: (typeof SIZES)[number]) {
  await page.goto(address);
  return readPdf(await page.pdf({format, printBackground: true}));
}

/** No word is cut at the edge of the paper, and nothing of the site's menus is there. */
function expectWholePages(pages: readonly PdfPage[]): void {
  for (const {left, right, width, text} of pages) {
    expect(left, text.slice(0, 80)).toBeGreaterThan(40);
    expect(right, text.slice(0, 80)).toBeLessThan(width - 40);
    expect(text).not.toMatch(MENUS);
  }
}

test.describe('without scripts', () => {
  test.use({javaScriptEnabled: false});

  for (const format of SIZES) {
    test(`a page prints whole on ${format}: card, tables, figures, words behind disclosures, references`, async ({
      page,
    }) => {
      const pages = await print(page, TRD, format);
      expectWholePages(pages);
      const text = dense(pages.map((one) => one.text).join(' '));
      const wanted = await page.locator('main').evaluate((main) => {
        const textsOf = (selector: string): string[] =>
          [...main.querySelectorAll(selector)].map((element) => {
            const copy = element.cloneNode(true) as Element;
            copy.querySelectorAll('button, [popover]').forEach((hidden) => hidden.remove());
            copy.querySelectorAll('[data-citation]').forEach((citation) => {
              citation.textContent = `[${citation.textContent}]`;
            });
            return copy.textContent!;
          });
        return [
          ...textsOf('dl dt'),
          ...textsOf('table th'),
          ...textsOf('table tr > :last-child'),
          ...textsOf('figure details > :not(summary)'),
          ...textsOf('li[id^="ref-"] > span:first-child'),
        ];
      });
      expect(wanted.length).toBeGreaterThan(100);
      expect(
        wanted
          .map((one) => dense(one))
          .filter((one) => !/BibTeX|^RIS$/.test(one) && !text.includes(one)),
      ).toEqual([]);
    });
  }

  test('addresses of links to elsewhere are printed', async ({page}) => {
    const pages = await print(page, TRD, 'A4');
    const text = dense(pages.map((one) => one.text).join(' '));
    const addresses = await page
      .locator('main .markdown :not([popover] *):is(a[href^="http"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !text.includes(dense(address)))).toEqual([]);
  });

  for (const [kind, address] of [
    ['a study', '/studies/daly2019/'],
    ['the bibliography', '/bibliography/'],
    ['a comparison of editions', '/editions/1.0-to-2.0/safety/overview/'],
    ['the timeline', '/docs/reference/timeline/'],
    ['a list of posts', '/blog/'],
  ] as const) {
    test(`${kind} prints without menus, and nothing is cut`, async ({page}) => {
      const pages = await print(page, address, 'Letter');
      expectWholePages(pages);
      const heading = await page.locator('main h1').textContent();
      expect(dense(pages[0]!.text)).toContain(dense(heading!.replace(/\u200b/g, '')));
    });
  }
});

test('a table that runs over pages has its heads on each, and all its columns', async ({page}) => {
  await page.goto('/studies/');
  await hydrated(page);
  const heads = await page
    .locator('main thead th')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent!.replace(/[ ▼▲↕]+$/, '')));
  const pages = await readPdf(await page.pdf({format: 'Letter'}));
  expect(pages.length).toBeGreaterThan(5);
  expectWholePages(pages);
  for (const {text} of pages) {
    expect(heads.filter((head) => !dense(text).includes(dense(head)))).toEqual([]);
  }
});

test('every sheet says page, edition, lasting address and its number, also after a click', async ({
  page,
}) => {
  await page.goto('/docs/safety/overview/');
  await hydrated(page);
  await page
    .getByRole('navigation', {name: 'Docs sidebar'})
    .getByRole('link', {name: 'Bladder and urinary tract'})
    .click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Bladder and urinary tract');
  const pages = await readPdf(await page.pdf({format: 'A4'}));
  pages.forEach(({margins}, n) => {
    expect(margins).toContain('Bladder and urinary tract | Ketamine Knowledge Base');
    expect(margins).toContain(`Edition ${editions[0]} (`);
    expect(margins).toContain(`/docs/${editions[0]}/safety/urinary-tract/`);
    expect(margins).toContain(`${n + 1} / ${pages.length}`);
  });
});

test.describe('in a dark system', () => {
  test.use({colorScheme: 'dark'});

  for (const scripts of [true, false]) {
    test.describe(scripts ? 'with scripts' : 'without scripts', () => {
      test.use({javaScriptEnabled: scripts});

      test('paper stays light', async ({page}) => {
        await page.goto('/docs/safety/overview/');
        if (scripts) {
          await hydrated(page);
        }
        // Chromium prints in light colors, and so must what the reader's own choice set.
        await page.emulateMedia({media: 'print', colorScheme: 'dark'});
        const colors = await page.evaluate(() => {
          const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
          return [
            of('html').backgroundColor,
            of('main h1').color,
            of('main .markdown > p:not([class])').color,
          ];
        });
        expect(colors).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
      });
    });
  }
});
