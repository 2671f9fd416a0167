/**
 * Finds clinical figures in a text: numbers that a reader could act on, and that therefore need a source.
 *
 * A clinical figure is a number with
 * - a dose, volume, concentration or weight: 0.5 mg/kg, 56 mg, 5 mL, 60 micrograms, 120 ng/mL, 9 nM, 237 g/mol
 * - a time as dose or outcome: 40 min, 2 h, 24 hours, 7 days, 4 weeks, day 28 (months and years are calendar or
 *   follow-up more often than outcome, and are none)
 * - a pressure, rate or temperature: 20 mmHg, 100 bpm, 38 °C
 * - percent: 51%, 51 percent, 12 percentage points
 * - a count of a count: 24 of 47, 1 in 10, n = 72; a count of people: 72 participants
 * - an effect: 95% CI 1.2 to 3.4, risk ratio 2.1, OR 1.4, SMD −0.5, a difference of 3, p < 0.05, 3-fold
 * - a score: 5 points, a score of 20
 *
 * A time is none where its sentence says that something was not shown, tested or known: "nothing is known after 4 weeks".
 *
 * None are: years and dates, telephone numbers, NCT numbers, list numbers, "phase 2", "DSM-5", "section 2.3",
 * "24 hours a day", and numbers that name something (PHQ-9, CYP3A4). Amounts of money are no clinical figures.
 *
 * In tables the unit may stand in the column's header or in the row's first cell: there any number counts that is no
 * year, date or name.
 */

export interface FoundFigure {
  start: number;
  text: string;
  /** A duration or time point. */
  isTime: boolean;
}

/** Units that doses and measurements have, longest first where one begins another. */
export const DOSE_UNITS = [
  'micrograms?',
  'milligrams?',
  'mg',
  'mcg',
  'ng',
  'kg',
  'mL',
  'ml',
  'µg',
  'μg',
  'ug',
  'g',
  'L',
] as const;

const MEASURES = [
  ...DOSE_UNITS,
  'mmol',
  'nmol',
  'mEq',
  '[nµμm]M',
  'kDa',
  'Da',
  'mm ?Hg',
  'bpm',
  'beats',
  'breaths',
  '°C',
  'IU',
] as const;

const TIMES = [
  'mins?',
  'minutes?',
  'hrs?',
  'hours?',
  'h',
  'seconds?',
  's',
  'days?',
  'weeks?',
] as const;

const NUMBER = String.raw`\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`;
/** Nothing before it that would make the number part of a name or of a longer number. */
const BEFORE = String.raw`(?<![\p{L}\d.,]|\p{L}-)`;
const END = String.raw`(?![\p{L}\d])`;
const PEOPLE =
  '(?:people|persons|participants|patients|adults|children|adolescents|women|men|volunteers|inpatients|outpatients|veterans|infants)';
const EFFECTS = String.raw`(?:a?OR|a?RR|a?HR|IRR|SMD|WMD|MD|NNTB?|NNH|RD|ARR|SD|CI|CrI)`;

const units = (list: readonly string[]): string => `(?:${list.join('|')})`;

/** Units of one letter need a space or hyphen: "1990s" and "5g" are other things. */
function numberWith(list: readonly string[]): string {
  const long = list.filter((unit) => unit.length > 1);
  return String.raw`${BEFORE}(?:${NUMBER})(?:[\s\u00a0-]${units(list)}|${units(long)})${END}(?:\/\p{L}+)*`;
}

const TIME_PATTERNS = [numberWith(TIMES), String.raw`\b(?:[Dd]ays?|[Ww]eeks?)[\s\u00a0]\d+${END}`];

