/** The reference section: what is made from data can be found, read on a phone, linked to, and read without JavaScript. */
import fs from 'node:fs';
import path from 'node:path';
import {dataIn} from '../../src/evidence/store';
import {expect, hydrated, test} from './site';

const root = path.join(__dirname, '../..');
const {vocabulary, timeline, regulation} = dataIn(path.join(root, 'docs/_evidence'), root);
const GLOSSARY = '/docs/next/reference/glossary/';
const TIMELINE = '/docs/next/reference/timeline/';
const LABELS = '/docs/next/reference/labels-and-guidance/';

test('every term and event has an address, and no other name of the page has it', async ({
  page,
}) => {
  for (const [address, ids] of [
    [GLOSSARY, vocabulary.value!.map(({id}) => id)],
    [TIMELINE, timeline.value!.map(({id}) => id)],
  ] as const) {
    await page.goto(address);
    const counts = await page.evaluate((wanted) => {
      const all = [...document.querySelectorAll('[id]')].map(({id}) => id);
      return wanted.filter((id) => all.filter((other) => other === id).length !== 1);
    }, ids);
    expect(counts, address).toEqual([]);
  }
});

test('the address of a term brings it into view, below the bar, and marks it', async ({page}) => {
  await page.goto(`${GLOSSARY}#madrs`);
  await hydrated(page);
  const term = page.locator('#madrs');
  await expect(term).toBeInViewport();
  await expect(term).toContainText('Montgomery');
  const bar = (await page.locator('.navbar').boundingBox())!;
  await expect
    .poll(async () => (await term.boundingBox())!.y)
    .toBeGreaterThanOrEqual(bar.y + bar.height);
  const background = await term.evaluate((element) => getComputedStyle(element).backgroundColor);
  const plain = await page
    .locator('#morphine')
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(background).not.toBe(plain);
});

test('what people type instead of a term is not on the page', async ({page}) => {
  await page.goto(GLOSSARY);
  const text = ((await page.locator('main').textContent()) ?? '').toLowerCase();
  const words = vocabulary.value!.flatMap(({misspellings = []}) => misspellings);
  expect(words.length).toBeGreaterThan(200);
  // Some misspellings are part of a right word.
  const shown = words.filter((word) =>
    new RegExp(`(?<![\\p{L}-])${word.replace(/[^\p{L}\p{N} ]/gu, '.')}(?![\\p{L}-])`, 'iu').test(
      text,
    ),
  );
  expect(shown).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 360, height: 740}});

  test('the table of labels is read without scrolling sideways', async ({page}) => {
    await page.goto(`${LABELS}#regulation-funding`);
    await hydrated(page);
    const table = page.getByRole('table', {name: 'Who pays'}).filter({hasText: 'Newest source'});
    const box = (await table.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    // Stacked, it is still a table: each answer belongs to its country.
    const row = table.getByRole('row', {name: /United Kingdom/});
    await expect(row.getByRole('rowheader', {name: 'United Kingdom'})).toBeVisible();
    await expect(row.getByRole('cell').first()).toContainText('NICE');
    await expect(row).toContainText('Newest source: ');
  });

  test('every jurisdiction has an answer to every question', async ({page}) => {
    await page.goto(LABELS);
    const tables = page.locator('main').getByRole('table');
    for (const {name} of regulation.value!) {
      const headers = await tables.getByRole('rowheader').allTextContents();
      expect(headers.filter((header) => header.split(', ').includes(name)).length, name).toBe(8);
    }
  });

  test('letters of the glossary can be touched', async ({page}) => {
    await page.goto(GLOSSARY);
    await hydrated(page);
    const letter = page
      .getByRole('navigation', {name: 'Letters of the glossary'})
      .getByRole('link', {name: 'K', exact: true});
    const box = (await letter.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await letter.click();
    await expect(page).toHaveURL(/#k$/);
    await expect(page.getByRole('heading', {name: /^K/, level: 2})).toBeInViewport();
  });
});

test('links of the timeline and the glossary lead to pages of the same edition', async ({page}) => {
  for (const address of [TIMELINE, GLOSSARY]) {
    await page.goto(address);
    const links = await page
      .locator('main article [id] a[href*="/docs/"]')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter((href) => !href.startsWith('/docs/next/'))).toEqual([]);
    const missing = [...new Set(links)].filter(
      (href) => !fs.existsSync(path.join(root, 'build', href.replace(/[#?].*/, ''), 'index.html')),
    );
    expect(missing).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('labels, events and terms are all there, with their sources', async ({page}) => {
    await page.goto(LABELS);
    await expect(page.getByRole('table', {name: 'Label doses'})).toContainText('56 mg');
    await page.goto(`${TIMELINE}#us-esketamine-approval`);
    const event = page.locator('#us-esketamine-approval');
    await expect(event).toContainText('March 5, 2019');
    await expect(event.locator('a[href="#ref-fda2019approval"]').first()).toBeVisible();
    await page.goto(GLOSSARY);
    await page
      .getByRole('navigation', {name: 'Letters of the glossary'})
      .getByRole('link', {name: 'M', exact: true})
      .click();
    await expect(page.locator('#madrs')).toContainText('MADRS');
  });
});
