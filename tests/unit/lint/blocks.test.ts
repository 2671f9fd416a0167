/** What blocks put on pages counts for the rules as what is typed there: texts, sources and addresses. */
import path from 'node:path';
import {anchorsOf} from '../../../src/lint/links';
import {loadContent} from '../../../src/lint/content';
import {formatProblems} from '../../../src/lint/report';
import {checkContent} from '../../../src/lint/run';
import {dataYml, event, jurisdiction, term} from '../../helpers/data';
import {makeTree, PAGE, readFixture, removeTrees} from './tree';

afterAll(removeTrees);

const DATA_PAGE = 'docs/reference/data.mdx';
const VOCABULARY = 'docs/_evidence/vocabulary.yml';
const TIMELINE = 'docs/_evidence/timeline.yml';
const REGULATION = 'docs/_evidence/regulation.yml';
const RELEASED = 'versioned_docs/version-1.0';
const GOOD = readFixture('heading/id', 'good');

const word = (id: string, overrides = {}) =>
  term(id, {page: 'reference/data', ...overrides} as never);
const happened = (id: string, overrides = {}) =>
  event(id, '2019', {refs: ['base2020'], affects: ['safety/monitoring'], ...overrides} as never);

type Files = Parameters<typeof makeTree>[0];

function problemsOf(files: Files): string[] {
  return checkContent(makeTree(files)).problems.map(
    ({rule, file, found}) => `${rule} ${path.basename(file)}: ${found}`,
  );
}

describe('addresses', () => {
  test('of letters, terms, decades, events, questions and answers can be linked', () => {
    const content = loadContent(makeTree({}));
    expect([...anchorsOf(content.next.pages.get('reference/data')!)]).toEqual(
      expect.arrayContaining([
        'e',
        'esketamine',
        '1970s',
        'first',
        'regulation-funding',
        'regulation-funding-germany',
      ]),
    );
    const links = ['k', 'ketamine', '2010s', 'second', 'regulation-guidance-germany']
      .map((id) => `[x](../reference/data.mdx#${id})`)
      .join(' ');
    expect(problemsOf({[PAGE]: `${GOOD}\n${links}\n`})).toEqual([]);
  });

  test('a term that does not exist is told with the nearest', () => {
    const page = `${GOOD}\n[x](../reference/data.mdx#ketamin)\n`;
    const {problems} = checkContent(makeTree({[PAGE]: page}));
    expect(problems).toMatchObject([
      {rule: 'link/relative', closest: expect.arrayContaining(['../reference/data.mdx#ketamine'])},
    ]);
  });

  test('no heading of the page may have one of them', () => {
    const page = readFixture('block/unused', 'good').replace('#events', '#esketamine');
    expect(problemsOf({[DATA_PAGE]: page})).toEqual([
      'heading/duplicate-id data.mdx: #esketamine, which <Glossary /> writes on this page',
    ]);
  });

  test('none may be one that the build writes on every page', () => {
    const files = {[VOCABULARY]: dataYml(word('ketamine'), word('references'))};
    expect(problemsOf(files)).toEqual([
      'heading/reserved-id data.mdx: #references, from the data of <Glossary />',
    ]);
  });

  test('once published, they stay or have moved', () => {
    const released = {
      [`${RELEASED}/reference/data.mdx`]: readFixture('block/unused', 'good'),
      [`${RELEASED}/_evidence/vocabulary.yml`]: dataYml(word('ketamine'), word('old-term')),
      [`${RELEASED}/_evidence/timeline.yml`]: dataYml(happened('first')),
      [`${RELEASED}/_evidence/regulation.yml`]: dataYml(jurisdiction('germany')),
    };
    expect(problemsOf(released)).toEqual([
      'moves/missing data.mdx: reference/data#o, published in edition 1.0 and gone from docs/',
      'moves/missing data.mdx: reference/data#old-term, published in edition 1.0 and gone from docs/',
    ]);
    expect(
      problemsOf({
        ...released,
        'docs/_moves.yml':
          '- {from: "reference/data#o", to: reference/data, since: "2.0", reason: One letter less.}\n' +
          '- {from: "reference/data#old-term", to: "reference/data#ketamine", since: "2.0", reason: Same.}\n',
      }),
    ).toEqual([]);
  });

  test('data that cannot be read makes none of them unknown, and no reference uncited', () => {
    const files: Files = {
      [VOCABULARY]: dataYml(word('ketamine', {definition: 'A drug [@only2021].'}), {id: 'broken'}),
      [PAGE]: `${GOOD}\n[x](../reference/data.mdx#esketamine)\n`,
      'docs/_evidence/references.yml': ['base2020', 'only2021', 'study2021']
        .map(
          (id) =>
            `- {id: ${id}, type: article-journal, title: A title, DOI: 10.1000/${id}, kind: rct, verified: abstract}\n`,
        )
        .join(''),
    };
    expect(new Set(checkContent(makeTree(files)).problems.map(({rule}) => rule))).toEqual(
      new Set(['vocabulary/schema']),
    );
  });

  test('are known on a page with a syntax error as well', () => {
    const page = `${readFixture('block/unused', 'good')}\n<5\n`;
    expect(
      problemsOf({[DATA_PAGE]: page, [PAGE]: `${GOOD}\n[x](../reference/data.mdx#ketamine)\n`}),
    ).toEqual([expect.stringMatching(/^mdx\/syntax/)]);
  });
});

