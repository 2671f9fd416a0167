import {parseCitations} from '../../evidence/citations';
import {editionOf, type EditionContent} from '../content';
import {dataTexts} from '../data-texts';
import {defineRule, type Finding} from '../rule';
import {citableTexts, withoutCitations, type MappedText} from '../text';

/** A key with its `@`, or alone in square brackets: `@zarate2006`, `[zarate2006]`. */
const LOOSE_KEY = /(?<![\w.])@(?<at>[a-z0-9][a-z0-9-]*)|\[(?<bare>[a-z0-9][a-z0-9-]*)\]/g;

export const citeMalformed = defineRule({
  id: 'cite/malformed',
  title: 'Citations are written [@key], [@a; @b] or [@key, section 2.3]',
  why: 'Anything else stays in the page as plain text, and the figure has no source.',
  scope: 'all',
  check: ({content, documents, editions}) => [
    ...documents.flatMap((document) =>
      citableTexts(document).flatMap((text) =>
        malformed(text, document.file, editionOf(content, document)),
      ),
    ),
    ...editions.flatMap((edition) =>
      dataTexts(edition)
        .filter(({citable}) => citable)
        .flatMap((text) => malformed(text, text.file, edition)),
    ),
  ],
});

function malformed(
  {text, place}: MappedText,
  file: string,
  {evidence: {references}}: EditionContent,
): Finding[] {
  const unreadable = parseCitations(text).malformed.map(({start, text: found}) => ({
    file,
    ...place(start),
    found,
    expected: '[@key], [@a; @b] or [@key, section 2.3]',
    fix: 'separate keys with semicolons, each beginning with @; a locator follows a comma',
  }));
  // Only known keys: other words with @ or in brackets are none of our business.
  const loose = [...withoutCitations(text).matchAll(LOOSE_KEY)].flatMap((match): Finding[] => {
    const key = match.groups!.at ?? match.groups!.bare!;
    return references.has(key)
      ? [
          {
            file,
            ...place(match.index),
            found: match[0],
            expected: `[@${key}]`,
            fix: `write [@${key}]; words before the key, as in [see @${key}], go into the sentence`,
          },
        ]
      : [];
  });
  return [...unreadable, ...loose];
}
