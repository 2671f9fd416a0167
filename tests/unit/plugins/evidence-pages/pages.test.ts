import {load, type CheerioAPI} from 'cheerio';
import {createElement as h} from 'react';
import {evidencePages} from '../../../../src/plugins/evidence-pages/server/files';
import {loadModel} from '../../../../src/plugins/evidence-pages/server/model';
import {makeShell, shorten} from '../../../../src/plugins/evidence-pages/server/shell';
import {removeSites} from '../../../helpers/site';
import {evidenceSite} from './site';

afterAll(removeSites);

/** A page as Docusaurus builds it, as far as the frame needs it. */
const BUILT = `<!doctype html><html lang=en class="plugin-native" data-has-hydrated=false><head>
<title data-rh=true>Page Not Found | Site</title><meta property=og:title content=x><meta name=robots content=noindex>
<link rel=canonical href=https://example.org/404.html/><link rel=stylesheet href=/assets/css/styles.css>
<script src=/assets/js/main.js defer></script><script type="application/ld+json">{}</script></head><body>
<script>document.documentElement.setAttribute("data-theme","light")</script>
<nav class=navbar><button class=navbar__toggle>x</button><a class="navbar__link navbar__link--active">Reference</a>
<div class="navbar__items navbar__items--right"><div class="dropdown">Editions</div><button class=colorModeToggle_x>x</button></div></nav>
<div id=__docusaurus_skipToContent_fallback><main class=old>Not found</main></div><footer>Foot</footer></body></html>`;

const options = {
  html: BUILT,
  url: 'https://example.org',
  baseUrl: '/base/',
  siteTitle: 'Site',
  style: 'assets/evidence.css',
  script: 'assets/filter.js',
  menu: [{label: 'Reference', address: 'docs/'}],
};

function pages(explorer?: string, repository?: string): Map<string, CheerioAPI> {
  const shell = makeShell(options);
  return new Map(
    evidencePages({
      ...options,
      model: loadModel(evidenceSite()),
      repository,
      ...(explorer === undefined ? {} : {explorer}),
    }).map((page) => [page.address, load(shell(page))]),
  );
}

function textOf($: CheerioAPI, selector: string): string[] {
  return $(selector)
    .toArray()
    .map((element) =>
      $(element)
        .text()
        .replace(/\u200b/g, '')
        .trim(),
    );
}

describe('the frame', () => {
  const $ = load(
    makeShell(options)({
      address: 'studies/x/',
      title: 'A <b> & "c" $& @@main@@',
      description: 'Short.',
      breadcrumbs: [{label: 'Home', address: ''}, {label: 'X'}],
      body: h('p', null, '<script>alert(1)</script>'),
    }),
  );

  test('keeps the theme script and the style sheet, and drops the app', () => {
    expect(
      $('script')
        .toArray()
        .map((script) => $(script).attr('src')),
    ).toEqual([undefined]);
    expect($('script').text()).toContain('data-theme');
    expect(
      $('link[rel=stylesheet]')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['/assets/css/styles.css', '/base/assets/evidence.css']);
    expect($('html').attr('data-has-hydrated')).toBeUndefined();
  });

  test('says what the page is, and nothing of the page whose frame it is', () => {
    expect($('title').text()).toBe('A <b> & "c" $& @@main@@ | Site');
    expect($('meta[property="og:title"]').attr('content')).toBe($('title').text());
    expect($('meta[name=description]').attr('content')).toBe('Short.');
    expect($('link[rel=canonical]').attr('href')).toBe('https://example.org/base/studies/x/');
    expect($('meta[name=robots], script[type="application/ld+json"]')).toHaveLength(0);
    expect($('main').text()).not.toContain('Not found');
  });

  test('what needs scripts is a link or gone', () => {
    expect($('nav.navbar button, .dropdown')).toHaveLength(0);
    expect($('.kb-menu a').attr('href')).toBe('/base/docs/');
    expect($('.navbar__items--right a').attr('href')).toBe('/base/search/');
    expect($('.navbar__link--active')).toHaveLength(0);
  });

  test('text is never markup', () => {
    expect($('main p').text()).toBe('<script>alert(1)</script>');
    expect($('main script')).toHaveLength(0);
  });

  test('a page without one main stops the build', () => {
    expect(() => makeShell({...options, html: '<p>x</p>'})).toThrow('no <main>');
  });
});

test('descriptions are cut at a word', () => {
  expect(shorten('short')).toBe('short');
  expect(shorten('one two, three', 10)).toBe('one two…');
});

