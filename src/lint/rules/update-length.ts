import {defineDocumentRule} from '../rule';
import {countWords} from '../text';

/** From the editorial guide. */
const MIN = 120;
const MAX = 400;

export const updateLength = defineDocumentRule({
  id: 'update/length',
  title: `Posts have ${MIN} to ${MAX} words`,
  why: 'A post reports one development: shorter says too little, longer belongs on a page.',
  scope: 'next',
  check(document) {
    const words = countWords(document);
    return document.kind !== 'post' || (words >= MIN && words <= MAX)
      ? []
      : [
          {
            file: document.file,
            line: 1,
            column: 1,
            found: `${words} words (without front matter, code and citations)`,
            expected: `${MIN} to ${MAX}`,
            fix:
              words < MIN
                ? 'say what happened and when, what it changes and what it does not'
                : 'move what will stay true to the page it is about',
          },
        ];
  },
});
