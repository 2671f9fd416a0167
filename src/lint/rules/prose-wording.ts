import {inBackground} from '../background';
import {dataTexts} from '../data-texts';
import {replaceAt} from '../edits';
import {defineSlowRule, type Finding} from '../rule';
import {proseBlocks, withoutCitations} from '../text';

export const proseWording = defineSlowRule({
  id: 'prose/wording',
  title: 'No word twice in a row, "a" and "an" as spoken, one space between sentences',
  why: 'Slips of the pen make a reader stop, and wonder what else was not read twice.',
  scope: 'next',
  async check({documents, editions}) {
    const blocks = [
      ...documents.flatMap((document) =>
        proseBlocks(document).map((block) => ({
          ...block,
          file: document.file,
          source: document.source,
        })),
      ),
      ...editions.flatMap(dataTexts).map((block) => ({...block, source: ''})),
    ];
    const texts = blocks.map(({text}) => withoutCitations(text));
    const slips = await inBackground('wording', {texts});
    return blocks.flatMap(({text, file, source, place}, i): Finding[] =>
      slips[i]!.flatMap(({start, end, reason, wanted}) => {
        const found = text.slice(start, end);
        // A citation was taken out there: its gap is no slip.
        if (found !== texts[i]!.slice(start, end)) {
          return [];
        }
        const at = place(start);
        return [
          {
            file,
            ...at,
            found: around(text, start, end),
            expected: reason.replace(/`/g, '"'),
            fix: wanted === undefined ? 'correct it' : `write "${wanted}"`,
            ...(wanted === undefined ? {} : replaceAt(source, at, found, wanted)),
          },
        ];
      }),
    );
  },
});

/** With a few words on both sides. */
function around(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(/\s+/).slice(-3).join(' ');
  const after = text.slice(end).split(/\s+/).slice(0, 3).join(' ');
  return `${before}${text.slice(start, end)}${after}`;
}
