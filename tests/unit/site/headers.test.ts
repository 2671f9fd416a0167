import {contentSecurityPolicy, HASHED, securityHeaders} from '../../../src/site/headers';
import {headersFile} from '../../../src/site/headers-file';
import {nginxServer} from '../../../src/site/nginx';

const HASHES = ['sha256-b=', 'sha256-a='];

function directive(policy: string, name: string): string[] {
  const found = policy.split('; ').filter((one) => one.split(' ')[0] === name);
  expect(found).toHaveLength(1);
  return found[0]!.split(' ').slice(1);
}

test('scripts are those of the site and of the hashes, whatever their order', () => {
  const policy = contentSecurityPolicy(HASHES, 'header');
  expect(directive(policy, 'script-src')).toEqual(["'self'", "'sha256-a='", "'sha256-b='"]);
  expect(directive(policy, 'default-src')).toEqual(["'none'"]);
  expect(directive(policy, 'style-src-elem')).toEqual(["'self'"]);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test('an element says nothing of frames, which browsers would warn of', () => {
  expect(contentSecurityPolicy([], 'header')).toContain('frame-ancestors');
  expect(contentSecurityPolicy([], 'element')).not.toContain('frame-ancestors');
});

test('what is named by its content may be kept, and nothing else', () => {
  const hashed = new RegExp(`^(${HASHED})$`);
  for (const file of [
    'assets/js/main.0123abcd.js',
    'search-index-first-0123abcd.json',
    'docs/1.0/search-index-text-0123abcd.json',
    'docs/next/search-texts-0123abcd/12.json',
  ]) {
    expect(file).toMatch(hashed);
  }
  for (const file of ['index.html', 'sw.js', 'img/logo.svg', 'docs/assets/', 'api/v1/index.json']) {
    expect(file).not.toMatch(hashed);
  }
});

test('_headers has each header once for any address', () => {
  const file = headersFile(
    HASHES,
    ['/kb/assets/*', '/kb/search-index-first-0123abcd.json'],
    '/kb/',
  );
  const rules = file.trim().split('\n\n');
  expect(rules[0]).toContain('/kb/*\n  Content-Security-Policy: ');
  const names = rules.map((rule) =>
    [...rule.matchAll(/^ {2}([\w-]+): /gm)].map(([, name]) => name),
  );
  const [everywhere, ...others] = names;
  expect(others.flat().filter((name) => everywhere!.includes(name))).toEqual([]);
  expect(rules.slice(1)).toEqual([
    '/kb/api/*\n  Access-Control-Allow-Origin: *',
    '/kb/assets/*\n  Cache-Control: public, max-age=31536000, immutable',
    '/kb/search-index-first-0123abcd.json\n  Cache-Control: public, max-age=31536000, immutable',
  ]);
  // Cloudflare reads no longer line.
  expect(Math.max(...file.split('\n').map(({length}) => length))).toBeLessThan(2000);
});

test('nginx sends the same, and knows the base', () => {
  const server = nginxServer({
    scriptHashes: HASHES,
    baseUrl: '/k.b/',
    host: 'example.org',
    root: '/srv/site',
    listen: ['80'],
  });
  for (const [name, value] of securityHeaders(HASHES)) {
    expect(server).toContain(`add_header ${name} "${value}" always;`);
  }
  expect(server).toContain('error_page 404 /k.b/404.html;');
  expect(server).toContain(String.raw`"~^/k\.b/api/"`);
  expect(server).toContain('server_name example.org;');
  expect(server).toMatch(/^ {4}# .*brotli_static on;$/m);
});
