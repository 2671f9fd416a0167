/** The pages of an edition as one document for paper, made from the built site. */
import {load} from 'cheerio';
import {escapeHtml} from '../figures/escape';
import type {MenuPage} from '../pack/menu';

export interface BookOptions {
  /** `2.0` */
  edition: string;
  /** `2.0 (November 2026)` */
  label: string;
  /** `2026-11-25` */
  released: string;
  /** Origin of the site. */
  origin: string;
  baseUrl: string;
  /** Pages in their order; titles are those of the menu. */
  menu: readonly MenuPage[];
  /** HTML of a built page by its address on the site. */
  read: (address: string) => string;
  /** Style sheets of the site and ours, as text. */
  css: string;
}

/** What only a screen has a use for, and what stands once for the whole book. */
const LEFT_OUT =
  'button, [popover], .hash-link, script, form, #cite-this-page, [class*="files_"], [class*="back_"], [class*="letters_"], a[download]';

/** Attributes that name an id of the same page. */
const ID_ATTRIBUTES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

/** Name of the place in the book where a page begins. */
export function chapterId(n: number): string {
  return `chapter-${n + 1}`;
}

/** @returns HTML of the book, with empty places for the numbers in its contents (`[data-page-of]`) */
export function bookOf(options: BookOptions): string {
  const {edition, label, released, origin, baseUrl, menu, css} = options;
  const online = `${origin}${baseUrl}docs/${edition}/`;
  const chapterOf = new Map(menu.map(({url}, n) => [url, chapterId(n)]));
  const chapters = menu.map((page, n) => chapter(page, chapterId(n), chapterOf, options));
  const contents = menu
    .map(
      ({title, depth}, n) =>
        `<li style="margin-left:${depth * 1.5}em"><a href="#${chapterId(n)}">${escapeHtml(title)}<span data-page-of="${chapterId(n)}"></span></a></li>`,
    )
    .join('');
  // The head of each sheet names its page; Chromium knows no other way than a kind of sheet for each.
  const heads = menu
    .map(
      ({title}, n) =>
        `@page ${chapterId(n)}{@top-left{content:${cssString(title)}}} .book-chapter#${chapterId(n)}{page:${chapterId(n)}}`,
    )
    .join('\n');
  return `<!doctype html><html lang="en" data-print-title="Ketamine Knowledge Base" data-print-edition="${escapeHtml(`Edition ${label}`)}" data-print-address="${escapeHtml(online)}"><head><meta charset="utf-8"><title>${escapeHtml(`Ketamine Knowledge Base, edition ${label}`)}</title><style>${css}\n${heads}</style></head><body class="book"><main>
<section class="book-title"><h1>Ketamine Knowledge Base</h1>
<p><strong>Edition ${escapeHtml(label)}</strong>, released on ${escapeHtml(released)}</p>
<p>What is known about ketamine and esketamine, how sure it is, and where it comes from.</p>
<p><strong>Drafted by AI from the cited sources; no clinician has reviewed it.</strong> For clinicians and readers who want the sources; not advice for a person’s own care.</p>
<p>Made from the pages of the edition as its site shows them, each with its own list of references. Numbers in brackets lead to that list. Corrections and newer editions: <a data-site href="${escapeHtml(online)}">${escapeHtml(online)}</a></p>
<p>Text CC BY 4.0.</p></section>
<nav class="book-contents"><h1 class="book-h1">Contents</h1><ol>${contents}</ol></nav>
${chapters.join('\n')}
</main></body></html>`;
}

function chapter(
  {url, depth}: MenuPage,
  id: string,
  chapterOf: ReadonlyMap<string, string>,
  {read, origin, baseUrl}: BookOptions,
): string {
  const $ = load(read(url));
  const text = $('article .theme-doc-markdown').first();
  if (text.length === 0) {
    throw new Error(`The page ${url} has no text where the theme puts it: has the theme changed?`);
  }
  text.find(LEFT_OUT).remove();
  text.find('details').attr('open', '');
  text.find('[id]').each((_, element) => {
    $(element).attr('id', `${id}-${$(element).attr('id')}`);
  });
  for (const name of ID_ATTRIBUTES) {
    text.find(`[${name}]`).each((_, element) => {
      const ids = $(element).attr(name)!.split(' ');
      $(element).attr(name, ids.map((one) => `${id}-${one}`).join(' '));
    });
  }
  text.find('[href]').each((_, element) => {
    const place = placeInBook($(element).attr('href')!, url, id, chapterOf, origin);
    $(element).attr('href', place);
    if (place.startsWith(`${origin}/`)) {
      $(element).attr('data-site', '');
    }
  });
  text.find('[src^="/"]').each((_, element) => {
    throw new Error(
      `The page ${url} shows ${$(element).attr('src')}: pictures in files are not put into the book yet (base ${baseUrl}).`,
    );
  });
  // Pages of a category stand below it in the outline, which Chromium makes of the levels of headings.
  text.find('h1, h2, h3, h4, h5, h6').each((_, heading) => {
    const level = Number(heading.tagName[1]);
    $(heading).addClass(`book-h${level}`);
    heading.tagName = `h${Math.min(6, level + depth)}`;
  });
  return `<article class="book-chapter markdown theme-doc-markdown" id="${id}">${text.html()}</article>`;
}

/** Where a link of a page leads in the book; to the site where the book does not have it. */
export function placeInBook(
  href: string,
  url: string,
  id: string,
  chapterOf: ReadonlyMap<string, string>,
  origin: string,
): string {
  if (href.startsWith('#')) {
    return `#${id}-${href.slice(1)}`;
  }
  const target = new URL(href, origin + url);
  const place = target.origin === origin ? chapterOf.get(target.pathname) : undefined;
  if (place === undefined) {
    return target.href;
  }
  return target.hash ? `#${place}-${target.hash.slice(1)}` : `#${place}`;
}

function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
