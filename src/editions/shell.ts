/**
 * The site's frame around pages that are written after the build: header, footer and styles of a built page, without its
 * scripts. Such pages cost readers of other pages nothing, and need no JavaScript themselves.
 */
import {load} from 'cheerio';
import {escapeHtml} from '../figures/escape';

export interface StaticPage {
  title: string;
  description: string;
  /** Whole address, or undefined where search engines are to stay away. */
  canonical?: string;
  /** HTML of the main part; its texts are escaped already. */
  main: string;
  /** A script of ours that runs at once; it is the same on all pages of a kind. */
  script?: string;
}

const TITLE = '@@title@@';
const MARK = '@@main@@';
const HEAD = '@@head@@';

/**
 * @param html any built page with a `main` element
 * @param siteTitle follows a page's own title
 */
export function makeShell(html: string, siteTitle: string): (page: StaticPage) => string {
  const $ = load(html);
  if ($('main').length !== 1) {
    throw new Error('The frame for static pages needs a built page with one main element.');
  }
  // The small script that chooses light or dark stays; everything that would bring React to life goes.
  $('script[src], link[rel="modulepreload"], link[as="script"], link[rel="prefetch"]').remove();
  $('script[type="application/ld+json"]').remove();
  $('head > title').text(TITLE);
  $(
    'head meta[name="description"], head meta[property^="og:"], head meta[name^="twitter:"]',
  ).remove();
  $('head meta[name="robots"], head link[rel="canonical"], head link[rel="alternate"]').remove();
  $('head').append(HEAD);
  // What works with scripts only would stand there dead.
  $('.navbar__toggle, .navbar-sidebar, .navbar__search, [class*="colorModeToggle"]').remove();
  $('.navbar [class*="navbarSearchContainer"], .navbar .dropdown').remove();
  $('.navbar__link--active').removeClass('navbar__link--active').removeAttr('aria-current');
  $('main').attr('class', 'container margin-vert--lg kb-text').html(MARK);
  const frame = $.html();
  return ({title, description, canonical, main, script}) => {
    const head = [
      `<meta name="description" content="${escapeHtml(description)}">`,
      canonical
        ? `<link rel="canonical" href="${escapeHtml(canonical)}">`
        : '<meta name="robots" content="noindex, follow">',
    ].join('');
    return frame
      .replace(TITLE, () => escapeHtml(`${title} | ${siteTitle}`))
      .replace(HEAD, () => head)
      .replace(MARK, () => main + (script ? `<script>{${script}}</script>` : ''));
  };
}
