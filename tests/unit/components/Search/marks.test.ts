import {excerptOf, markPattern} from '../../../../src/components/Search/marks';

function marked(text: string, ...marks: string[]): string[] {
  return [...text.matchAll(markPattern(marks)!)].map(([word]) => word);
}

test.each([
  ['words that begin so', ['depress'], 'Depression, antidepressant', ['Depression']],
  ['short words only where they stand alone', ['im'], 'IM in time, important', ['IM']],
  ['signs as they are', ['0.5'], '0.5 mg, 035', ['0.5']],
])('marks %s', (_, marks, text, words) => {
  expect(marked(text, ...marks)).toEqual(words);
});

test('marks nothing for nothing', () => {
  expect(markPattern([])).toBeUndefined();
  expect(markPattern([''])).toBeUndefined();
});

describe('excerptOf', () => {
  const filler = 'Alpha beta gamma delta. '.repeat(20);

  test('is the whole of a short text', () => {
    expect(excerptOf('Ketamine by vein.', ['vein'])).toBe('Ketamine by vein.');
  });

  test('begins with the sentence of the words found, and says where it is cut', () => {
    const excerpt = excerptOf(`${filler}The bladder shrinks. ${filler}`, ['bladder']);
    expect(excerpt).toMatch(/^… The bladder shrinks\. Alpha .* …$/);
    expect(excerpt.length).toBeLessThanOrEqual(184);
  });

  test('shows the place with most of the words', () => {
    const text = `Bladder. ${filler}Pain of the bladder. ${filler}`;
    expect(excerptOf(text, ['bladder', 'pain'])).toMatch(/^… Pain of the bladder/);
  });

  test('is the beginning where nothing is found, and is cut where there are no spaces', () => {
    expect(excerptOf(filler, ['nothing'])).toMatch(/^Alpha .* …$/);
    expect(excerptOf('x'.repeat(5000), ['x']).length).toBeLessThanOrEqual(184);
  });
});
