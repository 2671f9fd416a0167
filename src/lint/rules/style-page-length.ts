import {defineDocumentRule} from '../rule';
import {countWords} from '../text';

const MAX_WORDS = 1800;

export const stylePageLength = defineDocumentRule({
  id: 'style/page-length',
  title: `Pages have at most ${MAX_WORDS.toLocaleString('en-US')} words`,
  why: 'The reader has two minutes: a longer page is two pages.',
  scope: 'next',
  check(document) {
    const words = countWords(document);
    return document.kind !== 'doc' || words <= MAX_WORDS
      ? []
      : [
          {
            file: document.file,
            line: 1,
            column: 1,
            found: `${words.toLocaleString('en-US')} words (without front matter, code, figures and citations)`,
            expected: `at most ${MAX_WORDS.toLocaleString('en-US')}`,
            fix: 'shorten it, or move a part of it to a page of its own',
          },
        ];
  },
});
