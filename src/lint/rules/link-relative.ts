/**
 * Links inside the site. On pages they are relative links to files, with extension, so that each edition links to its
 * own pages, editors can follow them, and a renamed file is noticed. Posts are not versioned: they link to /docs/...
 */
import path from 'node:path';
import {nearest} from '../../evidence/nearest';
import {allEditions, editionOf, type Content} from '../content';
import type {Document} from '../document';
import {
  anchorsOf,
  hasAnchor,
  isRepositoryFile,
  linksOf,
  parseUrl,
  type PageLink,
  type ParsedUrl,
} from '../links';
import {defineDocumentRule, type Finding} from '../rule';

export const linkRelative = defineDocumentRule({
  id: 'link/relative',
  title: 'Links between pages are relative, and lead to a page and section that exist',
  why: 'A link that leads nowhere, or into another edition, leaves the reader with nothing or with old text.',
  scope: 'all',
  check: (document, content) =>
    linksOf(document).flatMap((link): Finding[] => {
      const url = parseUrl(link.url);
      if (url.scheme !== undefined) {
        return [];
      }
      if (url.path === '') {
        return missingFragment(link, url, document);
      }
      if (url.path.startsWith('/')) {
        return url.path === '/docs' || url.path.startsWith('/docs/')
          ? linkToDocs(link, url, document, content)
          : [];
      }
      return linkToFile(link, url, document, content);
    }),
});

/** `../safety/monitoring.mdx#vital-signs` on a page; `./picture.png` anywhere. */
function linkToFile(
  link: PageLink,
  url: ParsedUrl,
  document: Document,
  content: Content,
): Finding[] {
  const edition = editionOf(content, document);
  const absolute = path.resolve(path.dirname(document.absolute), url.path);
  if (document.kind === 'post' || /\.(?!mdx$)[a-z0-9]{1,5}$/i.test(url.path)) {
    return isRepositoryFile(absolute, content.root)
      ? []
      : [
          {
            ...link.place,
            found: link.url,
            expected:
              document.kind === 'post'
                ? 'a file beside the post, or /docs/... for a page'
                : 'a file that exists',
            fix: 'correct the path',
          },
        ];
  }
  const slug = path
    .relative(edition.dir, absolute)
    .split(path.sep)
    .join('/')
    .replace(/\.mdx$/, '');
  const page = edition.pages.get(slug);
  if (!page || !url.path.endsWith('.mdx')) {
    return [
      {
        ...link.place,
        found: link.url,
        expected: `a relative link to a file in ${edition.folder}/, with .mdx`,
        closest: page
          ? [relativeLink(document, page, url.fragment)]
          : nearest(slug, edition.pages.keys()).map((other) =>
              relativeLink(document, edition.pages.get(other)!),
            ),
        fix: 'correct the path',
      },
    ];
  }
  return missingFragment(link, url, page);
}

/** `/docs/safety/monitoring/#vital-signs`. */
function linkToDocs(
  link: PageLink,
  url: ParsedUrl,
  document: Document,
  content: Content,
): Finding[] {
  const [, first = '', ...rest] = url.path.replace(/\/$/, '').split('/').slice(1);
  const named = allEditions(content).find(({edition}) => edition === first);
  const slug = (named ? rest : [first, ...rest]).join('/') || 'index';
  if (document.kind === 'doc') {
    const edition = editionOf(content, document);
    const page = edition.pages.get(slug);
    return [
      {
        ...link.place,
        found: link.url,
        expected: 'a relative link to a file, so that each edition links to its own pages',
        closest: page
          ? [relativeLink(document, page, url.fragment)]
          : nearest(slug, edition.pages.keys()).map((other) =>
              relativeLink(document, edition.pages.get(other)!),
            ),
        fix: 'link the file',
      },
    ];
  }
  // Without an edition the address is that of the latest one, or of the draft while nothing is released.
  const editions = named ? [named] : [content.released[0] ?? content.next, content.next];
  const page = editions.map(({pages}) => pages.get(slug)).find((found) => found !== undefined);
  const prefix = named ? `/docs/${first}/` : '/docs/';
  if (!page) {
    return [
      {
        ...link.place,
        found: link.url,
        expected: `a page of ${editions.map(({folder}) => `${folder}/`).at(-1)}`,
        closest: nearest(slug, editions.at(-1)!.pages.keys()).map((other) => `${prefix}${other}/`),
        fix: 'correct the address',
      },
    ];
  }
  return missingFragment(link, url, page);
}

function missingFragment(
  link: PageLink,
  {path: before, fragment}: ParsedUrl,
  page: Document,
): Finding[] {
  if (!fragment) {
    return [];
  }
  return hasAnchor(page, fragment)
    ? []
    : [
        {
          ...link.place,
          found: link.url,
          expected: `the id of a heading in ${page.file}`,
          closest: nearest(fragment, anchorsOf(page)).map((id) => `${before}#${id}`),
          fix: 'correct the part after #',
        },
      ];
}

function relativeLink(from: Document, to: Document, fragment?: string): string {
  const link = path.relative(path.dirname(from.absolute), to.absolute).split(path.sep).join('/');
  return fragment ? `${link}#${fragment}` : link;
}
