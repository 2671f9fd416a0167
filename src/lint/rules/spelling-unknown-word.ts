import {nearest} from '../../evidence/nearest';
import {inBackground} from '../background';
import {defineSlowRule} from '../rule';
import {checkSpelling, WORD_LIST} from '../spelling';

/** Words of our own that are at most this far from what was typed may have been meant. */
const NEAR = 4;

export const spellingUnknownWord = defineSlowRule({
  id: 'spelling/unknown-word',
  title: 'Words are spelled as in American English, in medicine, or in our vocabulary',
  why: 'Readers who search for the right word do not find a misspelled one, and doubt the figures beside it.',
  scope: 'next',
  async check({content}) {
    const {unknown, own} = await checkSpelling(content);
    const words = [...new Set(unknown.map(({word}) => word))];
    const suggested = new Map(
      (await inBackground('suggestions', {words})).map((list, i) => [words[i]!, list]),
    );
    return unknown.map(({word, ...place}) => {
      const near = nearest(word, own, 1).filter(
        (other) => Math.abs(other.length - word.length) < NEAR && word.length >= NEAR,
      );
      return {
        ...place,
        found: word,
        expected: 'a word of American English, of medicine, or of docs/_evidence/vocabulary.yml',
        closest: [...new Set([...(suggested.get(word) ?? []), ...near])],
        fix: `correct it; if it is right, add it to the vocabulary, or in its place to ${WORD_LIST}`,
      };
    });
  },
});
