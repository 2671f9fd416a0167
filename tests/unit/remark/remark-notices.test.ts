import {remarkAtAGlance} from '../../../src/remark/remark-at-a-glance';
import {isoDate, remarkNotices} from '../../../src/remark/remark-notices';
import {shownPage} from '../../helpers/mdx';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function transform(
  frontMatter: string,
  file = 'docs/page.mdx',
  body = 'Answer.\n\nMore.\n',
): string {
  const root = makeSite({[file]: `---\n${frontMatter}\n---\n${body}`});
  return shownPage(root, file, [remarkAtAGlance, [remarkNotices, {root}]]);
}

const LINE = `\
<ReviewNotice searched="2026-11-23">
  [Drafted by AI from the cited sources; not yet clinically reviewed](./about/editorial-policy.mdx)
</ReviewNotice>
Answer.`;

describe('the line on review and evidence', () => {
  test.each([
    ['use', true],
    ['harm', true],
    ['topic', true],
    ['about', false],
  ])('on a page of type %s: %s', (type, expected) => {
    const shown = transform(`type: ${type}\nevidence_searched: 2026-11-23`);
    expect(shown.startsWith(LINE)).toBe(expected);
    expect(shown.includes('ReviewNotice')).toBe(expected);
  });

  test('is not on a page without type', () => {
    expect(transform('title: Page')).toBe('Answer.\nMore.');
  });

  test('gives the date as typed where it is in quotes', () => {
    expect(transform('type: use\nevidence_searched: "2026-11-23"')).toContain(
      'searched="2026-11-23"',
    );
  });

  test('comes before the text, after what shows nothing', () => {
    const shown = transform('type: use', 'docs/page.mdx', 'import x from "x";\n\nAnswer.\n');
    expect(shown).toMatch(/^import x from "x";\n<ReviewNotice>\n.*\n<\/ReviewNotice>\nAnswer\.$/);
  });

  test.each([
    ['the page on how it was written, where the edition has one', 'docs', true],
    ['the editorial policy of an edition that is older than that page', 'docs', false],
    ['the page of its own edition', 'versioned_docs/version-2.0', true],
  ])('leads to %s', (_, dir, has) => {
    const file = `${dir}/safety/overview.mdx`;
    const root = makeSite({
      [file]: '---\ntype: harm\n---\nAnswer.\n',
      ...(has ? {[`${dir}/about/how-this-was-written.mdx`]: 'Text.\n'} : {}),
    });
    expect(shownPage(root, file, [[remarkNotices, {root}]])).toContain(
      `reviewed](../about/${has ? 'how-this-was-written' : 'editorial-policy'}.mdx)`,
    );
  });
});

describe('crisis contacts', () => {
  test('stand after the answer', () => {
    expect(transform('crisis_notice: true')).toMatchInlineSnapshot(`
      "Answer.
      <CrisisNotice>
        Thinking about suicide, or worried about someone? In danger, call the local emergency number. [Crisis lines by country](./about/disclaimer.mdx#crisis-contacts).
      </CrisisNotice>
      More."
    `);
  });

  test.each([
    ['the top', 'docs/key-points.mdx', './about/disclaimer.mdx'],
    ['a folder', 'docs/safety/overview.mdx', '../about/disclaimer.mdx'],
    ['a folder two levels deep', 'docs/uses/trd/overview.mdx', '../../about/disclaimer.mdx'],
    ['the folder of the disclaimer', 'docs/about/privacy.mdx', './disclaimer.mdx'],
    [
      'a released edition',
      'versioned_docs/version-1.0/safety/overview.mdx',
      '../about/disclaimer.mdx',
    ],
  ])('are linked in the same edition from %s', (_, file, url) => {
    expect(transform('crisis_notice: true', file)).toContain(
      `[Crisis lines by country](${url}#crisis-contacts)`,
    );
  });

  test.each([
    ['false', 'crisis_notice: false'],
    ['text', 'crisis_notice: "true"'],
    ['missing', 'title: Page'],
  ])('are not there where the field is %s', (_, frontMatter) => {
    expect(transform(frontMatter)).toBe('Answer.\nMore.');
  });
});

test('errata stand at the head of the page, with the section where one is named', () => {
  expect(
    transform(
      'errata:\n  - {date: 2026-12-01, was: "0.5 mg", now: "0.5 mg/kg", section: dosing}\n  - {date: "2026-12-24", was: A, now: B}',
    ),
  ).toMatchInlineSnapshot(`
    "<Erratum date="2026-12-01" was="0.5 mg" now="0.5 mg/kg" section="dosing" />
    <Erratum date="2026-12-24" was="A" now="B" />
    Answer.
    More."
  `);
});

test('all of them keep their order: review, errata, answer, crisis contacts, card', () => {
  const shown = transform(
    'type: use\nevidence_searched: 2026-11-23\ncrisis_notice: true\nerrata: [{date: 2026-12-01, was: A, now: B}]\nat_a_glance: {what: A drug}',
  );
  expect(
    shown
      .split('\n')
      .filter((line) => !/^( |<\/)/.test(line))
      .map((line) => line.split(' ')[0]),
  ).toEqual([
    '<ReviewNotice',
    '<Erratum',
    'Answer.',
    '<CrisisNotice>',
    '##',
    '<AtAGlance>',
    'More.',
  ]);
});

test.each([
  ['a date as YAML 1.1 reads it', new Date('2026-11-23T00:00:00Z'), '2026-11-23'],
  ['a date in quotes', '2026-11', '2026-11'],
  ['a year', 2026, '2026'],
  ['nothing', undefined, undefined],
])('isoDate of %s', (_, value, expected) => {
  expect(isoDate(value)).toBe(expected);
});
