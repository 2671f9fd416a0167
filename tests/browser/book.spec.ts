/** The PDF of an edition (`npm run pdf`), made of a few pages. */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {getDocumentProxy} from 'unpdf';
import {readPdf, type PdfPage} from '../helpers/pdf';
import {editions, expect, test} from './site';

const ROOT = path.join(__dirname, '../..');
const PAGES = ['key-points', 'safety/overview', 'safety/urinary-tract'];

interface Outline {
  title: string;
  dest: string | unknown[] | null;
  items: Outline[];
}

let bytes: Buffer;
let pages: PdfPage[] = [];

test.describe.configure({mode: 'serial', timeout: 300_000});

test.beforeAll(async () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'book-'));
  execFileSync(
    path.join(ROOT, 'node_modules/.bin/tsx'),
    ['src/cli/pdf.ts', editions[0]!, '--only', PAGES.join(','), '--out', out],
    {cwd: ROOT, stdio: 'pipe'},
  );
  bytes = fs.readFileSync(path.join(out, `ketamine-knowledge-base-${editions[0]}.pdf`));
  pages = await readPdf(bytes);
  fs.rmSync(out, {recursive: true});
});

test('it says what it is: edition, date, that nobody has reviewed it', () => {
  expect(pages[0]!.text).toContain(`Edition ${editions[0]} (`);
  expect(pages[0]!.text).toMatch(/released on \d{4}-\d{2}-\d{2}/);
  expect(pages[0]!.text).toContain('no clinician has reviewed it');
  expect(bytes.length).toBeLessThan(10e6);
});

test('the contents give each page the number of the sheet that it begins on', () => {
  const entries = [
    ...pages[1]!.text.matchAll(
      /(Key points|Safety and side effects|Bladder and urinary tract) ?(\d+)/g,
    ),
  ];
  expect(entries.map(([, title]) => title)).toEqual([
    'Key points',
    'Safety and side effects',
    'Bladder and urinary tract',
  ]);
  for (const [, title, number] of entries) {
    const sheet = pages[Number(number) - 1]!;
    // The menu has its own names for some pages; the head of the sheet has that of the menu.
    expect(sheet.margins).toContain(title!);
    expect(pages[Number(number) - 2]!.margins).not.toContain(title!);
    expect(sheet.margins).toContain(`${number} / ${pages.length}`);
  }
});

test('outline and links lead to the sheets that they name', async () => {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const outline = (await document.getOutline()) as Outline[];
  const titles = (items: Outline[]): string[] =>
    items.flatMap(({title, items: inner}) => [title.trim(), ...titles(inner)]);
  expect(titles(outline)).toEqual(
    expect.arrayContaining(['Contents', 'Key points', 'Bladder and urinary tract', 'References']),
  );

  const known = Object.keys((await document.getDestinations()) as object);
  const dead: string[] = [];
  let citations = 0;
  let betweenPages = 0;
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    for (const {subtype, dest, url} of (await page.getAnnotations()) as {
      subtype: string;
      dest?: string;
      url?: string;
    }[]) {
      if (subtype !== 'Link') {
        continue;
      }
      if (typeof dest === 'string') {
        citations += dest.includes('-ref-') ? 1 : 0;
        betweenPages += n > 2 && /^chapter-\d+$/.test(dest) ? 1 : 0;
        if (!known.includes(dest)) {
          dead.push(dest);
        }
      } else if (!url) {
        dead.push(`a link on sheet ${n}`);
      }
    }
  }
  expect([...new Set(dead)]).toEqual([]);
  expect(citations).toBeGreaterThan(50);
  expect(betweenPages).toBeGreaterThan(0);
});

test('each page keeps its own references, and no screen controls', () => {
  const text = pages.map((page) => page.text).join(' ');
  expect(text.match(/References 1\. /g)?.length).toBe(PAGES.length);
  expect(text).not.toMatch(/Suggest a change|Download these references|Back to citation/);
});
