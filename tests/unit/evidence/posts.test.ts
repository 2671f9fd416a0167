import path from 'node:path';
import {listPosts, updatesOf, type Post} from '../../../src/evidence/posts';
import {makeSite, removeSites, writeFiles, type Files} from '../../helpers/site';

afterAll(removeSites);

function posts(files: Files): Post[] {
  return listPosts(path.join(makeSite(files), 'blog'));
}

const post = (frontMatter: string): string => `---\n${frontMatter}\n---\nText.\n`;

test('reads title, address, dates and pages of each post', () => {
  expect(
    posts({
      'blog/2026-11-25-news.mdx': post(
        'title: News\ndate: 2026-11-25T09:20\nslug: karma\nevent_date: "2025-10"\naffects: [safety/overview, key-points#what]',
      ),
      'blog/2026-11-24-old.mdx': post('title: Old\ndate: 2026-11-24'),
      'blog/tags.yml': 'x: {label: X}\n',
      'blog/_draft.mdx': post('title: Draft'),
    }),
  ).toEqual([
    {
      title: 'Old',
      address: '/blog/2026/11/24/old/',
      event: '2026-11-24',
      posted: '2026-11-24',
      affects: [],
    },
    {
      title: 'News',
      address: '/blog/karma/',
      event: '2025-10',
      posted: '2026-11-25T09:20',
      affects: ['safety/overview', 'key-points#what'],
    },
  ]);
});

test('the newest event comes first: a day before its month alone, then the later post, then the title', () => {
  const file = (title: string, event: string, date: string) => ({
    [`blog/${title}.mdx`]: post(`title: ${title}\ndate: ${date}\nevent_date: "${event}"`),
  });
  expect(
    posts({
      ...file('year', '2025', '2026-01-01'),
      ...file('month', '2025-10', '2026-01-01'),
      ...file('day', '2025-10-22', '2026-01-01'),
      ...file('later-post', '2025-10-22', '2026-02-01'),
      ...file('another', '2025-10-22', '2026-01-01'),
      ...file('newer', '2026-06-01', '2026-01-01'),
    }).map(({title}) => title),
  ).toEqual(['newer', 'later-post', 'another', 'day', 'month', 'year']);
});

test('a site without a blog has no posts', () => {
  expect(listPosts(path.join(makeSite({}), 'blog'))).toEqual([]);
});

test('a post that changes, comes or goes is seen', () => {
  const root = makeSite({'blog/a.mdx': post('title: A\ndate: 2026-01-01')});
  const blog = path.join(root, 'blog');
  const titles = () => listPosts(blog).map(({title}) => title);
  expect(titles()).toEqual(['A']);
  writeFiles(root, {'blog/b.mdx': post('title: B\ndate: 2026-01-02')});
  expect(titles()).toEqual(['B', 'A']);
  writeFiles(root, {'blog/a.mdx': post('title: A, corrected\ndate: 2026-01-01')});
  expect(titles()).toEqual(['B', 'A, corrected']);
});

describe('updates of a page', () => {
  const news = (title: string, ...affects: string[]): Post => ({
    title,
    address: `/blog/${title}/`,
    event: '2026',
    posted: '2026-01-01',
    affects,
  });
  const move = (from: string, to: string) => ({from, to, since: '2.0', reason: 'Split'});
  const shown = (slug: string, ids: string[], all: Post[], moves: ReturnType<typeof move>[] = []) =>
    updatesOf(slug, new Set(ids), all, moves).map(
      ({post: {title}, section}) => title + (section ? `#${section}` : ''),
    );

  test('are those that name it or a section of it, in the order of the posts', () => {
    const all = [
      news('page', 'safety/overview'),
      news('section', 'safety/overview#dosing'),
      news('two-sections', 'safety/overview#dosing', 'safety/overview#harms'),
      news('page-and-section', 'safety/overview', 'safety/overview#dosing'),
      news('elsewhere', 'safety/monitoring', 'safety/overview-of-all'),
    ];
    expect(shown('safety/overview', ['dosing', 'harms'], all)).toEqual([
      'page',
      'section#dosing',
      'two-sections#dosing',
      'two-sections#harms',
      'page-and-section#dosing',
    ]);
  });

  test('name no section that the page of this edition does not have', () => {
    expect(shown('safety/overview', [], [news('news', 'safety/overview#dosing')])).toEqual([
      'news',
    ]);
  });

  test('reach a page of an older edition under the name that it had then', () => {
    const moves = [
      move('old', 'newer'),
      move('newer', 'newest'),
      move('split#dosing', 'dosing'),
      move('renamed#harm', 'newest#harms'),
    ];
    const all = [news('page', 'newest#x'), news('section', 'dosing'), news('id', 'newest#harms')];
    expect(shown('old', ['x'], all, moves)).toEqual(['page#x', 'id']);
    expect(shown('split', ['dosing'], all, moves)).toEqual(['section#dosing']);
    expect(shown('renamed', ['harm'], all, moves)).toEqual(['id#harm']);
  });
});
