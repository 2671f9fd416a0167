import {glanceOf, plainText} from '../../../src/evidence/glance';

describe('plainText', () => {
  test.each([
    ['plain text', 'Sedation in half', 'Sedation in half'],
    ['a citation and the space before it', 'Sedation in half [@a2020].', 'Sedation in half.'],
    ['citations with locators', 'Half [@a, table 2; @b] or more [@c]', 'Half or more'],
    [
      'a link',
      'See [monitoring](../safety/monitoring.mdx#vital-signs) first',
      'See monitoring first',
    ],
    ['emphasis and code', 'A **large** and *sure* `effect`', 'A large and sure effect'],
    ['brackets that are no citation', 'Range [1 to 3]', 'Range [1 to 3]'],
    ['nothing', '', ''],
  ])('%s', (_, markdown, expected) => {
    expect(plainText(markdown)).toBe(expected);
  });
});

describe('glanceOf', () => {
  test.each([
    ['a card', {at_a_glance: {what: 'x'}}, {what: 'x'}],
    ['no card', {title: 'x'}, undefined],
    ['an empty field', {at_a_glance: null}, undefined],
    ['text instead of a card', {at_a_glance: 'x'}, undefined],
  ])('%s', (_, frontMatter, expected) => {
    expect(glanceOf(frontMatter)).toEqual(expected);
  });
});
