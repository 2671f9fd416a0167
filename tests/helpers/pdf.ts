/** What a PDF says, as a reader of paper sees it. */
import {getDocumentProxy} from 'unpdf';

export interface PdfPage {
  /** Texts in the order of the page, without those in its margins. */
  text: string;
  /** Texts at the head and foot of the sheet. */
  margins: string;
  /** In points. */
  width: number;
  /** Left edge of the text that begins furthest left, in points. */
  left: number;
  /** Right edge of the text that reaches furthest, in points. */
  right: number;
  /** Addresses that its links lead to outside the file. */
  links: string[];
}

/** Height of the margins of src/css/print.css, in points. */
const MARGIN = 42;

export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
    const isMargin = ({transform}: {transform: number[]}): boolean =>
      transform[5]! < MARGIN || transform[5]! > page.view[3]! - MARGIN;
    const textOf = (some: typeof items): string =>
      some
        .map(({str, hasEOL}) => (hasEOL ? `${str}\n` : str))
        .join('')
        .replace(/\s+/g, ' ');
    const annotations = (await page.getAnnotations()) as {url?: string}[];
    pages.push({
      text: textOf(items.filter((item) => !isMargin(item))),
      margins: textOf(items.filter(isMargin)),
      width: page.view[2]!,
      left: Math.min(
        ...items
          .filter(({str}) => str.trim() !== '')
          .map(({transform}) => (transform as number[])[4]!),
      ),
      right: Math.max(0, ...items.map(({transform, width}) => (transform as number[])[4]! + width)),
      links: annotations.flatMap(({url}) => url ?? []),
    });
  }
  await document.cleanup();
  return pages;
}

/** Text without spaces: a PDF breaks lines where it likes, also in words. */
export function dense(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}
