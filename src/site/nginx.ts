import {
  ASK_AGAIN,
  HASHED,
  KEEP_FOR_EVER,
  OPEN_TO_OTHER_SITES,
  securityHeaders,
  type Header,
} from './headers';

export interface NginxOptions {
  scriptHashes: readonly string[];
  /** Path that the site is served under, with slashes at both ends. */
  baseUrl: string;
  /** Name of the host: `example.org`. */
  host: string;
  /** Folder of the host in which `baseUrl` leads to the build. */
  root: string;
  /** What the server listens on: `80`, `127.0.0.1:3464`. */
  listen: readonly string[];
  /** Serves `.br` files that lie beside the others; the module for that is a package of its own. */
  brotli?: boolean;
}

/** Types of all that a build may hold, with the endings of their files. Those of texts come first. */
const TYPES = [
  ['text/html', 'html'],
  ['text/css', 'css'],
  ['text/csv', 'csv'],
  ['text/javascript', 'js'],
  ['text/markdown', 'md'],
  ['text/plain', 'txt'],
  ['text/xml', 'xml'],
  ['application/json', 'json'],
  ['application/jsonl', 'jsonl'],
  ['application/manifest+json', 'webmanifest'],
  ['application/x-bibtex', 'bib'],
  ['application/x-research-info-systems', 'ris'],
  ['image/svg+xml', 'svg'],
  ['application/pdf', 'pdf'],
  ['application/zip', 'zip'],
  ['font/woff2', 'woff2'],
  ['image/jpeg', 'jpeg jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/x-icon', 'ico'],
] as const;
const LAST_TEXT = 'image/svg+xml';

/**
 * A server of nginx (1.18 or newer), to be included within `http`: the policies of headers.ts, relative redirects, the
 * page for unknown addresses, and nothing of the server's own nature told.
 */
export function nginxServer(options: NginxOptions): string {
  const {scriptHashes, baseUrl, host, root, listen, brotli} = options;
  const base = baseUrl.replace(/[.+*?^${}()|[\]\\]/g, String.raw`\$&`);
  const types = TYPES.map(([type]) => type);
  // nginx packs HTML in any case, and warns where it is named.
  const texts = types.slice(1, types.indexOf(LAST_TEXT) + 1).join(' ');
  const header = ([name, value]: Header): string =>
    `    add_header ${name} "${value.replace(/["\\]/g, String.raw`\$&`)}" always;`;
  return `# Written by the build, with the policies of this very build: replace it with every release.
# Put the build where ${root}${baseUrl === '/' ? '' : ` and ${baseUrl}`} leads to it, and this file where nginx includes servers
# (/etc/nginx/conf.d/ on Debian). It speaks HTTP: certbot, or what stands before it, adds HTTPS.

map $uri $kb_cache_control {
    default "${ASK_AGAIN}";
    "~^${base}(${HASHED})$" "${KEEP_FOR_EVER}";
}
map $uri $kb_allow_origin {
    default "";
    "~^${base}${OPEN_TO_OTHER_SITES}" "*";
}

server {
${listen.map((address) => `    listen ${address};`).join('\n')}
    server_name ${host};
    root ${root};
    index index.html;

    server_tokens off;
    absolute_redirect off;

    types {
${TYPES.map(([type, endings]) => `        ${type} ${endings};`).join('\n')}
    }
    default_type application/octet-stream;
    charset utf-8;
    charset_types ${texts};

    gzip on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_min_length 512;
    gzip_types ${texts};
    # Files that \`npm run compress\` has put beside the others.
    gzip_static on;
    ${brotli ? '' : '# With the package libnginx-mod-http-brotli-static: '}brotli_static on;

${[...securityHeaders(scriptHashes), ['Cache-Control', '$kb_cache_control'] as const, ['Access-Control-Allow-Origin', '$kb_allow_origin'] as const].map(header).join('\n')}

    error_page 404 ${baseUrl}404.html;
    # A folder without a page is no page either.
    error_page 403 =404 ${baseUrl}404.html;

    # For other hosts.
    location = ${baseUrl}_headers {
        return 404;
    }
    # Hidden files are nobody's business, but for what certificates are proved with.
    location ~ /\\.(?!well-known/) {
        return 404;
    }
}
`;
}
