import {replaceAll} from '../edits';
import {defineSlowRule, type Finding} from '../rule';
import {checkSpelling, WORD_LIST, type WordList} from '../spelling';

export const spellingWordList = defineSlowRule({
  id: 'spelling/word-list',
  title: 'The list spelling.txt holds only words that are needed, each once, in alphabetical order',
  why: 'A list that only grows lets more and more misspellings pass.',
  scope: 'next',
  async check({content}) {
    const {list, needed} = await checkSpelling(content);
    const edit = replaceAll(list.text, tidied(list, needed));
    let last: string | undefined;
    const findings: Finding[] = [];
    for (const {word, line} of list.lines) {
      const place = {file: WORD_LIST, line, column: 1, found: word};
      if (/\s/.test(word)) {
        findings.push({...place, expected: 'one word a line', fix: 'give each word its line'});
      } else if (!needed.has(word)) {
        findings.push({
          ...place,
          expected: 'words that some text needs and no dictionary has',
          fix: 'remove it',
          ...edit,
        });
      } else if (last !== undefined && compare(last, word) >= 0) {
        findings.push({
          ...place,
          expected: last === word ? 'each word once' : 'alphabetical order',
          fix: last === word ? 'remove it' : `move it up, before ${last}`,
          ...edit,
        });
      } else {
        last = word;
      }
    }
    return findings;
  },
});

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en') || (a < b ? -1 : a > b ? 1 : 0);
}

function tidied({text, lines}: WordList, needed: ReadonlySet<string>): string {
  const comments = text.split('\n').filter((line) => line.trim().startsWith('#'));
  const words = [...new Set(lines.map(({word}) => word))]
    .filter((word) => needed.has(word))
    .sort(compare);
  return `${[...comments, ...words].join('\n')}\n`;
}
