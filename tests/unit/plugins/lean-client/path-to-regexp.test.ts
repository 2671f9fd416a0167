import library from 'path-to-regexp';
import pathToRegexp from '@site/src/plugins/lean-client/client/path-to-regexp';

const ROUTES = [
  '/',
  '*',
  '/docs',
  '/docs/',
  '/docs/1.0',
  '/docs/1.0/',
  '\\/docs\\/1\\.0\\/',
  '/a b/ü/',
];
const ADDRESSES = [
  '/',
  '/docs',
  '/docs/',
  '/DOCS/',
  '/docsx',
  '/docs/x/',
  '/docs/1.0',
  '/docs/1.0/y/',
  '/docs/1x0',
  '/a b/ü/',
  '',
];

test.each(ROUTES)('the route %s matches what the library matches', (route) => {
  for (const end of [true, false]) {
    for (const strict of [true, false]) {
      const options = {end, strict};
      const [ours, theirs] = [pathToRegexp, library].map((make) => make(route, [], options));
      for (const address of ADDRESSES) {
        expect([address, options, ours!.exec(address)?.[0]]).toEqual([
          address,
          options,
          theirs!.exec(address)?.[0],
        ]);
      }
    }
  }
});

test.each(['/docs/:name/', '/docs/(.*)', '/docs/?'])(
  'a route with a parameter stops: %s',
  (route) => {
    expect(() => pathToRegexp(route, [], {end: true, strict: false})).toThrow(
      `The route ${route} has a parameter`,
    );
  },
);
