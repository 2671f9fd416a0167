/**
 * Pages outside the app: Docusaurus would put each route into the bundle that every reader loads
 * (facebook/docusaurus#7256). So they take the frame of a page that Docusaurus has built, without its scripts: nothing is
 * hydrated, and what needs a script in the frame becomes a plain link or goes.
 */
import {load, type CheerioAPI} from 'cheerio';
import {createElement as h, type ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {escapeHtml} from '../../../figures/escape';

export interface StaticPage {
  /** Address below the site's base: `studies/daly2019/`. */
  address: string;
  title: string;
  /** For search engines and previews: up to 160 characters. */
  description: string;
  /** From the home page down; the last is this page and has no address. */
  breadcrumbs: {label: string; address?: string}[];
  body: ReactNode;
  /** The page has a form that the script brings to life. */
  usesScript?: true;
}

export interface ShellOptions {
  /** Text of a page that Docusaurus has built, best one without content of its own: 404.html. */
  html: string;
  /** Origin of the site. */
  url: string;
  baseUrl: string;
  siteTitle: string;
  /** Addresses below the base of the style sheet and script of these pages. */
  style: string;
  script: string;
  /** The menu on narrow screens, where the frame's own needs scripts. */
  menu: readonly {label: string; address: string}[];
}

/** Marks these pages for their style sheet, and for tests that wait for the app. */
export const STATIC_CLASS = 'kb-static';

/** Longest description that search engines show. */
const DESCRIPTION_LENGTH = 160;

/** Places in the frame that a page fills. */
const SLOT = /@@(title|description|canonical|script|main)@@/g;

/** @returns a function that writes a page as HTML */
export function makeShell(options: ShellOptions): (page: StaticPage) => string {
  const {url, baseUrl, siteTitle, script} = options;
  // Read and written as a tree once; a page only fills the slots.
  const frame = frameOf(options);
  return ({address, title, description, breadcrumbs, body, usesScript}) => {
    const slots: Record<string, string> = {
      title: escapeHtml(`${title} | ${siteTitle}`),
      description: escapeHtml(shorten(description)),
      canonical: escapeHtml(url + baseUrl + address),
      script: usesScript ? `<script src="${escapeHtml(baseUrl + script)}" defer></script>` : '',
      main: renderToStaticMarkup(
        h('article', {className: 'markdown'}, breadcrumbsNav(breadcrumbs, baseUrl), body),
      ),
    };
    return frame.replace(SLOT, (_, name: string) => slots[name]!);
  };
}

/** Cuts at a word. */
export function shorten(text: string, length = DESCRIPTION_LENGTH): string {
  if (text.length <= length) {
    return text;
  }
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:.]+$/, '')}…`;
}

function frameOf({html, baseUrl, style, menu}: ShellOptions): string {
  const $ = load(html);
  if ($('main').length !== 1) {
    throw new Error('The page whose frame evidence pages take has no <main>, or more than one.');
  }
  $('script[src], link[rel="modulepreload"], link[as="script"], link[rel="prefetch"]').remove();
  // What the frame's page says of itself.
  $('script[type="application/ld+json"], meta[name="robots"]').remove();
  $('html').attr('class', STATIC_CLASS).removeAttr('data-has-hydrated');
  $('head').append($('<link rel="stylesheet">').attr('href', baseUrl + style), '@@script@@');
  $('title').text('@@title@@');
  setMeta($, 'property', 'og:title', '@@title@@');
  setMeta($, 'property', 'og:url', '@@canonical@@');
  setMeta($, 'name', 'description', '@@description@@');
  setMeta($, 'property', 'og:description', '@@description@@');
  $('link[rel="canonical"], link[rel="alternate"][hreflang]').attr('href', '@@canonical@@');
  $('main').attr('class', 'container margin-vert--lg').text('@@main@@');
  const links = renderToStaticMarkup(
    h(
      'ul',
      null,
      ...menu.map(({label, address}) => h('li', null, h('a', {href: baseUrl + address}, label))),
    ),
  );
  $('.navbar__toggle').replaceWith(
    `<details class="kb-menu"><summary aria-label="Menu"><svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true"><path stroke="currentColor" stroke-linecap="round" stroke-width="2" d="M4 7h22M4 15h22M4 23h22"/></svg></summary>${links}</details>`,
  );
  // These pages belong to no edition, the switch of colors needs the app, and search has a page of its own.
  $('.navbar .dropdown, .navbar [class*="colorModeToggle"], .navbar-sidebar__backdrop').remove();
  $('.navbar__items--right').html(
    `<a class="navbar__item navbar__link" href="${baseUrl}search/">Search</a>`,
  );
  $('.navbar .navbar__link--active').removeClass('navbar__link--active').removeAttr('aria-current');
  return $.html();
}

function setMeta($: CheerioAPI, by: 'name' | 'property', name: string, content: string): void {
  const selector = `meta[${by}="${name}"]`;
  if ($(selector).length === 0) {
    $('head').append($('<meta>').attr(by, name));
  }
  $(selector).attr('content', content);
}

function breadcrumbsNav(items: StaticPage['breadcrumbs'], baseUrl: string): ReactNode {
  return h(
    'nav',
    {className: 'theme-doc-breadcrumbs', 'aria-label': 'Breadcrumbs'},
    h(
      'ul',
      {className: 'breadcrumbs'},
      ...items.map(({label, address}, i) =>
        h(
          'li',
          {
            className: `breadcrumbs__item${i === items.length - 1 ? ' breadcrumbs__item--active' : ''}`,
          },
          address === undefined
            ? h('span', {className: 'breadcrumbs__link'}, label)
            : h('a', {className: 'breadcrumbs__link', href: baseUrl + address}, label),
        ),
      ),
    ),
  );
}
