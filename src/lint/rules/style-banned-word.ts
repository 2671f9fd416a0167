/**
 * Words that sell, judge people or claim more than a study can show. Not looked
 * at: code, addresses, citation keys, keywords (people type them), words in quotation marks (claims that a page
 * reports), and the names listed here.
 */
import {dataTexts} from '../data-texts';
import {defineRule} from '../rule';
import {mask, proseBlocks, withoutCitations, type Block} from '../text';

interface BannedWord {
  pattern: RegExp;
  /** What to write instead. */
  mend: string;
  /** A claim may be denied: "is not a cure". */
  unlessDenied?: boolean;
}

const SAY_FIGURE = 'say the figure and its certainty';

const BANNED: BannedWord[] = [
  {pattern: /\brevolution(?:ary|i[sz]\w+)/giu, mend: SAY_FIGURE},
  {pattern: /\bbreakthroughs?\b/giu, mend: SAY_FIGURE, unlessDenied: true},
  {pattern: /\bpromising(?:ly)?\b|\bshow\w* promise\b/giu, mend: SAY_FIGURE},
  {pattern: /\bbright(?:er|est)?\b/giu, mend: SAY_FIGURE},
  {pattern: /\bgame[- ]chang(?:er|ers|ing)\b/giu, mend: SAY_FIGURE, unlessDenied: true},
  {pattern: /\bmirac(?:le|les|ulous|ulously)\b/giu, mend: SAY_FIGURE, unlessDenied: true},
  {pattern: /\bexciting(?:ly)?\b/giu, mend: SAY_FIGURE},
  {pattern: /\blandmarks?\b/giu, mend: 'say what the study found, and how large it was'},
  {pattern: /\bnovel\b/giu, mend: 'say what is new about it, or "new"'},
  {
    pattern: /\bhop(?:e|es|ed|eful|efully|ing)\b/giu,
    mend: 'say what is being studied, or what is not known',
  },
  {
    pattern: /\bcur(?:e|es|ed|ing|ative)\b/giu,
    mend: 'say "remission" or "response", its measure, and for how long',
    unlessDenied: true,
  },
  {
    pattern: /\bsafe(?:r|st|ly)?\b/giu,
    mend: 'say the harm, how often, and in whom; or deny it: "no dose is known to be safe"',
    unlessDenied: true,
  },
  {
    pattern: /\bproven\b/giu,
    mend: 'say what was shown, by which study, and how certain it is',
    unlessDenied: true,
  },
  {pattern: /\bcommit\w*\s+suicide\b/giu, mend: '"died by suicide"'},
  {pattern: /\baddicts?\b/giu, mend: '"people with a substance use disorder"'},
  {pattern: /\balcoholics\b/giu, mend: '"people with alcohol use disorder"'},
  {
    pattern: /\babus(?:e|es|ed|er|ers|ing|ive)\b/giu,
    mend: '"misuse" or "non-medical use", as the source means it',
  },
];

/** Names and set phrases in which such a word is no claim. The only list of exceptions by name. */
const NAMES: RegExp[] = [
  /\bbreakthrough (?:cancer )?pain\b/giu,
  /\bBreakthrough Therapy\b/gu,
  /\bbright[- ]light\b/giu,
  /\b(?:anatomical|surface|ultrasound) landmarks?\b|\blandmark anal\w+/giu,
  /\bnovel compounds?\b|\bnovel[- ]object\b/giu,
  /\bAlcoholics Anonymous\b/gu,
  // The regulators' words: US scheduling, label sections and boxed warnings.
  /\babuse (?:potential|liability|deterren\w+)\b|\bpotential for abuse\b|\bdrugs? of abuse\b/giu,
  /\babuse (?:and|or) (?:misuse|dependence)\b|\bmisuse (?:and|or) abuse\b/giu,
  /\b(?:Substance|Drug|Alcohol) Abuse\b|\bAbuse (?:Screening|Warning|Surveillance)\b/gu,
  // Harm done to a person: another meaning.
  /\b(?:sexual|physical|emotional|domestic|child|childhood|elder) abuse\b|\babusive relationship\w*/giu,
  // Keeping medicines and devices away from others.
  /\bsafe (?:storage|disposal|handling|place|use program)\b|\bsafely (?:stored|disposed)\b|\b(?:stored?|stor(?:ing|age)|dispose[ds]?(?: of)?) safely\b/giu,
];

const QUOTED = /"[^"\n]{1,120}"|“[^”\n]{1,120}”|‘[^’\n]{1,120}’/gu;

/** A word of denial or doubt earlier in the same clause: "is not known to be safe", "no dose is safe", "whether". */
const DENIED =
  /\b(?:not|no|never|cannot|nor|neither|without|nobody|none|nothing|whether|unclear|unknown|uncertain|fails?|failed|if|un\w+ly|\w+n['’]t)\b[^.;:!?]{0,100}$/iu;
/** "How safe is it", "Is it safe at home": a question claims nothing. */
const QUESTION = /^(?:how|is|are|was|were|does|do|can|could)\b/iu;

export const styleBannedWord = defineRule({
  id: 'style/banned-word',
  title: 'No words that sell, judge people, or claim what no study can show',
  why: 'Mood words move a reader where only figures should.',
  scope: 'next',
  check: ({documents, editions}) =>
    [
      ...documents.flatMap((document) =>
        proseBlocks(document).map((block) => ({...block, file: document.file})),
      ),
      ...editions.flatMap(dataTexts),
    ].flatMap((block) => {
      const text = readable(block.text);
      return BANNED.flatMap(({pattern, mend, unlessDenied}) =>
        [...text.matchAll(pattern)]
          .filter((match) => !isAcronym(match[0]))
          .filter((match) => !(unlessDenied && isDenied(block, text, match.index)))
          .map((match) => ({
            file: block.file,
            ...block.place(match.index),
            found: context(text, match.index, match[0].length),
            expected: `no "${match[0]}"`,
            fix: mend,
          })),
      );
    }),
});

function readable(text: string): string {
  return [QUOTED, ...NAMES].reduce((rest, pattern) => mask(rest, pattern), withoutCitations(text));
}

/** HOPE and BRIGHT are trials. */
function isAcronym(word: string): boolean {
  return word === word.toUpperCase();
}

function isDenied({kind}: Block, text: string, index: number): boolean {
  const before = text.slice(0, index);
  const sentence =
    /[^.!?]*$/.exec(before)![0] + (/^[^.!?]*[.!?]?/.exec(text.slice(index))?.[0] ?? '');
  return (
    DENIED.test(before) ||
    sentence.endsWith('?') ||
    (kind === 'heading' && QUESTION.test(text.trim()))
  );
}

/** The word with a few around it. */
function context(text: string, start: number, length: number): string {
  const before = text.slice(0, start).split(/\s+/).slice(-4).join(' ');
  const after = text
    .slice(start + length)
    .split(/\s+/)
    .slice(0, 3)
    .join(' ');
  return `${before}${text.slice(start, start + length)}${after}`.replace(/\s+/g, ' ').trim();
}
