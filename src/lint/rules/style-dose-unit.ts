/** One style for units, because a misread unit or decimal point is a wrong dose (after ISMP's list of error-prone forms). */
import {DOSE_UNITS} from '../clinical-figure';
import {dataTexts} from '../data-texts';
import {replaceAt} from '../edits';
import {defineRule} from '../rule';
import {proseBlocks, withoutCitations} from '../text';

const DOSE = `(?:${DOSE_UNITS.join('|')})(?![\\p{L}\\d])`;
const SPACED =
  '(?:mg|kg|ng|mL|ml|micrograms?|g|L|mmHg|mmol|nmol|min|minutes?|hours?|h|days?|weeks?)(?![\\p{L}\\d])';
/** Not inside a name or a longer number. */
const BEFORE = '(?<![\\p{L}\\d.,_-])';

interface Style {
  pattern: RegExp;
  expected: string;
  /** What to write instead. */
  mend(found: string): string;
}

const STYLES: Style[] = [
  {
    pattern: /(?<!\p{L})(?:[µμ]g|mcg)(?!\p{L})|(?<=\d\s?|\/)ug(?!\p{L})/gu,
    expected: '"micrograms" in words',
    mend: () => 'micrograms',
  },
  {
    pattern: /(?<!\p{L})mg\/Kg(?!\p{L})/gu,
    expected: 'mg/kg',
    mend: () => 'mg/kg',
  },
  {
    pattern: /(?<=\d[\s\u00a0-]?)mins(?!\p{L})/gu,
    expected: 'min',
    mend: () => 'min',
  },
  {
    pattern: /(?<=\d[\s\u00a0-]?|\/)hrs?(?!\p{L})/gu,
    expected: 'h',
    mend: () => 'h',
  },
  {
    pattern: /(?<=\d[\s\u00a0-]?|\/)ml(?!\p{L})/gu,
    expected: 'mL, with a capital L',
    mend: () => 'mL',
  },
  {
    pattern: /(?<=\d\s?)mm Hg(?!\p{L})/gu,
    expected: 'mmHg',
    mend: () => 'mmHg',
  },
  {
    pattern: new RegExp(`${BEFORE}\\d+(?:\\.\\d+)?${SPACED}`, 'gu'),
    expected: 'a space between number and unit',
    mend: (found) => found.replace(/^[\d.]+/, '$& '),
  },
  {
    pattern: new RegExp(
      `${BEFORE}\\d+\\.\\d*0(?=[\\s-]?${DOSE}|(?:\\s?[–-]\\s?|\\sto\\s)[\\d.]+[\\s-]?${DOSE})`,
      'gu',
    ),
    expected: 'no zero after the last digit that counts: 5.0 mg can be read as 50 mg',
    mend: (found) => found.replace(/\.?0+$/, ''),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d.])\\.\\d+(?=\\s?(?:%|${DOSE}|${SPACED}))`, 'gu'),
    expected: 'a zero before the decimal point: .5 mg can be read as 5 mg',
    mend: (found) => `0${found}`,
  },
];

export const styleDoseUnit = defineRule({
  id: 'style/dose-unit',
  title: 'Numbers and units are written one way: 0.5 mg/kg, 40 min, 2 h, micrograms',
  why: 'A misread unit or decimal point is a wrong dose.',
  scope: 'next',
  check: ({documents, editions}) =>
    [
      ...documents.flatMap((document) =>
        proseBlocks(document).map((block) => ({
          ...block,
          file: document.file,
          source: document.source,
        })),
      ),
      ...editions.flatMap(dataTexts).map((block) => ({...block, source: ''})),
    ].flatMap(({text, file, place, source}) => {
      const plain = withoutCitations(text);
      return STYLES.flatMap(({pattern, expected, mend}) =>
        [...plain.matchAll(pattern)].map((match) => ({
          file,
          ...place(match.index),
          found: around(plain, match.index, match[0].length),
          expected,
          fix: `write ${mend(match[0])}`,
          ...replaceAt(source, place(match.index), match[0], mend(match[0])),
        })),
      );
    }),
});

/** The match with the number before it or the unit after it, so that the message can be read alone. */
function around(text: string, start: number, length: number): string {
  const found = text.slice(start, start + length);
  const before = /\d[\d.,]*[\s\u00a0-]?$/.exec(text.slice(0, start))?.[0] ?? '';
  const unit = /\d$/.test(found) ? /^[\s-]?[\p{L}%]+(?:\/\p{L}+)*/u : /^(?:\/\p{L}+)+/u;
  return `${before}${found}${unit.exec(text.slice(start + length))?.[0] ?? ''}`;
}
