/** Where the words that were found stand in a text. */

/** A shorter word is marked only where it stands alone: "im" is not in "time" and not in "important". */
const SHORTEST_BEGINNING = 4;

/**
 * @param marks words or their beginnings, in lower case
 * @returns a pattern for words that begin so, with what is matched as its only group; undefined for no marks
 */
export function markPattern(marks: readonly string[]): RegExp | undefined {
  const words = [...marks]
    .filter(Boolean)
    // Of two that fit, the longer is what was looked for.
    .sort((a, b) => b.length - a.length)
    .map((mark) => {
      const literal = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return mark.length < SHORTEST_BEGINNING
        ? `${literal}(?![\\p{L}\\p{N}])`
        : `${literal}[\\p{L}\\p{N}]*`;
    });
  return words.length > 0
    ? new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu')
    : undefined;
}

/** Longest excerpt, in characters. */
const EXCERPT_LENGTH = 180;
const SENTENCE_BEGINNING = /(?<=[.;:!?])\s+(?=[\p{Lu}\p{N}“"(])/gu;

/**
 * The part of a text with most of the words found: from the beginning of its sentence where that is near, else cut at
 * words, with an ellipsis at each end that was cut.
 */
export function excerptOf(text: string, marks: readonly string[]): string {
  const pattern = markPattern(marks);
  const places = pattern ? [...text.matchAll(pattern)] : [];
  const first = bestPlace(places) ?? 0;
  const start = beginning(text, first);
  const end = ending(text, start, first);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** The place after which an excerpt holds most different words; the first of several. */
function bestPlace(places: readonly RegExpMatchArray[]): number | undefined {
  let best: {at: number; words: number} | undefined;
  places.forEach((place, n) => {
    const until = place.index! + (2 * EXCERPT_LENGTH) / 3;
    const words = new Set<string>();
    for (let m = n; m < places.length && places[m]!.index! < until; m += 1) {
      words.add(places[m]![0].toLowerCase().slice(0, SHORTEST_BEGINNING));
    }
    if (!best || words.size > best.words) {
      best = {at: place.index!, words: words.size};
    }
  });
  return best?.at;
}

function beginning(text: string, first: number): number {
  const earliest = Math.max(0, first - EXCERPT_LENGTH / 3);
  if (earliest === 0) {
    return 0;
  }
  // With the first letter of the word found: it may begin the sentence.
  const before = text.slice(0, first + 1);
  const sentence = [...before.matchAll(SENTENCE_BEGINNING)].at(-1);
  const sentenceStart = sentence ? sentence.index + sentence[0].length : 0;
  if (sentenceStart >= earliest) {
    return sentenceStart;
  }
  const space = text.indexOf(' ', earliest);
  return space >= 0 && space < first ? space + 1 : earliest;
}

function ending(text: string, start: number, first: number): number {
  const limit = start + EXCERPT_LENGTH;
  if (limit >= text.length) {
    return text.length;
  }
  const space = text.lastIndexOf(' ', limit);
  return space > first ? space : limit;
}