describe('sources', () => {
  test.each<[string, Files, string]>([
    [
      'of a cell',
      {
        [REGULATION]: dataYml(
          jurisdiction('de', {funding: {text: 'Paid.', date: '2020', refs: ['nobody1999']}}),
        ),
      },
      'regulation.yml',
    ],
    ['of an event', {[TIMELINE]: dataYml(happened('a', {refs: ['nobody1999']}))}, 'timeline.yml'],
    [
      'of a definition',
      {[VOCABULARY]: dataYml(word('ketamine', {definition: 'A drug [@nobody1999].'}))},
      'vocabulary.yml',
    ],
  ])('%s must exist', (_, files, file) => {
    expect(problemsOf(files)).toEqual([`cite/unknown-key ${file}: [@nobody1999]`]);
  });

  test('a citation in a definition is written like one on a page', () => {
    expect(
      problemsOf({[VOCABULARY]: dataYml(word('ketamine', {definition: 'A drug [@a, b; c].'}))}),
    ).toEqual(['cite/malformed vocabulary.yml: [@a, b; c]']);
  });

  test('a figure in a definition has one', () => {
    const definition = 'Given at 0.5 mg/kg.';
    expect(problemsOf({[VOCABULARY]: dataYml(word('ketamine', {definition}))})).toEqual([
      'cite/figure-without-citation vocabulary.yml: 0.5 mg/kg in a definition, without a citation',
    ]);
    const cited = 'Given at 0.5 mg/kg [@base2020].';
    expect(problemsOf({[VOCABULARY]: dataYml(word('ketamine', {definition: cited}))})).toEqual([]);
  });
});

describe('texts', () => {
  test('are judged like those of pages', () => {
    expect(
      problemsOf({
        [VOCABULARY]: dataYml(word('ketamine', {definition: 'A promising drug.'})),
        [TIMELINE]: dataYml(happened('a', {summary: 'A dose of 5mg is given.'})),
      }),
    ).toEqual([
      expect.stringMatching(/^style\/dose-unit timeline.yml/),
      expect.stringMatching(/^style\/banned-word vocabulary.yml/),
    ]);
  });

  test('those of a released edition are left in peace', () => {
    expect(
      problemsOf({
        [`${RELEASED}/_evidence/vocabulary.yml`]: dataYml(
          word('ketamine', {definition: 'A promising drug.', page: 'safety/monitoring'}),
        ),
      }),
    ).toEqual([]);
  });

  test('that speak of suicide ask for crisis contacts on the page that shows them', () => {
    const page = readFixture('page/crisis-notice', 'bad')
      .replace('Depression with suicidal thoughts.', 'A thing.')
      .replace('Text.', 'Text.\n\n<Timeline />');
    const files: Files = {
      [PAGE]: page,
      [TIMELINE]: dataYml(happened('a', {summary: 'Suicidal thoughts fall.'})),
    };
    expect(formatProblems(checkContent(makeTree(files)).problems)).toContain(
      'docs/clinical-uses/fixture.mdx:16:1  page/crisis-notice',
    );
  });
});

test('a block in a post belongs to no edition', () => {
  const post = readFixture('update/affects', 'good');
  expect(problemsOf({'blog/2026-01-02-fixture.mdx': `${post}\n<Timeline />\n`})).toEqual([
    'block/place 2026-01-02-fixture.mdx: <Timeline /> in a post',
  ]);
});

test('a block without data in its own edition', () => {
  const page = `${GOOD}\n<Timeline />\n`;
  expect(problemsOf({[`${RELEASED}/fixture.mdx`]: page, 'docs/fixture.mdx': GOOD})).toEqual([
    'block/unknown fixture.mdx: <Timeline />',
  ]);
});
