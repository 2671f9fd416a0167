/** Prints a book with Chromium: once to learn where its chapters begin, once more with their numbers in the contents. */
import {PDFDocument} from '@cantoo/pdf-lib';
import {chromium} from '@playwright/test';
import {getDocumentProxy} from 'unpdf';

/** Numbers have their room before they are known, so the second printing has the pages of the first. */
const MOST_PRINTINGS = 3;

/**
 * @param file address of the book's HTML
 * @param executablePath of Chromium
 * @param facts what the file says of itself; without them it would hold the time of printing
 * @throws where the numbers of pages do not settle
 */
export async function printBook(
  file: string,
  executablePath: string,
  facts: {title: string; released: string},
  format: 'A4' | 'Letter' = 'A4',
): Promise<{bytes: Uint8Array; pages: number}> {
  const browser = await chromium.launch({
    executablePath,
    // Root (in containers) cannot use Chromium's sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(file, {waitUntil: 'load', timeout: 0});
    let filled = '';
    for (let printing = 0; printing < MOST_PRINTINGS; printing += 1) {
      const bytes = await page.pdf({format, outline: true, tagged: true});
      const {numbers, pages} = await chapterPages(bytes);
      if (JSON.stringify(numbers) === filled) {
        return {bytes: await finish(bytes, facts), pages};
      }
      filled = JSON.stringify(numbers);
      await page.evaluate((known: Record<string, number>) => {
        for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
          place.textContent = String(known[place.dataset.pageOf!] ?? '');
        }
      }, numbers);
    }
    throw new Error('The numbers of pages in the contents do not settle.');
  } finally {
    await browser.close();
  }
}

/** Number of the page on which each chapter begins. */
async function chapterPages(
  bytes: Uint8Array,
): Promise<{numbers: Record<string, number>; pages: number}> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const numbers: Record<string, number> = {};
  const destinations = (await document.getDestinations()) as Record<string, unknown[]>;
  for (const [name, destination] of Object.entries(destinations)) {
    if (/^chapter-\d+$/.test(name)) {
      const reference = destination[0] as {num: number; gen: number};
      numbers[name] = (await document.getPageIndex(reference)) + 1;
    }
  }
  const pages = document.numPages;
  await document.cleanup();
  return {numbers, pages};
}

/** Chromium writes the structure of a file in full: packed, it is a fraction. */
async function finish(
  bytes: Uint8Array,
  {title, released}: {title: string; released: string},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false});
  const day = new Date(`${released}T12:00:00Z`);
  pdf.setTitle(title, {showInWindowTitleBar: true});
  pdf.setLanguage('en');
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  return pdf.save({useObjectStreams: true});
}
