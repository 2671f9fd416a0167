/**
 * What the site asks of browsers and caches, in one place: security policies, and how long a file may be kept. Writers
 * turn it into what hosts read (headers-file.ts, nginx.ts); pages carry what an element can say (policy.ts of
 * src/plugins/after-build), for hosts that send no headers of ours, such as GitHub Pages.
 */

/** A name with its value. */
export type Header = readonly [name: string, value: string];

/** Everything comes from the site itself. */
const SELF = "'self'";
const NONE = "'none'";

/**
 * The policy of content (CSP). Scripts: files of the site, and the inline ones of the build by their hashes; nothing is
 * evaluated. Styles: files only, but style attributes are allowed, because Docusaurus and the figures place things with
 * them (widths, table alignment); browsers that do not know the two parts of the directive take `style-src`. Images in
 * `data:` are the icons of the style sheets.
 * @param scriptHashes of inline scripts, such as `sha256-...`
 * @param place an element cannot forbid frames: browsers ignore that directive there
 */
export function contentSecurityPolicy(
  scriptHashes: readonly string[],
  place: 'header' | 'element',
): string {
  const directives: [string, ...string[]][] = [
    ['default-src', NONE],
    ['script-src', SELF, ...[...scriptHashes].sort().map((hash) => `'${hash}'`)],
    ['style-src', SELF, "'unsafe-inline'"],
    ['style-src-elem', SELF],
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', SELF, 'data:'],
    ['font-src', SELF],
    ['connect-src', SELF],
    ['worker-src', SELF],
    ['manifest-src', SELF],
    ['form-action', SELF],
    ['base-uri', NONE],
    ...(place === 'header' ? [['frame-ancestors', NONE] as [string, string]] : []),
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** No host, not even ours, is told where a reader came from: an address may hold words that were searched for. */
export const REFERRER_POLICY = 'no-referrer';

/** What no page of ours uses. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

const TWO_YEARS_S = 63_072_000;

/** Sent with every response. */
export function securityHeaders(scriptHashes: readonly string[]): Header[] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(scriptHashes, 'header')],
    // Heeded over HTTPS only.
    ['Strict-Transport-Security', `max-age=${TWO_YEARS_S}`],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', REFERRER_POLICY],
    ['Permissions-Policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
}

/** Of files whose names change with their content. */
export const KEEP_FOR_EVER = 'public, max-age=31536000, immutable';

/** Of all others, the service worker included: may be kept, but is asked for again before each use. */
export const ASK_AGAIN = 'no-cache';

/** Below the base: what programs on other sites may read in a browser. */
export const OPEN_TO_OTHER_SITES = 'api/';

/** Below the base: what is named by its content, as a pattern of the whole rest of the address. */
export const HASHED = String.raw`assets/.*|(.*/)?search-index-[a-z]+-[0-9a-f]{8}\.json|(.*/)?search-texts-[0-9a-f]{8}/.*`;
