/** What a screen reader is told: landmarks, headings, names, tables and pictures, as the accessibility tree has them. */
import {FRAMES} from './frames';
import {expect as siteExpect, hydrated, test} from './site';

/** On a busy machine search takes its time. */
const expect = siteExpect.configure({timeout: 20_000});

/** Roles that say nothing without a name. */
const NAMED =
  /^\s*- (link|button|textbox|searchbox|combobox|checkbox|radio|heading|navigation|region|form|dialog|table|figure)(:| \[|$)/;
const LANDMARK =
  /^\s*- (?<role>banner|navigation|main|complementary|contentinfo|region|search|form)\b(?: "(?<name>[^"]*)")?/;

for (const [frame, address] of Object.entries(FRAMES)) {
  test(`the accessibility tree of ${frame}`, async ({page}) => {
    await page.goto(address);
    await hydrated(page);
    if (address.startsWith('/search/')) {
      await expect(page.getByRole('status').filter({hasText: 'for “bladder”'})).toBeVisible();
    }
    const tree = (await page.locator('body').ariaSnapshot()).split('\n');
    expect(
      tree.filter((line) => NAMED.test(line)),
      'without a name',
    ).toEqual([]);

    // Who says to the machine what is to be seen is understood (WCAG 2.5.3).
    expect(
      await page
        .locator('a[aria-label], button[aria-label], summary[aria-label]')
        .evaluateAll((all) =>
          (all as HTMLElement[])
            .map((one) => [one.innerText.replace(/[\s↑→]+/g, ' ').trim(), one.ariaLabel!] as const)
            .filter(([text, name]) => /[a-z0-9]/i.test(text) && !name.includes(text))
            .map((pair) => pair.join(' / ')),
        ),
      'named otherwise than is to be seen',
    ).toEqual([]);

    const landmarks = tree
      .map((line) => LANDMARK.exec(line)?.groups)
      .filter((groups) => groups !== undefined)
      .map(({role, name}) => [role, name].join(' '));
    expect(
      landmarks.filter((one, i) => landmarks.indexOf(one) !== i),
      'twice',
    ).toEqual([]);
    expect(landmarks.map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['banner', 'navigation', 'main', 'contentinfo']),
    );

    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
    const levels = await page
      .getByRole('main')
      .getByRole('heading')
      .evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels[0], 'the first heading of the text').toBe(1);
    expect(
      levels.filter((level, i) => level - (levels[i - 1] ?? 0) > 1),
      'skips',
    ).toEqual([]);

    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('table')]
          .filter((table) => {
            const heads = [...table.querySelectorAll('thead th')];
            return (
              heads.length < 2 ||
              heads.some(
                (head) =>
                  (head as HTMLTableCellElement).scope !== 'col' &&
                  head.role !== 'columnheader' &&
                  !head.closest('[class*="markdown"]'),
              )
            );
          })
          .map((table) => table.textContent!.slice(0, 60)),
      ),
      'tables without heads of their columns',
    ).toEqual([]);
    expect(
      await page.evaluate(() => [
        ...[...document.querySelectorAll('img:not([alt])')].map((one) => one.outerHTML),
        // A picture is hidden where its words stand beside it; else it says itself what it shows.
        ...[...document.querySelectorAll('main svg')]
          .filter(
            (one) =>
              !one.closest('[aria-hidden="true"], a[aria-label]') &&
              !(one.role === 'img' && (one.ariaLabel || one.hasAttribute('aria-labelledby'))),
          )
          .map((one) => one.outerHTML.slice(0, 120)),
        ...[...document.querySelectorAll('figure')]
          .filter((one) => !/In words/.test(one.textContent!) || !one.querySelector('table'))
          .map((one) => one.outerHTML.slice(0, 120)),
      ]),
      'pictures without words',
    ).toEqual([]);
  });
}

test('the landmarks of the front page', async ({page}) => {
  await page.goto(FRAMES.home);
  await hydrated(page);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - region "Skip to main content":
      - link "Skip to main content"
    - banner:
      - navigation "Main":
        - link "Ketamine Knowledge Base"
        - link "Reference"
        - link "Studies"
        - link "What’s new"
        - search "Quick search":
          - combobox "Search"
    - main:
      - heading "Ketamine Knowledge Base" [level=1]
      - search:
        - searchbox "Search the reference"
        - button "Search"
      - region "Clinical uses":
        - group "Clinical uses, table":
          - table "Clinical uses"
    - contentinfo
  `);
});

test('the landmarks of a page of the reference, and its table', async ({page}) => {
  await page.goto(FRAMES['a page with plots']);
  await hydrated(page);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - navigation "Main"
    - complementary:
      - navigation "Docs sidebar"
    - main:
      - article:
        - navigation "Breadcrumbs"
        - heading "Ketamine compared with ECT" [level=1]
    - contentinfo
  `);
  await expect(page.getByRole('navigation', {name: 'On this page'})).toBeVisible();
  await expect(page.getByRole('navigation', {name: 'Docs pages'})).toBeVisible();
  const name = 'Ketamine minus ECT, percentage points';
  // Also where its rows are blocks.
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 900});
    const plot = page.getByRole('table', {name});
    await expect(plot.getByRole('rowheader')).toHaveCount(2);
    await expect(plot.getByRole('columnheader', {name: 'Figures'})).toHaveCount(1);
    await expect(
      plot
        .getByRole('row', {name: /ELEKT-D/})
        .getByRole('cell')
        .last(),
    ).toContainText('14.2 (3.9 to 24.2)');
  }
});

test('the landmarks of a study, whose page has no scripts', async ({page}) => {
  await page.goto(FRAMES['a study']);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - navigation "Main"
    - main:
      - article:
        - navigation "Breadcrumbs"
        - heading "Zarate 2006" [level=1]
        - group "Arms":
          - table "Arms":
            - rowgroup:
              - row:
                - columnheader "Arm"
    - contentinfo
  `);
});
