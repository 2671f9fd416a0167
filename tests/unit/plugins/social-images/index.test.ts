import {contentOf} from '../../../../src/plugins/social-images';
import type {PublishedPage} from '../../../../src/site/published-pages';

const page: PublishedPage = {
  kind: 'doc',
  path: '/docs/a/',
  title: 'Alcohol use disorder',
  description: '',
  frontMatter: {},
  keywords: [],
  section: [{name: 'Clinical uses', path: '/docs/'}, {name: 'Addiction'}],
  edition: {name: '1.0', label: '1.0 (November 2026)', isLatest: true},
};

test.each([
  ['a docs page', page, 'Clinical uses · Addiction', 'Edition 1.0 (November 2026)'],
  ['a page at the top', {...page, section: []}, 'Reference', 'Edition 1.0 (November 2026)'],
  [
    'a post',
    {...page, kind: 'post' as const, edition: undefined, date: '2026-11-25'},
    'What’s new',
    'November 25, 2026',
  ],
])('the picture of %s says where it belongs', (_, shown, section, edition) => {
  expect(contentOf(shown, 'Site')).toEqual({
    section,
    title: 'Alcohol use disorder',
    site: 'Site',
    edition,
  });
});
