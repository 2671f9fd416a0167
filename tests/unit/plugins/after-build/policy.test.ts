import {createHash} from 'node:crypto';
import {load} from 'cheerio';
import {pageWithPolicy} from '../../../../src/plugins/after-build/server/policy';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><meta charset=UTF-8>${head}</head><body>${body}</body></html>`;

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

function policyOf(html: string): string {
  return load(html)('meta[http-equiv="Content-Security-Policy"]').attr('content')!;
}

test('a page allows its own inline scripts, as they stand, and no data', () => {
  const script = 'if (1 < 2 && "a") go("&amp; é")';
  const {html, hashes} = pageWithPolicy(
    page(
      `<script>${script}</script><script src="/a.js"></script><p title="<script>no()</script>">`,
      '<script type="application/ld+json">{"a":1}</script>',
    ),
    'index.html',
  );
  expect(hashes).toEqual([hashOf(script)]);
  expect(policyOf(html)).toContain(`script-src 'self' '${hashOf(script)}';`);
});

test('the policy comes before all that it is for', () => {
  const {html} = pageWithPolicy(page('', '<script>a()</script>'), 'index.html');
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  expect(load(html)('meta[name="referrer"]').attr('content')).toBe('no-referrer');
});

test('pages that only lead on have one and the same script', () => {
  const redirect = (to: string): string =>
    `<!DOCTYPE html><html><head><meta charset="UTF-8"><meta http-equiv="refresh" content="0; url=${to}"><link rel="canonical" href="${to}" /></head><script>
    window.location.href = '${to}' + window.location.search + window.location.hash;
  </script></html>`;
  const [one, two] = ['/docs/a/', '/docs/b/'].map((to) => pageWithPolicy(redirect(to), 'a.html'));
  expect(one!.hashes).toHaveLength(1);
  expect(one!.hashes).toEqual(two!.hashes);
  expect(one!.html).toContain('<link rel="canonical" href="/docs/a/" />');
  expect(one!.html).not.toContain('window.location.href');
});

test.each([
  ['<p onclick="a()">', '<p> has a script in its attribute onclick'],
  ['<a href="javascript:a()">x</a>', '<a> has a script as its address'],
  ['<svg><a xlink:href=" JavaScript:a()"></a></svg>', '<a> has a script as its address'],
  ['<script src="https://example.org/a.js"></script>', 'loads https://example.org/a.js'],
  ['<img src="//example.org/a.png">', '<img> loads //example.org/a.png'],
  ['<link rel="stylesheet" href="https://example.org/a.css">', '<link> loads https://example.org'],
  ['<style>p{}</style>', 'a <style> element'],
])('refuses %s, and says where', (body, reason) => {
  const attempt = (): unknown => pageWithPolicy(page(body), 'docs/a/index.html');
  expect(attempt).toThrow('docs/a/index.html: ');
  expect(attempt).toThrow(reason);
});

test('links to other sites are no loads', () => {
  const body = '<a href="https://example.org/">x</a>';
  const head = '<link rel="canonical" href="https://example.org/docs/">';
  expect(() => pageWithPolicy(page(body, head), 'a.html')).not.toThrow();
});

test('stops where the policy would come too late', () => {
  expect(() => pageWithPolicy('<html><body><script>a()</script></body></html>', 'a.html')).toThrow(
    'charset',
  );
});
