import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {expect, test} from './site';

test('a post shows the date of its event beside its own, and the pages it affects', async ({
  page,
}) => {
  await page.goto('/blog/karma-dep-2/');
  await expect(page.getByText('min read')).toBeVisible();
  await expect(page.getByText('Date of the event:')).toBeVisible();
  await expect(page.locator('time[datetime="2025-10-22"]')).toHaveText('October 22, 2025');
  await page
    .locator('article')
    .getByRole('link', {name: 'Treatment-resistant depression', exact: true})
    .first()
    .click();
  await expect(page).toHaveURL(
    /\/docs\/clinical-uses\/treatment-resistant-depression\/overview\/$/,
  );
});

test('every post names its event and at least one page', async ({page}) => {
  const addresses = new Set<string>();
  for (let n = 1; ; n += 1) {
    const response = await page.goto(n === 1 ? '/blog/' : `/blog/page/${n}/`);
    if (response?.status() !== 200) {
      break;
    }
    const links = await page
      .locator('article header h2 a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    links.forEach((link) => addresses.add(link));
    if ((await page.locator('.pagination-nav__link--next').count()) === 0) {
      break;
    }
  }
  expect(addresses.size).toBeGreaterThanOrEqual(8);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByText('Date of the event:'), address).toBeVisible();
    await expect(page.getByText('Pages affected:'), address).toBeVisible();
    expect(await page.locator('article a[href^="/docs/"]').count(), address).toBeGreaterThan(0);
  }
});

test('tags list their posts', async ({page}) => {
  await page.goto('/blog/tags/');
  await page
    .getByRole('link', {name: /Regulation/i})
    .first()
    .click();
  await expect(page.locator('article').first()).toBeVisible();
});

for (const [name, read] of [
  ['rss.xml', (text: string) => asList(new XMLParser().parse(text).rss.channel.item)],
  ['atom.xml', (text: string) => asList(new XMLParser().parse(text).feed.entry)],
  ['feed.json', (text: string) => JSON.parse(text).items as unknown[]],
] as const) {
  test(`the feed ${name} holds the posts, without the popovers of the page`, async ({request}) => {
    const response = await request.get(`/blog/${name}`);
    expect(response.status()).toBe(200);
    const text = await response.text();
    if (name.endsWith('.xml')) {
      expect(XMLValidator.validate(text)).toBe(true);
    }
    expect(read(text).length).toBeGreaterThanOrEqual(8);
    expect(text).not.toContain('popover');
  });
}

test('each topic has its feeds, and each holds posts of its topic only', async ({
  page,
  request,
}) => {
  await page.goto('/feeds/');
  for (const topic of ['Esketamine', 'Depression', 'Pain', 'Addiction', 'Safety', 'Regulation']) {
    const hrefs = await Promise.all(
      ['RSS', 'Atom', 'JSON'].map((format) =>
        page.getByRole('link', {name: `${topic}, ${format}`}).getAttribute('href'),
      ),
    );
    const [rss, atom, json] = await Promise.all(
      hrefs.map(async (href) => {
        const response = await request.get(href!);
        expect(response.status(), href!).toBe(200);
        return response.text();
      }),
    );
    expect(XMLValidator.validate(rss!)).toBe(true);
    expect(XMLValidator.validate(atom!)).toBe(true);
    const {items} = JSON.parse(json!) as {items: {tags: string[]; content_html: string}[]};
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({tags}) => tags.includes(topic))).toBe(true);
    expect(json).not.toContain('popover');
    expect(asList(new XMLParser().parse(rss!).rss.channel.item)).toHaveLength(items.length);
  }
});

test('corrections have a page and feeds', async ({page, request}) => {
  await page.goto('/errata/');
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Corrections');
  const rss = await (await request.get('/errata/rss.xml')).text();
  expect(XMLValidator.validate(rss)).toBe(true);
  const {items = []} = JSON.parse(await (await request.get('/errata/feed.json')).text()) as {
    items?: unknown[];
  };
  await expect(page.locator('main li')).toHaveCount(items.length);
});

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
