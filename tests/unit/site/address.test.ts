import {siteAddress} from '../../../src/site/address';

const none = (): string => '';

describe('address of the site', () => {
  test.each([
    ['a build without settings', {}, 'http://localhost:3000', '/'],
    ['an origin', {SITE_URL: 'https://example.org'}, 'https://example.org', '/'],
    ['an origin with a slash', {SITE_URL: 'https://example.org/'}, 'https://example.org', '/'],
    ['a path without slashes', {BASE_URL: 'kb'}, 'http://localhost:3000', '/kb/'],
    ['a path with slashes', {BASE_URL: '/a/kb/'}, 'http://localhost:3000', '/a/kb/'],
    ['the root', {BASE_URL: '/'}, 'http://localhost:3000', '/'],
    [
      'settings that are there and empty',
      {SITE_URL: '', BASE_URL: ''},
      'http://localhost:3000',
      '/',
    ],
  ])('%s', (_, env, url, baseUrl) => {
    expect(siteAddress(env as never, none)).toEqual({url, baseUrl});
  });
});

describe('address of the repository', () => {
  const actions = {GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'actions/kb'};
  const remote = (): string => 'git@github.com:remote/kb.git';

  test.each([
    [
      'what is set comes first',
      {REPOSITORY_URL: 'https://codeberg.org/set/kb/', ...actions},
      'https://codeberg.org/set/kb',
    ],
    ['then what GitHub Actions tells', actions, 'https://github.com/actions/kb'],
    ['then the git remote', {}, 'https://github.com/remote/kb'],
    ['an empty setting counts as none', {REPOSITORY_URL: ''}, 'https://github.com/remote/kb'],
    [
      'half of what GitHub Actions tells counts as nothing',
      {GITHUB_REPOSITORY: 'actions/kb'},
      'https://github.com/remote/kb',
    ],
  ])('%s', (_, env, repository) => {
    expect(siteAddress(env as never, remote).repository).toBe(repository);
  });

  test.each([
    ['SSH', 'git@github.com:owner/kb.git', 'https://github.com/owner/kb'],
    ['SSH without .git', 'git@github.com:owner/kb', 'https://github.com/owner/kb'],
    ['SSH as an address', 'ssh://git@github.com/owner/kb.git', 'https://github.com/owner/kb'],
    ['HTTPS', 'https://github.com/owner/kb.git', 'https://github.com/owner/kb'],
    ['HTTPS without .git', 'https://github.com/owner/kb', 'https://github.com/owner/kb'],
    [
      'HTTPS with a slash at its end',
      'https://github.com/owner/kb/',
      'https://github.com/owner/kb',
    ],
    [
      'HTTPS with a token, which is not published',
      'https://x:ghp_secret@github.com/owner/kb.git',
      'https://github.com/owner/kb',
    ],
    [
      'a name with dots',
      'git@github.com:owner/kb.github.io.git',
      'https://github.com/owner/kb.github.io',
    ],
  ])('of a GitHub remote by %s', (_, origin, repository) => {
    expect(siteAddress({} as never, () => origin).repository).toBe(repository);
  });

  test.each([
    ['no remote', ''],
    ['another host', 'https://gitlab.com/owner/kb.git'],
    ['a host that ends like GitHub’s', 'https://notgithub.com/owner/kb.git'],
    ['a path that looks like GitHub’s host', 'https://example.org/github.com/owner/kb.git'],
    ['a folder', '/srv/git/kb.git'],
  ])('is left out, not invented, for %s', (_, origin) => {
    expect(siteAddress({} as never, () => origin)).not.toHaveProperty('repository');
  });
});
