import {imagesOf, linksOf, parseUrl} from '../links';
import {defineDocumentRule, type Finding} from '../rule';

/** `sms:` and `tel:` for crisis lines. */
const ALLOWED = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];

export const linkScheme = defineDocumentRule({
  id: 'link/scheme',
  title: 'Links are relative or begin with https:, http:, mailto:, tel: or sms:',
  why: "Other schemes run code or open programs on the reader's device.",
  scope: 'all',
  check: (document) =>
    [...linksOf(document), ...imagesOf(document)].flatMap(({url, place}): Finding[] => {
      const {scheme} = parseUrl(url);
      return scheme === undefined || ALLOWED.includes(scheme)
        ? []
        : [
            {
              ...place,
              found: url,
              expected: `a relative link, or one that begins with ${ALLOWED.join(', ')}`,
              fix: scheme === '//' ? `write https:${url}` : 'remove the link, or link a page',
            },
          ];
    }),
});
