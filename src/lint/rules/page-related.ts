import {nearest} from '../../evidence/nearest';
import {editionOf} from '../content';
import {defineDocumentRule, type Finding} from '../rule';

const MAX = 8;

export const pageRelated = defineDocumentRule({
  id: 'page/related',
  title: `Related pages exist: 1 to ${MAX}, none twice, not the page itself`,
  why: 'They are how a reader goes on; one that leads nowhere stops the build.',
  scope: 'all',
  check(document, content) {
    const {file, slug: own, rawFrontMatter, frontMatterPlace} = document;
    const {related} = rawFrontMatter;
    if (document.kind !== 'doc' || !Array.isArray(related)) {
      return [];
    }
    const {pages, folder} = editionOf(content, document);
    const others = [...pages.keys()].filter((slug) => slug !== own);
    const count: Finding[] =
      related.length >= 1 && related.length <= MAX
        ? []
        : [
            {
              file,
              ...frontMatterPlace(['related']),
              found: `${related.length} related pages`,
              expected: `1 to ${MAX}`,
              fix:
                related.length === 0 ? 'name at least one page' : 'keep those a reader needs next',
            },
          ];
    const each = related.flatMap((slug: unknown, i): Finding[] => {
      const place = {file, ...frontMatterPlace(['related', i])};
      if (typeof slug !== 'string') {
        return [];
      }
      if (slug === own) {
        return [{...place, found: slug, expected: 'another page than this one', fix: 'remove it'}];
      }
      if (related.indexOf(slug) < i) {
        return [
          {...place, found: `${slug}, a second time`, expected: 'each page once', fix: 'remove it'},
        ];
      }
      return pages.has(slug)
        ? []
        : [
            {
              ...place,
              found: slug,
              expected: `the slug of a page in ${folder}/`,
              closest: nearest(slug, others),
              fix: 'correct the slug, or remove it',
            },
          ];
    });
    return [...count, ...each];
  },
});
