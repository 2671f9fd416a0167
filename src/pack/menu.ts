/** The menu of an edition's pages, read from the pages themselves: each shows only its own category open. */
import {load} from 'cheerio';

export interface MenuPage {
  title: string;
  /** Address on the site. */
  url: string;
  /** 0 for pages and categories at the top. */
  depth: number;
}

const MENU = '.theme-doc-sidebar-menu';
const CATEGORY = 'theme-doc-sidebar-item-category';

/**
 * @param first address of the edition's first page
 * @param read HTML of a page by its address
 * @returns all pages in the order of the menu; a category is the page that its name leads to
 * @throws where the menu is not where the theme puts it
 */
export function menuOf(first: string, read: (address: string) => string | undefined): MenuPage[] {
  const menu = pagesOf(MENU, first, 0, read);
  if (menu.length === 0) {
    throw new Error(
      `The page ${first} has no menu where the theme puts it: has the theme changed?`,
    );
  }
  return menu;
}

function pagesOf(
  list: string,
  address: string,
  depth: number,
  read: (address: string) => string | undefined,
): MenuPage[] {
  const html = read(address);
  if (html === undefined) {
    throw new Error(`The menu leads to ${address}, which the build does not have.`);
  }
  const $ = load(html);
  return $(list)
    .first()
    .children('li')
    .toArray()
    .flatMap((item) => {
      const link = $(item).find('a[href]').first();
      const page = {title: link.text().trim(), url: link.attr('href')!, depth};
      return $(item).hasClass(CATEGORY)
        ? [
            page,
            ...pagesOf(
              `.${CATEGORY}:has(> div > a[href="${page.url}"]) > ul`,
              page.url,
              depth + 1,
              read,
            ),
          ]
        : [page];
    });
}
