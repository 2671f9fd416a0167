import path from 'node:path';
import {listPages, pageBySlug, pagePath, slugOf} from '../../../src/evidence/pages';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function page(title: string): string {
  return `---\ntitle: ${title}\ndescription: About ${title}\n---\nText.\n`;
}

test('lists the pages of a docs folder by slug, and nothing else', () => {
  const root = makeSite({
    'docs/safety/overview.mdx': page('Safety'),
    'docs/index.mdx': page('Introduction'),
    'docs/clinical-uses/chronic-pain/overview.mdx': page('Pain'),
    'docs/safety/_category_.yml': 'label: Safety\n',
    'docs/_evidence/references.yml': '[]\n',
    'docs/_templates/use.mdx': page('Template'),
    'docs/safety/_draft.mdx': page('Draft'),
    'docs/safety/picture.svg': '<svg/>',
  });
  const docs = path.join(root, 'docs');
  expect(listPages(docs).map(({slug, title, description}) => [slug, title, description])).toEqual([
    ['clinical-uses/chronic-pain/overview', 'Pain', 'About Pain'],
    ['index', 'Introduction', 'About Introduction'],
    ['safety/overview', 'Safety', 'About Safety'],
  ]);
  expect(listPages(docs)[2]).toMatchObject({
    file: path.join(docs, 'safety/overview.mdx'),
    frontMatter: {title: 'Safety'},
  });
});

test('finds one page by its slug, and no data, no page outside, nothing that is not there', () => {
  const root = makeSite({
    'docs/safety/overview.mdx': page('Safety'),
    'docs/_templates/use.mdx': page('Template'),
    'README.mdx': page('Not a page'),
  });
  const docs = path.join(root, 'docs');
  expect(pageBySlug(docs, 'safety/overview')).toEqual(listPages(docs)[0]);
  for (const slug of [
    '_templates/use',
    '../README',
    'safety',
    'safety/other',
    '/safety/overview',
    '',
  ]) {
    expect(pageBySlug(docs, slug)).toBeUndefined();
  }
});

test('a page without front matter has an empty title', () => {
  const root = makeSite({'docs/x.mdx': 'Text.\n'});
  expect(listPages(path.join(root, 'docs'))).toMatchObject([
    {slug: 'x', title: '', description: ''},
  ]);
});

test('front matter that cannot be read is an error each time, not only the first', () => {
  const root = makeSite({'docs/x.mdx': '---\ntitle: "open\n---\nText.\n'});
  const list = () => listPages(path.join(root, 'docs'));
  expect(list).toThrow('unexpected end of the stream');
  expect(list).toThrow('unexpected end of the stream');
});

test.each([
  ['a page', 'docs/safety/overview.mdx', 'safety/overview', 'safety/overview/'],
  ['the introduction, which stands at the root', 'docs/index.mdx', 'index', ''],
])('slug and address of %s', (_, file, slug, address) => {
  expect(slugOf(path.join('/site', file), path.join('/site', 'docs'))).toBe(slug);
  expect(pagePath(slug)).toBe(address);
});
