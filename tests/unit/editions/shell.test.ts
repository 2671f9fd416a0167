import {load} from 'cheerio';
import {makeShell} from '../../../src/editions/shell';

const BUILT = `<!doctype html><html lang="en"><head><title>Editions | Site</title>
<meta name="description" content="Old"><meta property="og:title" content="Old">
<link rel="canonical" href="https://example.org/editions/"><link rel="stylesheet" href="/a.css">
<script src="/main.js" defer></script></head>
<body><script>theme()</script><div id="__docusaurus"><nav class="navbar"><button class="navbar__toggle"></button>
<a class="navbar__link navbar__link--active" href="/">Home</a></nav>
<main class="x"><h1>Editions</h1></main><footer>Foot</footer></div></body></html>`;

const PAGE = {title: 'A & B', description: 'Says "it"', main: '<h1>$& $1</h1>'};

test('keeps the frame and the choice of colors, and replaces what belongs to the page', () => {
  const $ = load(makeShell(BUILT, 'Site')(PAGE));
  expect($('title').text()).toBe('A & B | Site');
  expect($('main').html()).toBe('<h1>$&amp; $1</h1>');
  expect($('meta[name="description"]').attr('content')).toBe('Says "it"');
  expect($('footer').text()).toBe('Foot');
  expect($('link[rel="stylesheet"]')).toHaveLength(1);
  expect($('script').text()).toBe('theme()');
  expect($('script[src], link[rel="canonical"], meta[property], .navbar__toggle')).toHaveLength(0);
  expect($('.navbar__link--active')).toHaveLength(0);
  expect($('meta[name="robots"]').attr('content')).toContain('noindex');
});

test('a page with an address of its own names it, and runs its script after its text', () => {
  const $ = load(
    makeShell(BUILT, 'Site')({...PAGE, canonical: 'https://example.org/new/', script: 'go()'}),
  );
  expect($('link[rel="canonical"]').attr('href')).toBe('https://example.org/new/');
  expect($('meta[name="robots"]')).toHaveLength(0);
  expect($('main script').text()).toBe('{go()}');
});

test('stops where the built page is not what it was', () => {
  expect(() => makeShell('<p>No main</p>', 'Site')).toThrow('one main element');
});
