import {searchQueries, tidyPath} from '../../../../src/components/NotFound/address';

test.each([
  ['/docs/safety/overview/', undefined],
  ['/DOCS/Safety/Overview/', '/docs/safety/overview/'],
  ['/docs/safety/overview.html', '/docs/safety/overview/'],
  ['/docs/safety/overview/index.html', '/docs/safety/overview/'],
  ['/docs/safety/overview.mdx', '/docs/safety/overview/'],
  ['/docs/safety/overview', '/docs/safety/overview/'],
  ['//docs//safety/overview/', '/docs/safety/overview/'],
  ['/docs/safety/urinary_tract/', '/docs/safety/urinary-tract/'],
  ['/docs/safety/overview/).', '/docs/safety/overview/'],
  ['/docs/safety/overview%2C', '/docs/safety/overview/'],
  ['/docs/caf%C3%A9', '/docs/caf%C3%A9/'],
  ['/docs/%', '/docs/%25/'],
])('%s is meant to be %s', (typed, tidy) => {
  expect(tidyPath(typed, '/')).toBe(tidy);
});

test('the path that the site is served under stays as it is', () => {
  expect(tidyPath('/Base/Docs/A.html', '/Base/')).toBe('/Base/docs/a/');
  expect(tidyPath('/base/docs/a/', '/Base/')).toBe('/Base/docs/a/');
  expect(tidyPath('/Base/docs/a/', '/Base/')).toBeUndefined();
});

test.each([
  [
    '/docs/safety/bladder-damage/',
    ['bladder damage', 'safety bladder damage', 'bladder', 'damage', 'safety'],
  ],
  ['/base/docs/2.0/esketamine/', ['esketamine']],
  ['/base/docs/safety/overview/', ['safety']],
  ['/', []],
])('%s is searched for as %j', (pathname, queries) => {
  expect(searchQueries(pathname, pathname.startsWith('/base/') ? '/base/' : '/')).toEqual(queries);
});
