import {headingIds} from '../content';
import {NEXT} from '../document';
import {nearest} from '../../evidence/nearest';
import {defineDocumentRule, type Finding} from '../rule';

export const errataPlace = defineDocumentRule({
  id: 'errata/place',
  title: 'Errata stand on released pages, and name a section that is there',
  why: 'An erratum tells readers of a released text what was wrong in it; a draft is simply mended.',
  scope: 'all',
  check(document) {
    const {frontMatter, edition, file} = document;
    const errata = frontMatter && 'errata' in frontMatter ? (frontMatter.errata ?? []) : [];
    if (edition === NEXT) {
      return errata.length === 0
        ? []
        : [
            {
              file,
              ...document.frontMatterPlace(['errata']),
              found: 'errata on a page of the draft',
              expected: 'errata on pages of released editions only',
              fix: 'mend the text and remove the field',
            },
          ];
    }
    const ids = headingIds(document);
    return errata.flatMap(({section}, i): Finding[] =>
      section === undefined || ids.includes(section) || section === 'at-a-glance'
        ? []
        : [
            {
              file,
              ...document.frontMatterPlace(['errata', i, 'section']),
              found: `section: ${section}`,
              expected: 'the id of a heading of this page',
              closest: nearest(section, ids),
            },
          ],
    );
  },
});
