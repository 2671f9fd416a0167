import {distance} from 'fastest-levenshtein';

/** The `limit` candidates with the smallest edit distance to `word`, best first; ties in alphabetical order. */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  return [...candidates]
    .map((candidate) => ({candidate, d: distance(word.toLowerCase(), candidate.toLowerCase())}))
    .sort((a, b) => a.d - b.d || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, limit)
    .map(({candidate}) => candidate);
}
