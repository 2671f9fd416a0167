import {citedKeys, citedPlaces} from '../../../src/evidence/back-links';

/** `key@section`, in order. */
function placesOf(source: string, keysOf?: Parameters<typeof citedPlaces>[1]): string[] {
  return citedPlaces(source, keysOf).map(({key, section}) => `${key}@${section?.id ?? ''}`);
}

test('citations by section, in the order in which a reader meets them', () => {
  const source = `---
title: Page
at_a_glance:
  harms: Harm [@card2].
  status:
    - where: US
      status: approved
      detail: Since 2019 [@card1].
---
The answer
on two lines [@lead; @both].

More [@body].

## First *section* {/* #first */}
Text [@a, table 2]. Again [@a].

### Below [it](x.mdx) {/* #below */}

- item [@b]
`;
  expect(placesOf(source)).toEqual([
    'lead@',
    'both@',
    'card1@at-a-glance',
    'card2@at-a-glance',
    'body@',
    'a@first',
    'a@first',
    'b@below',
  ]);
  expect(citedPlaces(source).flatMap(({section}) => section?.title ?? [])).toEqual([
    'At a glance',
    'At a glance',
    'First section',
    'First section',
    'Below it',
  ]);
});

test('the card comes first where no paragraph leads', () => {
  expect(
    placesOf('---\nat_a_glance: {what: "X [@card]."}\n---\n## A {/* #a */}\n\nText [@body].\n'),
  ).toEqual(['card@at-a-glance', 'body@a']);
});

test('comments, code and what looks like a heading in code are no text', () => {
  expect(
    placesOf(
      'A {/* [@comment] */} `[@code]` [@a].\n\n```\n## No {/* #no */}\n[@fenced]\n\n[@fenced]\n```\n\nB [@b].\n',
    ),
  ).toEqual(['a@', 'b@']);
});

test('a figure shows its sources in its place', () => {
  expect(
    placesOf(
      'Lead [@a].\n\n## Part {/* #part */}\n\n<Figure id="f" />\n\nThen [@b]. <Other />\n',
      (component, id) => (component === 'Figure' ? [`of-${id}`] : []),
    ),
  ).toEqual(['a@', 'of-f@part', 'b@part']);
});

test('a list of references has each key once, by first citation', () => {
  expect(citedKeys(citedPlaces('A [@b; @a]. B [@b].\n'))).toEqual(['b', 'a']);
});
