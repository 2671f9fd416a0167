/**
 * A built page as Markdown. Made from the HTML and not from the source, so that whatever a component shows (cards,
 * figures, tables, reference lists) is there without a second way to write it.
 *
 *   Rises of blood pressure<sup data-citation><a href="#ref-x">3</a></sup>.   becomes   Rises of blood pressure [3].
 */
import type {CheerioAPI} from 'cheerio';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {stringify} from 'yaml';

export interface MarkdownPage {
  /** Whole address of the page. */
  url: string;
  title: string;
  /** Fields of the front matter, in order; undefined ones are left out. */
  facts: Record<string, string | undefined>;
  /** The site's statement on what the text is and is not. */
  statement: string;
}

/** Stand for the brackets of a citation, which as text would be escaped. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const processor = unified()
  .use(rehypeParse, {fragment: true})
  .use(rehypeRemark)
  // Without padding: nobody reads the columns of the source.
  .use(remarkGfm, {tablePipeAlign: false})
  .use(remarkStringify, {bullet: '-', emphasis: '_', rule: '-'});

/** What only a screen shows: pictures that a table repeats, previews, buttons, ways back. */
const LEFT_OUT = [
  'svg',
  'script',
  'style',
  'noscript',
  'form',
  'dialog',
  'button',
  '[popover]',
  '[hidden]',
  '[aria-hidden="true"]',
  '.hash-link',
  'a[aria-label^="Back to citation"]',
].join(', ');

/**
 * Writes the page. Changes the article that it is given.
 * @param $ from loadArticle
 */
export function pageMarkdown($: CheerioAPI, page: MarkdownPage): string {
  const body = $('.markdown').first();
  body.find(LEFT_OUT).remove();
  body.children('header').remove();
  absoluteLinks($, page.url);
  citations($);
  references($);
  cards($);
  tables($);
  notes($);
  code($);
  const facts = Object.fromEntries(
    Object.entries(page.facts).filter(([, value]) => value !== undefined),
  );
  // React parts texts by comments.
  const html = (body.html() ?? '').replace(/<!--.*?-->/gs, '');
  const text = String(processor.processSync(html)).replaceAll(OPEN, '[').replaceAll(CLOSE, ']');
  return `---\n${stringify({title: page.title, url: page.url, ...facts}, {lineWidth: 0})}---\n\n# ${page.title}\n\n> ${page.statement}\n\n${text}`;
}

function absoluteLinks($: CheerioAPI, url: string): void {
  for (const [selector, attribute] of [
    ['a[href]', 'href'],
    ['img[src]', 'src'],
  ] as const) {
    $(selector).each((_, element) => {
      $(element).attr(attribute, new URL($(element).attr(attribute)!, url).href);
    });
  }
}

/** `[3, 4 table 2]`, behind a space. */
function citations($: CheerioAPI): void {
  $('[data-citation]').each((_, element) => {
    const numbers = $(element)
      .find('a')
      .toArray()
      .map((link) => $(link).text().trim());
    $(element).replaceWith(` ${OPEN}${numbers.join(', ')}${CLOSE}`);
  });
}

/** Words that only a margin keeps apart in the reference list. */
function references($: CheerioAPI): void {
  $('li[id^="ref-"]').each((_, item) => {
    const parts = $(item).children('span');
    parts.filter((__, part) => $(part).text().trim() === '').remove();
    parts.after(' ');
    $(item).find('a').not('[data-notice]').after(' ');
    // What kind of source it is, and how it was checked.
    $(item).children('span').last().children('span').after(',');
  });
}

/** Lists of terms as bullets: `- **What:** ...`. */
function cards($: CheerioAPI): void {
  $('dl').each((_, list) => {
    const rows = $(list)
      .find('dt')
      .toArray()
      .map((term) => {
        const places = $(term)
          .next('dd')
          .children('div')
          .toArray()
          // Rows of a card's status; other lists hold paragraphs.
          .filter((place) => $(place).children().not('p').length === 2)
          .map((place) => {
            const [where, status] = $(place).children().toArray();
            const detail = $(place).children('p').html();
            return `${$(where!).text()} (${$(status!).text()})${detail ? `: ${detail}` : ''}`;
          });
        const said = places.length > 0 ? places.join('; ') : phrasing($, $(term).next('dd'));
        return `<li><strong>${$(term).html()}:</strong> ${said}</li>`;
      });
    $(list).replaceWith(`<ul>${rows.join('')}</ul>`);
  });
}

/** What an element holds as one line: its paragraphs and spans after one another. */
function phrasing($: CheerioAPI, element: ReturnType<CheerioAPI>): string {
  return element
    .contents()
    .toArray()
    .map((node) => (node.type === 'tag' ? $(node).html() : $(node).text()) ?? '')
    .map((text) => text.trim())
    .filter(Boolean)
    .join('. ')
    .replace(/\.\. /g, '. ');
}

/** Tables without the columns that held only a picture; their captions and group headings as text. */
function tables($: CheerioAPI): void {
  $('table').each((_, table) => {
    const rows = $(table).find('tr').toArray();
    const whole = rows.filter((row) => $(row).children('[colspan]').length === 0);
    const body = whole.filter((row) => $(row).closest('thead').length === 0);
    const width = $(whole[0]!).children().length;
    const empty = Array.from({length: width}, (__, i) => i).filter(
      (i) => body.length > 0 && body.every((row) => $(row).children().eq(i).text().trim() === ''),
    );
    for (const row of whole) {
      empty.toReversed().forEach((i) => $(row).children().eq(i).remove());
    }
    $(table)
      .find('[colspan]')
      .each((__, cell) => {
        $(cell).removeAttr('colspan').wrapInner('<strong></strong>');
      });
    const caption = $(table).children('caption');
    $(table).before(`<p>${caption.html() ?? ''}</p>`);
    caption.remove();
    $(table)
      .find('td p, th p')
      .replaceWith((__, text) => ` ${$(text).html()}`);
  });
}

/** Notices and admonitions as quotations; a disclosure's summary and a figure's title as a line of their own. */
function notes($: CheerioAPI): void {
  $('[role="note"], .theme-admonition').each((_, note) => {
    $(note).replaceWith(`<blockquote>${$(note).html()}</blockquote>`);
  });
  $('summary').each((_, summary) => {
    $(summary).replaceWith(`<p><strong>${$(summary).html()}</strong></p>`);
  });
  $('figcaption').each((_, caption) => {
    $(caption).replaceWith(`<p><strong>Figure: ${$(caption).text()}</strong></p>`);
  });
}

/** Blocks of code: their lines are boxes that each end in a break, and the language is a class of the block. */
function code($: CheerioAPI): void {
  $('pre').each((_, block) => {
    const language = /\blanguage-[\w-]+/.exec($(block).attr('class') ?? '')?.[0] ?? '';
    $(block).find('.token-line').find('br').remove();
    $(block).children('code').attr('class', language);
  });
}
