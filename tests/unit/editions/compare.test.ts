import {compareEditions, compareReferences} from '../../../src/editions/compare';
import type {PageText} from '../../../src/editions/texts';

/** `{'a': {'': 'Lead', x: 'Text'}}` as pages; an id is its section's title. */
function edition(pages: Record<string, Record<string, string>>): Map<string, PageText> {
  return new Map(
    Object.entries(pages).map(([slug, sections]) => [
      slug,
      {
        slug,
        title: `Page ${slug}`,
        sections: Object.entries(sections).map(([id, text]) => ({
          id,
          title: id || 'Introduction',
          lines: text ? [text] : [],
        })),
      },
    ]),
  );
}

const move = (from: string, to: string) => ({from, to, since: '2.0', reason: 'A test'});

/** One line a page and section, as a reader would tell it. */
function told(...args: Parameters<typeof compareEditions>): string[] {
  return compareEditions(...args).flatMap(({kind, slug, movedFrom, movedTo, sections}) => [
    [kind, slug, movedFrom && `from ${movedFrom}`, movedTo && `to ${movedTo}`]
      .filter(Boolean)
      .join(' '),
    ...sections.map(
      (section) =>
        '  ' +
        [
          section.kind,
          section.id || '(lead)',
          section.movedFrom && `from ${section.movedFrom}`,
          section.movedTo && `to ${section.movedTo}`,
        ]
          .filter(Boolean)
          .join(' '),
    ),
  ]);
}

test('pages and sections that came, went, changed or stayed', () => {
  expect(
    told(
      edition({a: {'': 'Lead', x: 'X', y: 'Y'}, b: {'': 'B'}, gone: {'': 'G'}}),
      edition({a: {'': 'Lead', x: 'X2', z: 'Z'}, b: {'': 'B'}, c: {'': 'C', q: 'Q'}}),
      [],
    ),
  ).toEqual([
    'changed a',
    '  changed x',
    '  added z',
    '  removed y',
    'same b',
    'added c',
    '  added (lead)',
    '  added q',
    'removed gone',
    '  removed (lead)',
  ]);
});

test('a page that moved is the same page, and its sections stay its own', () => {
  expect(
    told(edition({a: {'': 'Lead', x: 'X', y: 'Y'}}), edition({b: {'': 'Lead', x: 'X', y: 'Y2'}}), [
      move('a', 'b'),
    ]),
  ).toEqual(['moved b from a', '  changed y']);
});

test('a section that was renamed, or went to another page, is followed', () => {
  expect(
    told(
      edition({a: {'': 'A', x: 'X', y: 'Y'}, b: {'': 'B'}}),
      edition({a: {'': 'A', new: 'X'}, b: {'': 'B', y: 'Y and more'}}),
      [move('a#x', 'a#new'), move('a#y', 'b#y')],
    ),
  ).toEqual(['changed a', '  changed new from a#x', 'changed b', '  changed y from a#y']);
});

test('what was joined with another section is told as removed, with the place it went to', () => {
  expect(
    told(edition({a: {'': 'A', x: 'X', y: 'Y'}}), edition({a: {'': 'A', x: 'X'}}), [
      move('a#y', 'a#x'),
    ]),
  ).toEqual(['changed a', '  removed y to a#x']);
});

test('a section that is led to the top of a page does not make that page a moved one', () => {
  expect(
    told(edition({a: {'': 'A', x: 'X'}}), edition({a: {'': 'A'}, b: {'': 'X'}}), [
      move('a#x', 'b'),
    ]),
  ).toEqual(['changed a', '  removed x to b', 'added b', '  added (lead)']);
});

test('a page that became a section is gone as a page', () => {
  expect(
    told(edition({a: {'': 'A'}, b: {'': 'B'}}), edition({b: {'': 'B', a: 'A'}}), [
      move('a', 'b#a'),
    ]),
  ).toEqual(['changed b', '  changed a from a', 'removed a to b#a', '  removed (lead)']);
});

test('a title that changed is a change', () => {
  const [older, newer] = [edition({a: {'': 'A'}}), edition({a: {'': 'A'}})];
  newer.get('a')!.title = 'New title';
  expect(compareEditions(older, newer, [])).toMatchObject([
    {kind: 'changed', title: 'New title', titleWas: 'Page a', sections: []},
  ]);
});

test('references added and withdrawn', () => {
  expect(compareReferences(['b', 'a', 'c'], ['d', 'c', 'b', 'e'])).toEqual({
    added: ['d', 'e'],
    withdrawn: ['a'],
  });
});
