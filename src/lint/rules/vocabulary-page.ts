import {defineRule, type Finding} from '../rule';
import {missingTarget} from '../targets';

export const vocabularyPage = defineRule({
  id: 'vocabulary/page',
  title: 'The page about a term exists in its own edition',
  why: 'The glossary links it, and search leads there whoever types the word.',
  scope: 'all',
  check: ({content, editions}) =>
    editions.flatMap((edition) => {
      const {value = [], place} = edition.data.vocabulary;
      return value.flatMap(({page}, i): Finding[] => {
        const missing = missingTarget(page, edition, content);
        return missing
          ? [
              {
                ...place([i, 'page']),
                ...missing,
                fix: 'correct it; a term without a page of its own has the page of the glossary',
              },
            ]
          : [];
      });
    }),
});
