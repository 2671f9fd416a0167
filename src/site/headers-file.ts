import {KEEP_FOR_EVER, OPEN_TO_OTHER_SITES, securityHeaders, type Header} from './headers';

/**
 * `_headers`, which Netlify and Cloudflare Pages read from the root of a site. Both join the headers of all rules that
 * match, so no header stands in two rules that can match one address; what has no rule for caching is asked for again by
 * the default of both. Their wildcard is certain at the end of a path only, hence one rule a file of the search index.
 * Cloudflare reads 100 rules: the files of editions beyond that are asked for again, too.
 * @param hashed addresses of files, and of folders with `*`, that may be kept for ever
 */
export function headersFile(
  scriptHashes: readonly string[],
  hashed: readonly string[],
  baseUrl: string,
): string {
  const rule = (address: string, headers: readonly Header[]): string =>
    [address, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule(`${baseUrl}*`, securityHeaders(scriptHashes)),
    rule(`${baseUrl}${OPEN_TO_OTHER_SITES}*`, [['Access-Control-Allow-Origin', '*']]),
    ...hashed.map((address) => rule(address, [['Cache-Control', KEEP_FOR_EVER]])),
  ].join('\n\n')}\n`;
}
