/**
 * Words of contributors that are not words: whatever a title, a description or a data file holds stays text in what is
 * written from it, and changes nothing in the program that reads it.
 */
import {load} from 'cheerio';
import {createElement as h} from 'react';
import * as z from 'zod';
import {movedPage} from '../../src/editions/moved-pages';
import {makeShell as makeEditionsShell} from '../../src/editions/shell';
import {readMatter} from '../../src/evidence/matter';
import {parseYaml} from '../../src/evidence/yaml';
import {drawMechanism} from '../../src/figures/mechanism';
import {figureSchema, type FigureOf} from '../../src/figures/schema';
import {pageWithPolicy} from '../../src/plugins/after-build/server/policy';
import {makeShell} from '../../src/plugins/evidence-pages/server/shell';
import {headElements} from '../../src/plugins/machine-readable/server/head';

const HOSTILE = `"'><img src=x onerror=alert(1)><script>alert(1)</script></title></style></script><svg/onload=alert(1)> $& \${x} {x}`;

const BUILT = `<!doctype html><html><head><meta charset="UTF-8"><title>Site</title></head><body><script>theme()</script><nav class="navbar"><div class="navbar__items--right"></div></nav><main></main></body></html>`;

/** Passes the same judge as every page of the build: attributes that are scripts stop it. Gives its inline scripts. */
function scriptsOf(html: string): string[] {
  pageWithPolicy(html, 'page.html');
  const $ = load(html);
  expect($('img, svg[onload]')).toHaveLength(0);
  return $('script:not([type="application/ld+json"])')
    .toArray()
    .map((script) => $(script).text());
}

test('in the title, description, breadcrumbs and text of a page outside the app', () => {
  const html = makeShell({
    html: BUILT,
    url: 'https://example.org',
    baseUrl: '/',
    siteTitle: 'Site',
    style: 'a.css',
    script: 'a.js',
    menu: [],
  })({
    address: 'studies/x/',
    title: HOSTILE,
    description: HOSTILE,
    breadcrumbs: [{label: HOSTILE, address: ''}, {label: HOSTILE}],
    body: h('p', {title: HOSTILE}, HOSTILE),
  });
  expect(scriptsOf(html)).toEqual(['theme()']);
  expect(load(html)('main p').text()).toBe(HOSTILE);
});

test('in the titles and sections of a page that moved', () => {
  const html = makeEditionsShell(
    BUILT,
    'Site',
  )(
    movedPage(
      {
        slug: 'old',
        title: HOSTILE,
        to: 'new',
        sections: [{id: HOSTILE, title: HOSTILE, to: 'new#a'}],
      },
      '/docs/',
      '',
    ),
  );
  expect(scriptsOf(html)).toHaveLength(2);
  expect(load(html)('main li a').text()).toBe(HOSTILE);
});

test('in what a page tells machines', () => {
  const graph = {'@context': 'https://schema.org', '@graph': [{name: HOSTILE}]};
  const head = headElements(graph as unknown as Parameters<typeof headElements>[0]);
  const html = BUILT.replace('</head>', () => `${head}</head>`);
  expect(scriptsOf(html)).toEqual(['theme()']);
  const data = load(html)('script[type="application/ld+json"]').text();
  expect(JSON.parse(data)).toEqual(graph);
});

test('in a picture', () => {
  const figure = figureSchema.parse({
    id: 'x',
    kind: 'mechanism',
    title: HOSTILE,
    summary: HOSTILE,
    nodes: [
      {id: 'a', label: HOSTILE, column: 1, row: 1},
      {id: 'b', label: 'B', column: 2, row: 1},
    ],
    edges: [{from: 'a', to: 'b', status: 'established'}],
  }) as FigureOf<'mechanism'>;
  const html = BUILT.replace('<main></main>', () => `<main>${drawMechanism(figure)}</main>`);
  expect(scriptsOf(html)).toEqual(['theme()']);
  expect(load(html)('main foreignObject, main script, main a')).toHaveLength(0);
});

describe('names that every object inherits', () => {
  const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const polluted = (): unknown => ({}) as {polluted?: unknown};

  afterEach(() => expect(polluted()).not.toHaveProperty('polluted'));

  test.each(inherited)('as a key of a data file: %s is unknown, and said so', (key) => {
    const {value, problems} = parseYaml(
      `id: a\n${key}: {polluted: true, prototype: {polluted: true}}\n`,
      'data.yml',
      z.strictObject({id: z.string()}),
    );
    expect(value).toBeUndefined();
    expect(problems.map(({line}) => line)).toEqual([2]);
  });

  test.each(inherited)('as a key of front matter: %s', (key) => {
    const {data} = readMatter(`---\ntitle: A\n${key}: {polluted: true}\n---\n`);
    expect(Object.getPrototypeOf(data)).not.toHaveProperty('polluted');
  });

  test('merged into a map by an alias', () => {
    parseYaml(
      'a: &a {__proto__: {polluted: true}}\nb: {<<: *a}\n',
      'data.yml',
      z.record(z.string(), z.unknown()),
    );
  });
});

test('a file that would grow without end is refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 10; i += 1) {
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  }
  const {value, problems} = parseYaml(
    lines.join('\n'),
    'data.yml',
    z.record(z.string(), z.unknown()),
  );
  expect(value).toBeUndefined();
  expect(problems).not.toEqual([]);
});