const PATTERNS = [
  numberWith(MEASURES),
  String.raw`${BEFORE}(?:${NUMBER})\s?(?:%|percent(?:age points?)?${END})`,
  String.raw`${BEFORE}\d[\d,]*\s+of\s+(?:the\s+|its\s+|all\s+)?\d[\d,]*(?![\p{L}\d-])`,
  String.raw`${BEFORE}1 in (?!(?:19|20)\d\d\b)\d[\d,]*`,
  String.raw`\b[nN]\s?=\s?\d+`,
  String.raw`${BEFORE}\d[\d,]*\s+(?:\p{L}[\p{L}-]*\s+)?${PEOPLE}\b`,
  String.raw`\b${EFFECTS}\s?(?:=|of|was|is|,|:)?\s?[−–-]?\d[\d.]*`,
  String.raw`\b(?:ratios?|difference|effect size|reduction|rise|fall)\s(?:of|was|is)\s[−–-]?\d[\d.]*${END}`,
  String.raw`\bratio\s[−–-]?\d[\d.]*`,
  String.raw`\b[pP]\s?(?:[=<>≤]|below|above)\s?[\d.]*\d`,
  String.raw`\b[dg]\s?(?:=|of)\s?[−–-]?\d[\d.]*`,
  String.raw`${BEFORE}(?:${NUMBER})[\s-](?:points?|fold)\b`,
  String.raw`\bscores?\s(?:of|above|below|under|over|at least|at most)\s\d+`,
];

const FIGURE = new RegExp(`(?<time>${TIME_PATTERNS.join('|')})|${PATTERNS.join('|')}`, 'gu');

/** What a sentence says about gaps in knowledge. */
const NOT_SHOWN =
  /\b(?:not|never)\s(?:been\s)?(?:shown|tested|studied|known|reported|measured|established|followed)\b|\b(?:unknown|unclear|uncertain)\b|\bnothing is known\b|\b(?:no|little)\s(?:trials?|stud(?:y|ies)|evidence|data)\b/i;

/** Numbers that are names, dates or addresses. Blanked out before the search. */
const NO_FIGURES =
  /\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\bNCT\d+|\b(?:DSM|ICD)-\d+|\b[Pp]hases? \d(?:[/ab]\d?)?|\b[Ss]ections? \d+(?:\.\d+)*|\b24 hours a day|\b7 days a week|\bday or week\b/g;

/** Clinical figures in a text without its citations, in order. */
export function findClinicalFigures(text: string): FoundFigure[] {
  const plain = text.replace(NO_FIGURES, (found) => ' '.repeat(found.length));
  return [...plain.matchAll(FIGURE)]
    .filter((match) => !(match.groups?.time && NOT_SHOWN.test(sentenceAt(plain, match.index))))
    .map((match) => ({
      start: match.index,
      text: match[0].trim(),
      isTime: match.groups?.time !== undefined,
    }));
}

/** The sentence around an offset; a decimal point ends none. */
function sentenceAt(text: string, offset: number): string {
  const end = /[.!?](?=\s|$)/g;
  let start = 0;
  for (let match = end.exec(text); match; match = end.exec(text)) {
    if (match.index >= offset) {
      return text.slice(start, match.index);
    }
    start = end.lastIndex;
  }
  return text.slice(start);
}

const UNIT_ALONE = new RegExp(
  String.raw`%|(?<![\p{L}\d'’-])(?:CI|[Pp]ercent|${units([...MEASURES, ...TIMES])})(?![\p{L}\d'’-])`,
  'u',
);

/** True for a header like "Dose, mg/kg", "Remission (%)" or "95% CI": numbers under it need no unit of their own. */
export function namesUnit(header: string): boolean {
  return UNIT_ALONE.test(header);
}

/** A number of a table cell: no year, no date, no part of a name such as PHQ-9 or R-107. */
const CELL_NUMBER = new RegExp(
  String.raw`${BEFORE}(?!(?:19|20)\d\d${END})(?:${NUMBER})(?![\p{L}\d]|-\p{L})`,
  'u',
);
const CELL_DATE =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g;

/** The first number of a table cell that means an amount. */
export function findCellNumber(cell: string): Omit<FoundFigure, 'isTime'> | undefined {
  const blank = (found: string): string => ' '.repeat(found.length);
  const match = CELL_NUMBER.exec(cell.replace(NO_FIGURES, blank).replace(CELL_DATE, blank));
  return match ? {start: match.index, text: match[0]} : undefined;
}
