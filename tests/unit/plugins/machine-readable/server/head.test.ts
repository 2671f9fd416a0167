import fs from 'node:fs';
import path from 'node:path';
import type {Graph} from 'schema-dts';
import {
  headElements,
  intoHead,
  replaceFile,
} from '../../../../../src/plugins/machine-readable/server/head';
import {makeSite, removeSites} from '../../../../helpers/site';

afterAll(removeSites);

const graph = (name: string): Graph => ({
  '@context': 'https://schema.org',
  '@graph': [{'@type': 'WebPage', name}],
});

test('the head says what the page is, and where it is as Markdown', () => {
  expect(headElements(graph('A'), '/docs/a/index.md')).toBe(
    '<link rel="alternate" type="text/markdown" href="/docs/a/index.md" data-page>' +
      '<script type="application/ld+json" data-page>{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"A"}]}</script>',
  );
});

test('a title does not end the element', () => {
  const elements = headElements(graph('</script><script>alert(1)</script>'));
  expect(elements.match(/<\/?script/g)).toHaveLength(2);
  const json = />(.*)<\/script>$/.exec(elements)![1]!;
  expect(JSON.parse(json)).toEqual(graph('</script><script>alert(1)</script>'));
});

test('goes to the end of the head, and nowhere else', () => {
  expect(intoHead('<html><head><title>A</title></head><body></head></body>', '<x>')).toBe(
    '<html><head><title>A</title><x></head><body></head></body>',
  );
  expect(() => intoHead('<html><body></body></html>', '<x>')).toThrow('no </head>');
});

test('a file is replaced whole, and nothing is left beside it', () => {
  const root = makeSite({'a/index.html': 'old'});
  replaceFile(path.join(root, 'a/index.html'), 'new');
  expect(fs.readdirSync(path.join(root, 'a'))).toEqual(['index.html']);
  expect(fs.readFileSync(path.join(root, 'a/index.html'), 'utf8')).toBe('new');
});
