import fs from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {escapeHtml} from '../../../figures/escape';
import {printLines} from '../../../site/print-lines';

/** Writes into each page what stands in the margins of paper. */
export function writePrintLines({outDir}: {outDir: string}): void {
  for (const file of fs.readdirSync(outDir, {recursive: true, encoding: 'utf8'})) {
    if (file.endsWith('.html')) {
      const absolute = path.join(outDir, file);
      fs.writeFileSync(absolute, pageWithPrintLines(fs.readFileSync(absolute, 'utf8')));
    }
  }
}

/** @param html a built page; one that only leads on stays as it is */
export function pageWithPrintLines(html: string): string {
  if (html.includes('http-equiv="refresh"')) {
    return html;
  }
  // Not as a tree with all repairs of HTML: that takes three times as long.
  const $ = load(html, {xml: {xmlMode: false, decodeEntities: true}});
  const lines = printLines((selector, attribute) => {
    const element = $(selector).first();
    return element.length === 0 ? undefined : attribute ? element.attr(attribute) : element.text();
  });
  const attributes = Object.entries(lines)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return html.replace(/<html[^>]*(?=>)/, (tag) => tag + attributes);
}
