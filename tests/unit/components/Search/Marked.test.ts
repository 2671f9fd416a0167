import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {Marked} from '../../../../src/components/Search/Marked';

function html(text: string, ...marks: string[]): string {
  return renderToStaticMarkup(createElement(Marked, {text, marks}));
}

test.each([
  [
    'a word, wherever it stands',
    ['dose'],
    'Dose and dosed',
    '<mark>Dose</mark> and <mark>dosed</mark>',
  ],
  ['several words', ['a', 'c'], 'a b c', '<mark>a</mark> b <mark>c</mark>'],
  ['signs as they are, not as a pattern', ['0.5'], 'x (0.5) 035', 'x (<mark>0.5</mark>) 035'],
  ['nothing where there is nothing to mark', [], 'a b', 'a b'],
  ['nothing for an empty word', [''], 'a b', 'a b'],
])('marks %s', (_, tokens, text, expected) => {
  expect(html(text, ...tokens)).toBe(expected);
});

test('text and words never become markup', () => {
  expect(html('<b>dose</b> & <i>', 'dose', '<b>')).toBe(
    '&lt;b&gt;<mark>dose</mark>&lt;/b&gt; &amp; &lt;i&gt;',
  );
});
