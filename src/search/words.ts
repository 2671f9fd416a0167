/** From what a person typed to the words that are looked for: one way for pages, vocabulary and queries. */
import lunr from 'lunr';

/** Words that tell nothing about what is looked for. Words that do in this field are not here: "who", "may", "last". */
const STOP_WORDS = new Set(
  `a about actually after all also am an and any anyone are as at be been before being best both but by can could did do
  does doing ever for from get gets getting give given go good had happen happened happens has have having he her his how
  i if in into is it its just me much my of on one or our out please really she should so some someone take taking than
  that the their them then there these they thing this those to too us use used using versus via vs was we were what when
  where which while why will with would you your`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * @param text what was typed, a name of the vocabulary or the text of a section
 * @returns its words in order: lower case, without accents, possessives and punctuation; a number apart from its unit
 *   ("0.5mg/kg" gives "0.5" and "mg/kg"); hyphens and slashes part words, but not units, doses or blood pressures
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/(\d)\s*(mg|mcg|microgram|ml|kg|min|h|hr|hrs|mmhg|ng)\b/g, '$1 $2')
    .replace(/'s\b/g, '')
    .split(/[\s\-‐‑–—,;:!?"()[\]{}<>]+/)
    .flatMap((word) => (/^(mg|mcg|ng|ml|g)\/|^\d+\/\d+$/.test(word) ? [word] : word.split('/')))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter(Boolean);
}

/** The words that say what is looked for; all of them where none does ("what is it"). */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : [...words];
}

/** The stem under which lunr, the theme's index, keeps a word: "doses" and "dosing" are found by "dose". */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = lunr.stemmer(new lunr.Token(word, {})).toString();
    stems.set(word, stem);
  }
  return stem;
}

/** The same few thousand words make up all names. */
const stems = new Map<string, string>();

/** Whether the theme's index keeps a word: lunr drops its own stop words, some of which tell something here ("often"). */
export function isIndexed(word: string): boolean {
  return Boolean(lunr.stopWordFilter(new lunr.Token(word, {})));
}