test('a study page holds arms, absolute figures, harms, limits, sources and who cites it', () => {
  const $ = pages('studies/').get('studies/new/')!;
  expect(textOf($, 'h1')).toEqual(['NEW <trial> (Author 2020)']);
  expect(textOf($, 'h2')).toEqual([
    'Arms',
    'Results',
    'Harms',
    'Limits and notes',
    'Related studies',
    'Sources',
    'Cited on',
    'Take it away',
  ]);
  expect(textOf($, '#outcome-o')).toEqual(['Response, 24 h']);
  expect($('main').text()).toContain('30 / 47');
  expect($('main').text()).toContain(
    'Risk difference 35.8 percentage points (95% CI 13.5 to 58.2)',
  );
  expect($('main').text()).toContain('Nausea & vomiting.');
  expect($('main').text()).toContain('draft of the next edition');
  const links = $('main a')
    .toArray()
    .map((a) => $(a).attr('href'));
  expect(links).toEqual(
    expect.arrayContaining([
      '/base/studies/',
      'https://clinicaltrials.gov/study/NCT01234567',
      'https://doi.org/10.1000/other2021',
      '/base/bibliography/o/#other2021',
      '/base/studies/kept/',
      '/base/docs/safety/bladder/#signs',
      '/base/docs/next/safety/liver/',
      '/base/blog/a-post/',
      '/base/studies/new/results.csv',
      '/base/api/v1/studies/new.json',
      '/base/studies/new/references.bib',
    ]),
  );
});

test('ids are unique, and every link in a page leads to one of them', () => {
  for (const [address, $] of pages()) {
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect([address, ids.filter((id, i) => ids.indexOf(id) !== i)]).toEqual([address, []]);
    const fragments = $('main a[href^="#"]')
      .toArray()
      .map((a) => $(a).attr('href')!.slice(1));
    expect(fragments.filter((id) => !ids.includes(id))).toEqual([]);
  }
});

test('a released record says its edition; a relation is told from both sides', () => {
  const all = pages();
  expect(textOf(all.get('studies/kept/')!, '#related ~ ul').slice(0, 1)).toEqual([
    'It shares participants with NEW <trial> (Author 2020).',
  ]);
  expect(all.get('studies/kept/')!('main').text()).toContain('From edition 2.0 (November 2026).');
  // Without a table of all studies there is nothing to link.
  expect(all.get('studies/kept/')!('main a[href="/base/studies/"]')).toHaveLength(0);
});

test('the bibliography lists every source under its letter, with kind and topics to filter by', () => {
  const all = pages();
  const $ = all.get('bibliography/')!;
  expect(textOf($, 'main h2')).toEqual(['B', 'O']);
  const base = $('#base2020');
  expect(base.attr('data-kind')).toBe('rct');
  expect(base.attr('data-topics')).toBe('safety');
  expect(base.text()).toContain('randomized trial, Safety and side effects');
  expect(base.find('a').attr('href')).toBe('/base/bibliography/b/#base2020');
  expect($('form').attr('hidden')).toBeDefined();
  expect(textOf($, 'select[name=topic] option')).toEqual(['All topics', 'Safety and side effects']);
  expect($('script[src]').attr('src')).toBe('/base/assets/filter.js');
  expect(all.get('bibliography/b/')!('script[src]')).toHaveLength(0);
});

test('the page of a letter has all that is known of a source', () => {
  const all = pages();
  const $ = all.get('bibliography/o/')!;
  expect(textOf($, 'main h2')).toEqual(['old1999', 'other2021']);
  expect($('main').text()).toContain('was last in edition 1.0 (January 2025)');
  expect($('main a[href="/base/studies/new/"]').text()).toBe('NEW <trial> (Author 2020)');
  expect($('main').text()).toContain('A post (What’s new)');
});

describe('a study can be mended', () => {
  const hrefs = (repository?: string): string[] => {
    const [[, $]] = [...pages(undefined, repository)] as [[string, CheerioAPI]];
    return $('p.kb-links a')
      .toArray()
      .map((element) => $(element).attr('href')!);
  };

  test('at its source, and by the form for an error', () => {
    const [source, report] = hrefs('https://github.com/owner/kb');
    expect(source).toMatch(
      /^https:\/\/github\.com\/owner\/kb\/edit\/main\/(docs|versioned_docs\/version-[\d.]+)\/_evidence\/studies\/[\w-]+\.yml$/,
    );
    expect(new URL(report!).searchParams.get('address')).toMatch(
      /^https:\/\/example\.org\/base\/studies\/[\w-]+\/$/,
    );
  });

  test('by the page that says how, where the repository is not known', () => {
    expect(hrefs()).toEqual([
      '/base/docs/about/contribute/',
      '/base/docs/about/contribute/#report-an-error',
    ]);
  });
});
