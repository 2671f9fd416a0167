/** The article of a built page: what a reader reads, without the site around it. */
import {load, type CheerioAPI} from 'cheerio';

/** Parses the article of a built page. @throws where the page has none */
export function loadArticle(html: string, path: string): CheerioAPI {
  const start = html.indexOf('<article');
  const end = html.lastIndexOf('</article>');
  if (start === -1 || end < start) {
    throw new Error(`${path} has no article: has the theme changed its elements?`);
  }
  return load(html.slice(start, end + '</article>'.length), null, false);
}

/** Addresses of the references that a page cites, in their order: the most stable one of each. */
export function citedAddresses($: CheerioAPI): string[] {
  return $('li[id^="ref-"]')
    .toArray()
    .flatMap((item) => {
      // The preview repeats the entry; the notice of a retraction is not the source.
      const link = $(item).children('span').find('a[href^="http"]').not('[data-notice]').first();
      return link.attr('href') ?? [];
    });
}
