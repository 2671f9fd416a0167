import matter from 'gray-matter';
import {frontMatterWithImage, socialImagePath} from '../../../src/site/social-image';

const latest = {edition: '2.0', released: '2026-11-25'};

test.each([
  [
    'a page of the latest edition',
    'versioned_docs/version-2.0/safety/overview.mdx',
    undefined,
    '/docs/safety/overview/social.png',
  ],
  ['its introduction', 'versioned_docs/version-2.0/index.mdx', undefined, '/docs/social.png'],
  [
    'a page of an older edition',
    'versioned_docs/version-1.0/safety/overview.mdx',
    undefined,
    undefined,
  ],
  [
    'a page of an edition whose name begins the same',
    'versioned_docs/version-2.0.1/a.mdx',
    undefined,
    undefined,
  ],
  ['a page of the draft', 'docs/safety/overview.mdx', undefined, undefined],
  ['a post', 'blog/2026-11-25-x.mdx', 'trial', '/blog/trial/social.png'],
  ['a post without an address of its own', 'blog/2026-11-25-x.mdx', undefined, undefined],
])('%s', (_, file, slug, expected) => {
  expect(socialImagePath(`/site/${file}`, '/site', latest, slug)).toBe(expected);
});

test('before the first edition, pages of the draft have theirs', () => {
  expect(socialImagePath('/site/docs/a.mdx', '/site', undefined, undefined)).toBe(
    '/docs/a/social.png',
  );
});

test.each([
  ['gets its picture', {title: 'A'}, {title: 'A', image: '/docs/a/social.png'}],
  ['keeps the one that it names', {image: './mine.png'}, {image: './mine.png'}],
])('front matter %s', async (_, frontMatter, expected) => {
  const parse = frontMatterWithImage('/site', latest);
  await expect(
    parse({
      filePath: '/site/versioned_docs/version-2.0/a.mdx',
      fileContent: '',
      defaultParseFrontMatter: () => Promise.resolve({frontMatter, content: 'Text'}),
    }),
  ).resolves.toEqual({frontMatter: expected, content: 'Text'});
});

test('front matter that is no YAML is told with its line, and without the internals of the parser', async () => {
  const fileContent = '---\ntitle: A\ntype: [harm\nrelated: x\n---\nText.\n';
  const parse = frontMatterWithImage(
    '/site',
    latest,
  )({
    filePath: '/site/docs/a.mdx',
    fileContent,
    // As Docusaurus does.
    defaultParseFrontMatter: ({fileContent: text}) =>
      Promise.resolve().then(() => {
        const {data, content} = matter(text, {});
        return {frontMatter: data, content};
      }),
  });
  await expect(parse).rejects.toThrow(/docs\/a\.mdx:4:\d+ {2}front-matter\/syntax\n {2}Found +\S/);
  await expect(parse).rejects.not.toHaveProperty('mark');
});
