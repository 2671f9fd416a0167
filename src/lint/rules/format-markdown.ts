/** Rules of remark-lint that every page keeps; src/lint/README.md says which were left out, and why. */
import remarkLintEmphasisMarker from 'remark-lint-emphasis-marker';
import remarkLintFinalNewline from 'remark-lint-final-newline';
import remarkLintHardBreakSpaces from 'remark-lint-hard-break-spaces';
import remarkLintHeadingStyle from 'remark-lint-heading-style';
import remarkLintNoConsecutiveBlankLines from 'remark-lint-no-consecutive-blank-lines';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoEmphasisAsHeading from 'remark-lint-no-emphasis-as-heading';
import remarkLintNoEmptyUrl from 'remark-lint-no-empty-url';
import remarkLintNoHeadingPunctuation from 'remark-lint-no-heading-punctuation';
import remarkLintNoTabs from 'remark-lint-no-tabs';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import remarkLintStrongMarker from 'remark-lint-strong-marker';
import remarkLintTablePipes from 'remark-lint-table-pipes';
import remarkLintUnorderedListMarkerStyle from 'remark-lint-unordered-list-marker-style';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {replaceAll} from '../edits';
import {defineDocumentRule} from '../rule';

const linter = unified()
  .use(remarkLintEmphasisMarker, '*')
  .use(remarkLintFinalNewline)
  .use(remarkLintHardBreakSpaces)
  .use(remarkLintHeadingStyle, 'atx')
  .use(remarkLintNoConsecutiveBlankLines)
  .use(remarkLintNoDuplicateDefinitions)
  .use(remarkLintNoEmphasisAsHeading)
  .use(remarkLintNoEmptyUrl)
  .use(remarkLintNoHeadingPunctuation)
  .use(remarkLintNoTabs)
  .use(remarkLintNoUnusedDefinitions)
  .use(remarkLintStrongMarker, '*')
  .use(remarkLintTablePipes)
  .use(remarkLintUnorderedListMarkerStyle, '-')
  .freeze();

export const formatMarkdown = defineDocumentRule({
  id: 'format/markdown',
  title:
    'Markdown is written one way, and nothing in it is empty, unused or hidden at the end of a line',
  why: 'A space that breaks a line, or bold text in place of a heading, is seen by some readers and missed by others.',
  scope: 'next',
  check(document) {
    const {file, source, tree} = document;
    const vfile = new VFile({path: file, value: source});
    linter.runSync(structuredClone(tree), vfile);
    const tidied = replaceAll(source, tidy(source));
    return vfile.messages.map(({line, column, reason, ruleId}) => ({
      file,
      line: line ?? 1,
      column: column ?? 1,
      found: (source.split('\n')[(line ?? 1) - 1] ?? '').trim().slice(0, 80) || 'an empty line',
      expected: reason.replace(/`/g, '"'),
      fix: MENDS[ruleId ?? ''] ?? 'correct it',
      ...(SPACES.has(ruleId ?? '') ? tidied : {}),
    }));
  },
});

/** What `tidy` mends. */
const SPACES = new Set(['final-newline', 'hard-break-spaces', 'no-consecutive-blank-lines']);

const MENDS: Record<string, string> = {
  'emphasis-marker': 'write *text*',
  'final-newline': 'end the file with one line feed',
  'hard-break-spaces':
    'remove the spaces at the end of the line; begin a new paragraph where one is meant',
  'heading-style': 'write the heading with ## before it',
  'no-consecutive-blank-lines': 'leave one blank line',
  'no-duplicate-definitions': 'remove one of the two',
  'no-emphasis-as-heading': 'write a heading with ## and an id, or join the words to the paragraph',
  'no-empty-url': 'write the address, or remove the link',
  'no-heading-punctuation': 'remove the sign at the end of the heading',
  'no-tabs': 'write spaces',
  'no-unused-definitions': 'link it, or remove it',
  'strong-marker': 'write **text**',
  'table-pipes': 'begin and end each row of the table with |',
  'unordered-list-marker-style': 'begin the entry with -',
};

/** No spaces at the end of lines, one blank line at most, one line feed at the end; code blocks stay as they are. */
function tidy(source: string): string {
  const lines: string[] = [];
  let fenced = false;
  for (const line of source.split('\n')) {
    fenced = /^\s*(?:```|~~~)/.test(line) ? !fenced : fenced;
    const tidied = fenced ? line : line.trimEnd();
    if (fenced || tidied !== '' || lines.at(-1) !== '') {
      lines.push(tidied);
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
