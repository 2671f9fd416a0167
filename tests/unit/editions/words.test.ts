import {diffColumns} from '../../../src/editions/words';

test('words that differ are marked, each on its side', () => {
  expect(diffColumns(['A dose of 5 mg was studied.'], ['A dose of 4 mg was studied.'])).toEqual({
    old: '<p>A dose of <del>5</del> mg was studied.</p>',
    new: '<p>A dose of <ins>4</ins> mg was studied.</p>',
    rewritten: false,
  });
});

test('marks do not cross paragraphs, and what was typed stays text', () => {
  const {old, new: newer} = diffColumns(['One <b>.'], ['One <b>.', 'Two & more.', 'Three.']);
  expect(old).toBe('<p>One &lt;b&gt;.</p>');
  expect(newer).toBe(
    '<p>One &lt;b&gt;.</p><p><ins>Two &amp; more.</ins></p><p><ins>Three.</ins></p>',
  );
});

test('a text that is there on one side only is marked as a whole', () => {
  expect(diffColumns([], ['New.'])).toEqual({
    old: '',
    new: '<p><ins>New.</ins></p>',
    rewritten: false,
  });
});

test('a text with hardly a word in common is not marked word by word', () => {
  expect(
    diffColumns(['Entirely different sentence here.'], ['Nothing shared with that one at all.']),
  ).toEqual({
    old: '<p>Entirely different sentence here.</p>',
    new: '<p>Nothing shared with that one at all.</p>',
    rewritten: true,
  });
});
