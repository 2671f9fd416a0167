import {menuOf} from '../../../src/pack/menu';

const item = (url: string, title: string): string => `<li><a href="${url}">${title}</a></li>`;
const category = (url: string, title: string, inner = ''): string =>
  `<li class="theme-doc-sidebar-item-category"><div><a href="${url}">${title}</a></div>${inner && `<ul>${inner}</ul>`}</li>`;
const menu = (items: string): string => `<ul class="theme-doc-sidebar-menu">${items}</ul>`;

it('reads each category on its own page, where it is open, in order', () => {
  const pages: Record<string, string> = {
    '/docs/': menu(
      item('/docs/', 'Start') + category('/docs/uses/', 'Uses') + category('/docs/about/', 'About'),
    ),
    '/docs/uses/': menu(
      item('/docs/', 'Start') +
        category(
          '/docs/uses/',
          'Uses',
          category('/docs/uses/trd/', 'TRD') + item('/docs/uses/pain/', 'Pain'),
        ),
    ),
    '/docs/uses/trd/': menu(
      category(
        '/docs/uses/',
        'Uses',
        category('/docs/uses/trd/', 'TRD', item('/docs/uses/trd/iv/', 'IV')),
      ),
    ),
    '/docs/about/': menu(category('/docs/about/', 'About', item('/docs/about/us/', 'Us'))),
  };
  expect(menuOf('/docs/', (address) => pages[address])).toEqual([
    {title: 'Start', url: '/docs/', depth: 0},
    {title: 'Uses', url: '/docs/uses/', depth: 0},
    {title: 'TRD', url: '/docs/uses/trd/', depth: 1},
    {title: 'IV', url: '/docs/uses/trd/iv/', depth: 2},
    {title: 'Pain', url: '/docs/uses/pain/', depth: 1},
    {title: 'About', url: '/docs/about/', depth: 0},
    {title: 'Us', url: '/docs/about/us/', depth: 1},
  ]);
});

it('says so where the menu is gone', () => {
  expect(() => menuOf('/docs/', () => '<main></main>')).toThrow(/has no menu/);
});
