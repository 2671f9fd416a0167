/** The copy of an edition (`npm run pack`), opened from a disk: no server, no network. */
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {unzipSync} from 'fflate';
import {editions, expect, test} from './site';

const ROOT = path.join(__dirname, '../..');
const LATEST = editions[0]!;
const OLDEST = editions.at(-1)!;

function pack(out: string, ...wanted: string[]): void {
  execFileSync(
    path.join(ROOT, 'node_modules/.bin/tsx'),
    ['src/cli/pack.ts', ...wanted, '--out', out],
    {cwd: ROOT, stdio: 'pipe'},
  );
}

const zipOf = (out: string, edition: string): Buffer =>
  fs.readFileSync(path.join(out, `ketamine-knowledge-base-${edition}.zip`));

let dir = '';
const addressOf = (edition: string, file: string): string =>
  pathToFileURL(path.join(dir, `ketamine-knowledge-base-${edition}`, file)).href;

test.describe.configure({mode: 'serial', timeout: 600_000});

test.beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'copy-'));
  pack(dir, LATEST, OLDEST);
  for (const edition of [LATEST, OLDEST]) {
    for (const [file, bytes] of Object.entries(unzipSync(zipOf(dir, edition)))) {
      fs.mkdirSync(path.join(dir, path.dirname(file)), {recursive: true});
      fs.writeFileSync(path.join(dir, file), bytes);
    }
  }
});

test.afterAll(() => fs.rmSync(dir, {recursive: true, force: true}));

test('the same build gives the same bytes', () => {
  const again = fs.mkdtempSync(path.join(os.tmpdir(), 'copy-again-'));
  pack(again, OLDEST);
  expect(zipOf(again, OLDEST).equals(zipOf(dir, OLDEST))).toBe(true);
  fs.rmSync(again, {recursive: true});
});

test('every file has its checksum, and none is the app or a service worker', () => {
  const root = path.join(dir, `ketamine-knowledge-base-${LATEST}`);
  const sums = new Map(
    fs
      .readFileSync(path.join(root, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const files = fs
    .readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
    .map(({parentPath, name}) => path.relative(root, path.join(parentPath, name)));
  expect(files.sort()).toEqual([...sums.keys()].sort());
  for (const file of files) {
    const sum = createHash('sha256').update(fs.readFileSync(path.join(root, file)));
    expect(sum.digest('hex'), file).toBe(sums.get(file));
  }
  expect(files.filter((file) => /(^|\/)(sw|service-worker)\.|^assets\/js\//.test(file))).toEqual(
    [],
  );
  expect(files).toContain('data/references.yml');
  expect(files).toContain('docs/safety/overview/references.bib');
});

for (const edition of new Set([LATEST, OLDEST])) {
  test(`edition ${edition} is read and searched from a disk, and asks no network`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) {
        asked.push(request.url());
      }
    });
    await page.goto(addressOf(edition, 'index.html'));
    await expect(page.getByText('no clinician has reviewed it')).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', {name: 'Safety and side effects', exact: true})
      .click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText(/Safety/);
    await page
      .getByRole('navigation', {name: 'Docs sidebar'})
      .getByRole('link', {name: 'Key points'})
      .click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Key points');

    await page.goto(addressOf(edition, 'index.html'));
    await page.getByLabel('Words to look for').fill('esketamine blood presure');
    await page.getByRole('button', {name: 'Search'}).click();
    await expect(page.getByRole('status')).toContainText('for “');
    const first = page.locator('#results > li a').first();
    const title = await first.textContent();
    await first.click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText(title!);
    expect(asked).toEqual([]);
  });
}

test('figures, references and previews of references are there without the app', async ({page}) => {
  await page.goto(
    addressOf(LATEST, 'docs/clinical-uses/treatment-resistant-depression/overview/index.html'),
  );
  await expect(page.locator('figure svg').first()).toBeVisible();
  await page.getByRole('button', {name: 'Preview reference 1'}).first().click();
  await expect(page.getByRole('group', {name: 'Reference 1', exact: true})).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', {name: 'BibTeX'}).first().isVisible();
  const study = page.locator('li[id^="ref-"] > span a[href*="studies/"]').first();
  await study.click();
  await expect(page.getByRole('heading', {name: /Results/}).first()).toBeVisible();
});

test('no link of the copy leads to nothing', () => {
  const root = path.join(dir, `ketamine-knowledge-base-${LATEST}`);
  const broken = new Set<string>();
  for (const file of [
    'index.html',
    'search/index.html',
    'docs/index.html',
    'docs/key-points/index.html',
    'studies/index.html',
    'bibliography/index.html',
    'blog/index.html',
  ]) {
    const html = fs.readFileSync(path.join(root, file), 'utf8');
    for (const [, address] of html.matchAll(/ (?:href|src|action)="([^"#?]+)[^"]*"/g)) {
      const isLocal = !/^[a-z]+:/.test(address!);
      if (
        address!.startsWith('/') ||
        (isLocal && !fs.existsSync(path.join(root, path.dirname(file), decodeURI(address!))))
      ) {
        broken.add(`${file}: ${address}`);
      }
    }
  }
  expect([...broken]).toEqual([]);
});
