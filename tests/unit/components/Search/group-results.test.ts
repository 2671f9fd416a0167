import {
  excerptOf,
  groupResults,
  type SearchResult,
} from '../../../../src/components/Search/group-results';

const TITLE = 0;
const HEADING = 1;
const DESCRIPTION = 2;
const CONTENT = 4;
const PAGE = {t: 'Monitoring', b: ['Safety']};

/** What the theme's worker gives for a match in a part of /docs/safety/monitoring/. */
function found(
  type: SearchResult['type'],
  document: Partial<SearchResult['document']>,
  tokens = ['blood'],
): SearchResult {
  const isPage = type === TITLE;
  return {
    type,
    tokens,
    document: {
      t: 'Monitoring',
      u: '/docs/safety/monitoring/',
      ...(isPage ? {b: PAGE.b} : {}),
      ...document,
    },
    page: isPage ? false : PAGE,
  };
}

describe('groupResults', () => {
  test('shows a page once, with its sections in the order found', () => {
    expect(
      groupResults([
        found(CONTENT, {t: 'Measure blood pressure before dosing.', s: 'Before', h: '#before'}),
        found(HEADING, {t: 'Blood pressure', h: '#blood-pressure'}),
        found(TITLE, {}),
      ]),
    ).toEqual([
      {
        url: '/docs/safety/monitoring/',
        title: 'Monitoring',
        breadcrumb: 'Safety',
        sections: [
          {
            href: '/docs/safety/monitoring/?_highlight=blood#before',
            heading: 'Before',
            excerpt: 'Measure blood pressure before dosing.',
            tokens: ['blood'],
          },
          {
            href: '/docs/safety/monitoring/?_highlight=blood#blood-pressure',
            heading: 'Blood pressure',
            excerpt: '',
            tokens: ['blood'],
          },
          {
            href: '/docs/safety/monitoring/?_highlight=blood',
            heading: 'Monitoring',
            excerpt: '',
            tokens: ['blood'],
          },
        ],
      },
    ]);
  });

  test('keeps pages in the order of their best section', () => {
    const pages = groupResults([
      found(CONTENT, {u: '/docs/b/', t: 'blood'}),
      found(CONTENT, {u: '/docs/a/', t: 'blood'}),
      found(TITLE, {u: '/docs/b/'}),
    ]);
    expect(pages.map(({url}) => url)).toEqual(['/docs/b/', '/docs/a/']);
  });

  test('shows three sections of a page at most', () => {
    const results = ['a', 'b', 'c', 'd'].map((s) => found(CONTENT, {t: 'blood', s, h: `#${s}`}));
    expect(groupResults(results)[0]!.sections.map(({heading}) => heading)).toEqual(['a', 'b', 'c']);
  });

  test('joins a heading and the text below it, whichever comes first', () => {
    const heading = found(HEADING, {t: 'Blood', h: '#blood'});
    const content = found(CONTENT, {t: 'Text on blood.', s: 'Blood', h: '#blood'});
    for (const results of [
      [heading, content],
      [content, heading],
    ]) {
      expect(groupResults(results)[0]!.sections).toMatchObject([
        {heading: 'Blood', excerpt: 'Text on blood.'},
      ]);
    }
  });

  test('keeps apart sections that have the same heading on one page', () => {
    const results = ['#adults', '#children'].map((h) => found(CONTENT, {t: 'blood', s: 'Dose', h}));
    expect(groupResults(results)[0]!.sections.map(({href}) => href)).toEqual([
      '/docs/safety/monitoring/?_highlight=blood#adults',
      '/docs/safety/monitoring/?_highlight=blood#children',
    ]);
  });

  test('shows the description of a page under its title', () => {
    const result = found(DESCRIPTION, {t: 'What to measure, blood pressure first.'});
    expect(groupResults([result])[0]!.sections).toMatchObject([
      {heading: 'Monitoring', excerpt: 'What to measure, blood pressure first.'},
    ]);
  });

  test('carries every word that was found to the page, encoded', () => {
    const result = found(CONTENT, {t: 'x', s: 'Dose', h: '#dose'}, ['0.5 mg', 'a&b#c']);
    expect(groupResults([result])[0]!.sections[0]!.href).toBe(
      '/docs/safety/monitoring/?_highlight=0.5+mg&_highlight=a%26b%23c#dose',
    );
  });

  test('has no pages for no results', () => {
    expect(groupResults([])).toEqual([]);
  });
});

describe('excerptOf', () => {
  const long = `${'alpha '.repeat(50)}ketamine ${'omega '.repeat(50)}`.trim();

  test('is the whole of a short text', () => {
    expect(excerptOf('Ketamine by vein.', ['vein'])).toBe('Ketamine by vein.');
  });

  test('is cut at words around what was found, and says so', () => {
    const excerpt = excerptOf(long, ['ketamine']);
    expect(excerpt).toMatch(/^… (alpha )+ketamine( omega)+ …$/);
    expect(excerpt.length).toBeLessThanOrEqual(184);
  });

  test.each([
    ['at the begin', `ketamine ${long}`, /^ketamine .* …$/],
    ['at the end', `${'alpha '.repeat(50)}ketamine`, /^… .* ketamine$/],
    ['in capitals', long.replace('ketamine', 'KETAMINE'), /KETAMINE/],
    ['nowhere: the begin of the text', 'alpha '.repeat(50), /^alpha .* …$/],
    [
      'inside a long word',
      `${'x '.repeat(50)}${'y'.repeat(100)}ketamine ${'z '.repeat(99)}`,
      /ketamine/,
    ],
  ])('with the word %s', (_, text, expected) => {
    expect(excerptOf(text, ['ketamine'])).toMatch(expected);
  });

  test('shows the first of several words found', () => {
    expect(excerptOf(long, ['omega', 'ketamine', 'nothing'])).toContain('alpha ketamine omega');
  });

  test('cuts text that has no spaces to cut at', () => {
    const excerpt = excerptOf('x'.repeat(5000), ['x']);
    expect(excerpt).toMatch(/^x+ …$/);
    expect(excerpt.length).toBeLessThanOrEqual(184);
  });
});
