import {blocksOf, editionOf} from '../content';
import {dataTexts} from '../data-texts';
import {defineDocumentRule, placeOf} from '../rule';
import {proseBlocks, withoutCitations} from '../text';

const MENTION = /\bsuicid\w*|\bself-harm\w*/iu;

export const pageCrisisNotice = defineDocumentRule({
  id: 'page/crisis-notice',
  title: 'Pages that speak of suicide or self-harm show crisis contacts',
  why: 'Someone in danger may read the page: help must stand on it.',
  scope: 'next',
  check(document, content) {
    const {file, kind, rawFrontMatter} = document;
    if (
      kind === 'post' ||
      rawFrontMatter.type === 'about' ||
      rawFrontMatter.crisis_notice === true
    ) {
      return [];
    }
    const shown = dataTexts(editionOf(content, document));
    const texts = [
      ...proseBlocks(document),
      ...blocksOf(document).flatMap((block) =>
        shown
          .filter(({shownBy}) => shownBy === block.name)
          .map(({text}) => ({text, place: () => placeOf(document, block)})),
      ),
    ];
    for (const {text, place} of texts) {
      const match = MENTION.exec(withoutCitations(text));
      if (match) {
        return [
          {
            file,
            ...place(match.index),
            found: match[0],
            expected: 'crisis_notice: true in the front matter of a page that speaks of it',
            fix: 'add the line: crisis_notice: true',
          },
        ];
      }
    }
    return [];
  },
});
