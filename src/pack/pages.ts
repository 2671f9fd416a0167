/** Pages of the build as pages of a copy that lies in a folder: relative addresses, no app, nothing that needs a server. */
import path from 'node:path';
import {load, type CheerioAPI} from 'cheerio';

export interface CopyOptions {
  /** Origin of the site. */
  origin: string;
  /** Path of the site, with slashes at both ends. */
  baseUrl: string;
  /** Files of the copy, by their path below its root. */
  files: ReadonlySet<string>;
  /** Pages of the build that only lead on: their path below the root, and the address that they lead to. */
  redirects: ReadonlyMap<string, string>;
}

/** Kept in the copy though it is a script: one of ours that needs neither app nor network. */
export const OWN_SCRIPT = 'data-copy';

const OWN_SCRIPTS = `[type="application/ld+json"], [src*="/assets/evidence/"], [${OWN_SCRIPT}]`;

/** Brings an app to life, asks the network ahead, or forbids what stands in files (`'self'` is no file's origin). */
const APP = [
  `script:not(${OWN_SCRIPTS})`,
  'link:is([rel="modulepreload"], [rel="preload"], [rel="prefetch"], [rel="preconnect"], [rel="manifest"])',
  'link[rel="alternate"]:is([type*="rss"], [type*="atom"], [type="application/json"])',
  'meta[http-equiv="Content-Security-Policy"]',
].join(', ');

/** Controls that would stand there dead. */
const DEAD =
  '.navbar__toggle, .navbar-sidebar, .navbar-sidebar__backdrop, .navbar .dropdown, [class*="colorModeToggle"], [class*="navbarSearchContainer"], .navbar__search, .theme-doc-toc-mobile, .theme-edit-this-page';

/**
 * @param html a built page
 * @param file its path below the root of the copy
 */
export function copyOfPage(html: string, file: string, options: CopyOptions): string {
  const $ = load(html);
  $(APP).remove();
  $('noscript').each((_, element) => {
    $(element).replaceWith($(element).text());
  });
  $('html').removeAttr('data-has-hydrated');
  withoutControls($, options.baseUrl);
  $('[href], [src], [action]').each((_, element) => {
    for (const name of ['href', 'src', 'action']) {
      const address = $(element).attr(name);
      // What the page says of its own place on the site stays as it is.
      if (address !== undefined && !$(element).is('[rel="canonical"], [hreflang]')) {
        $(element).attr(name, addressInCopy(address, file, options));
      }
    }
  });
  return $.html();
}

function withoutControls($: CheerioAPI, baseUrl: string): void {
  $(DEAD).remove();
  $('.navbar__items--right').html(
    `<a href="${baseUrl}">Contents</a><a href="${baseUrl}search/" style="margin-left:1rem">Search</a>`,
  );
}

/**
 * An address as the copy's page `file` writes it: relative where the copy has the file; whole where only the site has.
 */
export function addressInCopy(address: string, file: string, options: CopyOptions): string {
  const {origin, baseUrl, files} = options;
  const local = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  if (!local.startsWith(baseUrl) || local.startsWith('//')) {
    return address;
  }
  const [, rest = '', end = ''] = /^([^?#]*)(.*)$/.exec(local.slice(baseUrl.length)) ?? [];
  const target = fileAt(decodeURI(rest), options, files);
  if (target === undefined) {
    return origin + local;
  }
  const relative = path.posix.relative(path.posix.dirname(file), target.file);
  return encodeURI(relative) + (end || target.end);
}

function fileAt(
  address: string,
  {redirects, baseUrl, origin}: CopyOptions,
  files: ReadonlySet<string>,
): {file: string; end: string} | undefined {
  const folder = address === '' || address.endsWith('/') ? address : `${address}/`;
  const file = [address, `${folder}index.html`].find((candidate) => files.has(candidate));
  if (file !== undefined) {
    return {file, end: ''};
  }
  const next = redirects.get(`${folder}index.html`)?.replace(origin, '').slice(baseUrl.length);
  if (next === undefined) {
    return undefined;
  }
  const [, rest = '', end = ''] = /^([^?#]*)(.*)$/.exec(next) ?? [];
  const target = [rest, `${rest}index.html`].find((candidate) => files.has(candidate));
  return target === undefined ? undefined : {file: target, end};
}

/** Where a page that only leads on leads to; undefined for other pages. */
export function redirectOf(html: string): string | undefined {
  return /<meta http-equiv="refresh" content="0; ?url=([^"]+)"/i.exec(html)?.[1];
}
