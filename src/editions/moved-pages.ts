/** The page at the old address of a page that moved: says so, leads on, and lists where each of its sections went. */
import {escapeHtml} from '../figures/escape';
import {addressBelow, type MovedPage} from './moved';
import type {StaticPage} from './shell';

/**
 * Follows the link of the section in the address, else that of the page. A fragment that is no section of the old page
 * (a reference, say) goes along: the new page may have it.
 */
const FOLLOW = `
const id = decodeURIComponent(location.hash.slice(1));
const links = [...document.querySelectorAll('a[data-moved]')];
const link = links.find((a) => a.dataset.moved === id);
const to = new URL((link || links[0]).href);
to.search = location.search;
if (!link && !to.hash) to.hash = location.hash;
location.replace(to);
`.trim();

/**
 * @param base path of the edition with the site's base: `/docs/`
 * @param url origin of the site
 */
export function movedPage({title, to, sections}: MovedPage, base: string, url: string): StaticPage {
  const href = (target: string): string => escapeHtml(base + addressBelow(target));
  const list = sections
    .map(
      ({id, title: heading, to: target}) =>
        `<li id="${escapeHtml(id)}">Moved: <a data-moved="${escapeHtml(id)}" href="${href(target)}">${escapeHtml(heading)}</a></li>`,
    )
    .join('');
  return {
    title: `Moved: ${title}`,
    description: `The page ${title} has moved; its old address leads to the new one.`,
    canonical: url + base + addressBelow(to).replace(/#.*/, ''),
    main: [
      '<h1>This page has moved</h1>',
      `<p>What stood here is now at <a data-moved="" href="${href(to)}">${escapeHtml(title)}</a>.</p>`,
      ...(list ? [`<h2>Its sections</h2><ul>${list}</ul>`] : []),
    ].join(''),
    script: FOLLOW,
  };
}
