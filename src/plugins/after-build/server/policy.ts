import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {escapeHtml} from '../../../figures/escape';
import {contentSecurityPolicy, HASHED, REFERRER_POLICY} from '../../../site/headers';
import {headersFile} from '../../../site/headers-file';
import {nginxServer} from '../../../site/nginx';
import type {BuiltSite} from '../index';

/** The same in each page that only leads on, so that the policy needs one hash for all of them. */
const FOLLOW =
  "location.replace(document.querySelector('link[rel=canonical]').getAttribute('href')+location.search+location.hash)";

/** Where the configuration of nginx expects the build. */
const NGINX_ROOT = '/var/www/ketamine-knowledge-base';

/** Attributes that a browser follows. */
const ADDRESSES = /^(href|src|action|formaction|xlink:href)$/i;

/** Links whose target a browser loads with the page. */
const LOADED = /\b(stylesheet|icon|preload|modulepreload|prefetch|manifest)\b/i;

/** Addresses that a browser would run as a script. */
const SCRIPT_ADDRESS = /^\s*(javascript|vbscript|data:text\/html)/i;

/**
 * Writes the policy of this build: into each page as elements, with the hashes of its own inline scripts; as `_headers`;
 * and as a configuration of nginx beside the build (`build-nginx.conf`), where it is not served.
 * @throws where a page has what the policy would forbid
 */
export function writePolicy({outDir, baseUrl, siteConfig}: BuiltSite): void {
  const files = fs
    .readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const all = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const absolute = path.join(outDir, file);
    const {html, hashes} = pageWithPolicy(fs.readFileSync(absolute, 'utf8'), file);
    hashes.forEach((hash) => all.add(hash));
    fs.writeFileSync(absolute, html);
  }
  const scriptHashes = [...all].sort();
  fs.writeFileSync(
    path.join(outDir, '_headers'),
    headersFile(scriptHashes, hashedAddresses(files, baseUrl), baseUrl),
  );
  fs.writeFileSync(
    `${path.resolve(outDir)}-nginx.conf`,
    nginxServer({
      scriptHashes,
      baseUrl,
      host: new URL(siteConfig.url).hostname,
      root: NGINX_ROOT,
      listen: ['80', '[::]:80'],
    }),
  );
}

/**
 * A page with its policy.
 * @param file named where the page has what the policy forbids
 */
export function pageWithPolicy(
  built: string,
  file: string,
): {html: string; hashes: readonly string[]} {
  const html = built.includes('http-equiv="refresh"') ? followingPage(built) : built;
  const hashes = inlineScripts(html, file).map(
    (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
  );
  const policy = escapeHtml(contentSecurityPolicy(hashes, 'element'));
  const charset = /<meta charset=[^>]*>/i;
  if (!charset.test(html)) {
    throw new Error(`${file}: a page says its charset first; the policy follows it.`);
  }
  return {
    html: html.replace(
      charset,
      (element) =>
        `${element}<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="${REFERRER_POLICY}">`,
    ),
    hashes,
  };
}

/** A page of plugin-client-redirects, whose script has the target in it, with a script that reads it from the page. */
function followingPage(html: string): string {
  return html.replace(
    /<script>[^]*?window\.location\.href = [^]*?<\/script>/,
    `<script>${FOLLOW}</script>`,
  );
}

/** Texts of the scripts that the browser runs from within the page. Data is none. */
function inlineScripts(html: string, file: string): string[] {
  // Not as a tree of HTML with all its repairs: that takes three times as long, and scripts are found as well.
  const $ = load(html, {xml: {xmlMode: false, decodeEntities: false}});
  for (const element of $('*').toArray()) {
    const reason = 'attribs' in element ? whatIsForbidden(element) : undefined;
    if (reason) {
      throw new Error(`${file}: ${reason}. The site's policy forbids it (src/site/headers.ts).`);
    }
  }
  const scripts = $('script:not([src])')
    .toArray()
    .filter(({attribs}) => isScript(attribs.type))
    .map((element) => $(element).text());
  return [...new Set(scripts)];
}

/** What an element does that the policy would stop, in words. */
function whatIsForbidden({
  name,
  attribs,
}: {
  name: string;
  attribs: Record<string, string>;
}): string | undefined {
  if (name === 'style') {
    return 'a <style> element stands in the page';
  }
  for (const [attribute, value] of Object.entries(attribs)) {
    if (/^on/i.test(attribute)) {
      return `<${name}> has a script in its attribute ${attribute}`;
    }
    if (ADDRESSES.test(attribute) && SCRIPT_ADDRESS.test(value)) {
      return `<${name}> has a script as its address`;
    }
    const loads =
      attribute === 'src' ||
      (name === 'link' && attribute === 'href' && LOADED.test(attribs.rel ?? ''));
    if (loads && /^(https?:)?\/\//i.test(value)) {
      return `<${name}> loads ${value} from another site`;
    }
  }
  return undefined;
}

function isScript(type: string | undefined): boolean {
  return type === undefined || /^(|module|text\/javascript)$/i.test(type.trim());
}

/** Addresses of what may be kept for ever, folders with a wildcard. */
function hashedAddresses(files: readonly string[], baseUrl: string): string[] {
  const hashed = new RegExp(`^(${HASHED})$`);
  const addresses = files
    .filter((file) => hashed.test(file))
    .map((file) => file.replace(/^(assets|(.*\/)?search-texts-[0-9a-f]+)\/.*$/, '$1/*'));
  return [...new Set(addresses)].map((address) => baseUrl + address);
}
