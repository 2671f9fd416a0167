import {addressInCopy, copyOfPage, redirectOf, type CopyOptions} from '../../../src/pack/pages';

const options: CopyOptions = {
  origin: 'https://example.org',
  baseUrl: '/kb/',
  files: new Set([
    'index.html',
    'docs/a/index.html',
    'docs/b/index.html',
    'docs/b/references.bib',
    'img/logo.svg',
  ]),
  redirects: new Map([['docs/2.0/b/index.html', '/kb/docs/b/']]),
};
const inCopy = (address: string): string => addressInCopy(address, 'docs/a/index.html', options);

it('writes addresses of the site as relative ones, with fragment and query', () => {
  expect(inCopy('/kb/docs/b/#dosing')).toBe('../b/index.html#dosing');
  expect(inCopy('/kb/docs/b#dosing')).toBe('../b/index.html#dosing');
  expect(inCopy('/kb/')).toBe('../../index.html');
  expect(inCopy('/kb/img/logo.svg?v=2')).toBe('../../img/logo.svg?v=2');
  expect(inCopy('https://example.org/kb/docs/b/')).toBe('../b/index.html');
});

it('goes to the site for what the copy does not have', () => {
  expect(inCopy('/kb/docs/1.0/x/#y')).toBe('https://example.org/kb/docs/1.0/x/#y');
});

it('follows pages that only lead on', () => {
  expect(inCopy('/kb/docs/2.0/b/#c')).toBe('../b/index.html#c');
});

it('leaves all other addresses', () => {
  for (const address of [
    '#here',
    'references.bib',
    'https://doi.org/10.1/x',
    '//other.org/',
    'mailto:a@b.c',
  ]) {
    expect(inCopy(address)).toBe(address);
  }
});

it('takes out what belongs to the app or forbids files, and keeps the rest', () => {
  const page = copyOfPage(
    `<html data-has-hydrated="false"><head><meta http-equiv="Content-Security-Policy" content="x"><link rel="preload" href="/kb/a"><link rel="canonical" href="https://example.org/kb/docs/a/"><script src="/kb/assets/js/main.js" defer></script><script type="application/ld+json">{}</script></head><body><button class="navbar__toggle"></button><noscript><p>Kept</p></noscript><script>app()</script><script data-copy src="own.js"></script></body></html>`,
    'docs/a/index.html',
    options,
  );
  expect(page).toBe(
    '<html><head><link rel="canonical" href="https://example.org/kb/docs/a/"><script type="application/ld+json">{}</script></head><body><p>Kept</p><script data-copy="" src="own.js"></script></body></html>',
  );
});

it('knows pages that only lead on', () => {
  expect(redirectOf('<meta http-equiv="refresh" content="0; url=/kb/docs/b/">')).toBe(
    '/kb/docs/b/',
  );
  expect(redirectOf('<p>page</p>')).toBeUndefined();
});
