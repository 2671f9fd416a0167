/** What a writer sees: `npm run dev` on a copy of the repository, with a page open in the browser. */
import {expect, test, type Page} from '@playwright/test';
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
// Below the repository, so that packages are found.
const COPY = path.join(ROOT, '.cache/dev-test');
const PAGE = 'docs/clinical-uses/treatment-resistant-depression/ketamine-versus-ect.mdx';
const ADDRESS = `/${PAGE.replace('.mdx', '/')}`;
const FIGURE = 'docs/_evidence/figures/ketamine-vs-ect.yml';
const REFERENCES = 'docs/_evidence/references.yml';
const STUDY = 'docs/_evidence/studies/anand2023.yml';
/** For the server's start and for what it shows after a change, in ms: generous, as this is no measurement. */
const PATIENCE = 240_000;

test.describe.configure({mode: 'serial', timeout: 2 * PATIENCE, retries: 0});

let server: ChildProcess;
let page: Page;
let base: string;
let terminal = '';

test.beforeAll(async ({browser}) => {
  test.setTimeout(2 * PATIENCE);
  fs.rmSync(COPY, {recursive: true, force: true});
  const files = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && exists(name))) {
    fs.cpSync(path.join(ROOT, file), path.join(COPY, file));
  }
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  server = spawn(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'),
      ...['start', '--no-open', '--host', '127.0.0.1', '--port', String(port)],
    ],
    {
      cwd: COPY,
      env: {...process.env, NODE_ENV: undefined, DRAFT_ONLY: 'true'},
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [server.stdout!, server.stderr!]) {
    stream.on('data', (data: Buffer) => (terminal += data.toString()));
  }
  page = await browser.newPage();
  while ((await page.goto(base + ADDRESS).catch(() => null)) === null) {
    if (server.exitCode !== null) {
      throw new Error(`The dev server ended:\n${terminal}`);
    }
    await page.waitForTimeout(500);
  }
  await expect(article()).toContainText('ELEKT-D', {timeout: PATIENCE});
});

test.afterAll(async () => {
  await page?.close();
  if (server && server.exitCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await ended;
  }
  fs.rmSync(COPY, {recursive: true, force: true});
});

test('a change of the page, of a reference, a figure and a study shows by itself', async () => {
  change(PAGE, (text) => `${text}\nA new line of text.\n`);
  await shows('A new line of text.');
  change(REFERENCES, (text) =>
    text.replace(/(?<=- id: anand2023\n(?: .*\n)*? {2}title: ).*/, 'A mended title of a trial'),
  );
  await shows('A mended title of a trial');
  change(FIGURE, (text) => text.replace(/(?<=^title: ).*$/m, 'A mended title of a figure'));
  await shows('A mended title of a figure');
  change(STUDY, (text) =>
    text.replace(/(?<=id: response-3-weeks-percent\n[\s\S]*?percent: )[\d.]+/, '63.7'),
  );
  await shows('63.7');
});

test('a page that is opened later shows what has changed before', async () => {
  await page.goto(`${base}/docs/clinical-uses/treatment-resistant-depression/overview/`);
  await shows('A mended title of a trial');
  await page.goto(base + ADDRESS);
});

for (const {what, file, spoil, says} of [
  {
    what: 'an unknown key in the page',
    file: PAGE,
    spoil: (text: string) => `${text}\nNobody found it [@nobody2099].\n`,
    says: [/ketamine-versus-ect\.mdx:\d+:\d+\s+cite\/unknown-key/, /\[@nobody2099\]/],
  },
  {
    what: 'a reference file that is no YAML',
    file: REFERENCES,
    spoil: (text: string) => text.replace('- id: anand2023\n', '- id: anand2023\n  bad: [\n'),
    says: [/references\.yml:\d+:\d+\s+references\/syntax/],
  },
  {
    what: 'front matter that is no YAML',
    file: PAGE,
    spoil: (text: string) => text.replace('title: ', 'title: ['),
    says: [/ketamine-versus-ect\.mdx/],
  },
]) {
  test(`${what} is told in the page and the terminal; the page goes on once it is mended`, async () => {
    const good = fs.readFileSync(path.join(COPY, file), 'utf8');
    terminal = '';
    change(file, spoil);
    for (const words of says) {
      await expect(overlay()).toContainText(words, {timeout: PATIENCE});
      await expect.poll(() => terminal, {timeout: PATIENCE}).toMatch(words);
    }
    change(file, () => good);
    await expect(page.locator(OVERLAY)).toHaveCount(0, {timeout: PATIENCE});
    change(PAGE, (text) => `${text}\nMended after ${what}.\n`);
    await shows(`Mended after ${what}.`);
  });
}

test('pages and data come and go while the server runs', async () => {
  const added = 'docs/safety/added-page.mdx';
  const data = 'docs/_evidence/figures/added-figure.yml';
  change(data, () =>
    read(FIGURE)
      .replace(/(?<=^id: ).*$/m, 'added-figure')
      .replace(/(?<=^title: ).*$/m, 'An added figure'),
  );
  change(added, () =>
    read('docs/safety/screening.mdx')
      .replace(/(?<=^title: ).*$/m, 'An added page')
      .concat('\nIt shows one trial.\n\n<Figure id="added-figure" />\n'),
  );
  await expect(async () => {
    await page.goto(`${base}/docs/safety/added-page/`);
    await expect(article()).toContainText('An added figure', {timeout: 10_000});
  }).toPass({timeout: PATIENCE});
  await page.goto(base + ADDRESS);
  fs.rmSync(path.join(COPY, added));
  fs.rmSync(path.join(COPY, data));
  await expect(page.locator('nav.menu')).not.toContainText('An added page', {timeout: PATIENCE});
  change(PAGE, (text) => `${text}\nAfter all that.\n`);
  await shows('After all that.');
  expect(server.exitCode).toBeNull();
});

const OVERLAY = '#webpack-dev-server-client-overlay';

function overlay() {
  return page.frameLocator(OVERLAY).locator('body');
}

function article() {
  return page.locator('article').first();
}

async function shows(text: string): Promise<void> {
  await expect(article()).toContainText(text, {timeout: PATIENCE});
}

function exists(file: string): boolean {
  return fs.existsSync(path.join(ROOT, file));
}

function read(file: string): string {
  return fs.readFileSync(path.join(COPY, file), 'utf8');
}

/** Writes what `to` makes of a file's text; of nothing where there is no such file yet. */
function change(file: string, to: (text: string) => string): void {
  const absolute = path.join(COPY, file);
  const before = fs.existsSync(absolute) ? read(file) : '';
  const after = to(before);
  if (after === before) {
    throw new Error(`Nothing to change in ${file}.`);
  }
  fs.writeFileSync(absolute, after);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const {port} = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
