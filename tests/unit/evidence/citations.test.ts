import {parseCitations} from '../../../src/evidence/citations';

/** `key` or `key (locator)` of each item, clusters apart with `|`. */
function read(text: string): string {
  return parseCitations(text)
    .clusters.map(({items}) =>
      items.map(({key, locator}) => (locator ? `${key} (${locator})` : key)).join('; '),
    )
    .join(' | ');
}

describe('parseCitations reads', () => {
  test.each([
    ['one key', 'It helps [@zarate2006].', 'zarate2006'],
    ['two keys in one place', '[@zarate2006; @murrough2013]', 'zarate2006; murrough2013'],
    ['keys without a space between', '[@a;@b;@c]', 'a; b; c'],
    ['two places', 'This [@a] and that [@b].', 'a | b'],
    ['places side by side', '[@a][@b]', 'a | b'],
    ['a place at either end', '[@a] between [@b]', 'a | b'],
    ['a locator', '[@a, section 2.3]', 'a (section 2.3)'],
    ['a locator with a comma', '[@a, table 2, row 3]', 'a (table 2, row 3)'],
    ['a locator of one of two', '[@a, p. 3; @b]', 'a (p. 3); b'],
    ['a locator of both', '[@a, p. 3; @b, p. 4–5]', 'a (p. 3); b (p. 4–5)'],
    ['a locator without a space', '[@a,p. 3]', 'a (p. 3)'],
    ['a locator over two lines', '[@a, section\n  2.3]', 'a (section 2.3)'],
    ['a place over two lines', '[@a;\n@b]', 'a; b'],
    ['spaces at the ends', '[@a ; @b ]', 'a; b'],
    ['every sign a key may hold', '[@doi:10.1000/x_y-z+1~2]', 'doi:10.1000/x_y-z+1~2'],
    ['a key that begins with a digit', '[@2019fda]', '2019fda'],
    ['letters of any alphabet', '[@müller2020; @江2021]', 'müller2020; 江2021'],
    ['the same key twice', '[@a; @a]', 'a; a'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
    expect(parseCitations(text).malformed).toEqual([]);
  });

  test('offsets that cut the citation out of its text, brackets included', () => {
    const text = 'Före 🙂 [@a; @b] after [@c, p. 1].';
    const {clusters} = parseCitations(text);
    expect(clusters.map(({start, end}) => text.slice(start, end))).toEqual([
      '[@a; @b]',
      '[@c, p. 1]',
    ]);
  });

  test('no locator as no field, so that nothing prints "undefined"', () => {
    expect(parseCitations('[@a]').clusters[0]!.items).toEqual([{key: 'a'}]);
  });
});

describe('parseCitations reports as malformed', () => {
  test.each([
    ['no key', '[@]'],
    ['a space before the key', '[@ zarate2006]'],
    ['a comma between keys', '[@a, @b]'],
    ['a comma between keys behind a locator', '[@a, p. 3, @b]'],
    ['nothing between keys', '[@a @b]'],
    ['a second key without @', '[@a; b]'],
    ['an empty item at the end', '[@a;]'],
    ['an empty item between', '[@a;; @b]'],
    ['an empty locator', '[@a, ]'],
    ['a key that begins with a sign', '[@-a]'],
    ['a locator without its comma', '[@a section 2.3]'],
  ])('%s', (_, cluster) => {
    const text = `Before ${cluster} after [@fine].`;
    const {clusters, malformed} = parseCitations(text);
    expect(malformed).toEqual([{start: 7, end: 7 + cluster.length, text: cluster}]);
    expect(clusters).toHaveLength(1);
  });
});

describe('parseCitations leaves alone', () => {
  test.each([
    ['nothing at all', ''],
    ['plain text', 'It reduced scores by 5 points.'],
    ['an e-mail address', 'Write to editor@example.org.'],
    ['an e-mail address in brackets', 'Write to [editor@example.org].'],
    ['a name with @', 'Posted by @someone.'],
    ['an @ alone', '5 @ 3'],
    ['brackets without @', 'A range [1 to 3] and a list [a; b].'],
    ['a bracket that does not close', 'It helps [@zarate2006.'],
    ['a bracket that does not open', 'It helps @zarate2006].'],
    ['a footnote', 'It helps [^1].'],
    ['a key in words, which the checks report', '[see @a], [-@a] and @a'],
  ])('%s', (_, text) => {
    expect(parseCitations(text)).toEqual({clusters: [], malformed: []});
  });
});
