type Loader = (source: string) => string;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaders are CommonJS, as the bundler runs them
const registryLoader = require('../../../../src/plugins/dev-server/registry-loader.cjs') as Loader;

const entry = (file: string) =>
  `[() => import(/* webpackChunkName: "x" */ "${file}"), "${file}", require.resolveWeak("${file}")]`;

test('leaves pages to be compiled when they are opened, and everything else as it is', () => {
  expect(
    registryLoader(
      [
        entry('@site/docs/a.mdx'),
        entry('@site/blog/b.mdx?truncated=true'),
        entry('@theme/DocItem'),
      ].join('\n'),
    ),
  ).toBe(
    [
      '[() => import(/* webpackChunkName: "x" */ "@site/docs/a.mdx"), "@site/docs/a.mdx", undefined]',
      '[() => import(/* webpackChunkName: "x" */ "@site/blog/b.mdx?truncated=true"), "@site/blog/b.mdx?truncated=true", undefined]',
      entry('@theme/DocItem'),
    ].join('\n'),
  );
});

test('stops where Docusaurus no longer writes what it takes out', () => {
  expect(() => registryLoader('export default {};')).toThrow('Has Docusaurus changed');
});
