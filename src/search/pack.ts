/**
 * The theme's index, written small. lunr's form says twice which word stands where (once a word, once a document) and
 * where in the text; a third of its bytes each. Here it is said once, word by word, without places, and in half steps of
 * score: what ranks the same. The worker unpacks it into lunr's form before the theme reads it.
 */
import type {LunrIndex, ThemeDocument, ThemeIndex} from './theme';

export interface PackedIndex {
  documents: ThemeDocument[];
  version: string;
  pipeline: string[];
  /** Stems in alphabetical order, one a line. */
  stems: string;
  /** For each stem a line: its documents by their place in `documents`, each as the distance from the one before. */
  gaps: string;
  /** For each stem a line: a letter for each of its documents, `A` for half a point of score, `B` for one ... */
  scores: string;
}

const STEP = 0.5;
/** lunr reads it and never writes: one will do for all words of all documents. */
const NO_PLACES = {};
const FIRST_LETTER = 'A'.charCodeAt(0);
const LAST_LETTER = '~'.charCodeAt(0);

export function pack({documents, index}: ThemeIndex): PackedIndex {
  const place = new Map(documents.map(({i}, at) => [String(i), at]));
  const stems = index.invertedIndex.map(([stem]) => stem).sort();
  const byNumber = new Map(index.invertedIndex.map(([stem, {_index}]) => [_index, stem]));
  const found = new Map<string, [at: number, score: number][]>(stems.map((stem) => [stem, []]));
  for (const [field, vector] of index.fieldVectors) {
    const at = place.get(field.slice(field.indexOf('/') + 1))!;
    for (let i = 0; i < vector.length; i += 2) {
      found.get(byNumber.get(vector[i]!)!)!.push([at, vector[i + 1]!]);
    }
  }
  const gaps: string[] = [];
  const scores: string[] = [];
  for (const stem of stems) {
    const entries = found.get(stem)!.sort(([a], [b]) => a - b);
    gaps.push(entries.map(([at], n) => at - (entries[n - 1]?.[0] ?? 0)).join(' '));
    scores.push(entries.map(([, score]) => letterOf(score)).join(''));
  }
  return {
    documents,
    version: index.version,
    pipeline: index.pipeline,
    stems: stems.join('\n'),
    gaps: gaps.join('\n'),
    scores: scores.join('\n'),
  };
}

export function unpack({documents, version, pipeline, ...packed}: PackedIndex): ThemeIndex {
  const vectors = documents.map((): number[] => []);
  const invertedIndex: LunrIndex['invertedIndex'] = [];
  if (packed.stems) {
    const gaps = packed.gaps.split('\n');
    const scores = packed.scores.split('\n');
    packed.stems.split('\n').forEach((stem, number) => {
      const ids: Record<string, object> = {};
      let at = 0;
      gaps[number]!.split(' ').forEach((gap, n) => {
        at += Number(gap);
        ids[documents[at]!.i] = NO_PLACES;
        vectors[at]!.push(number, scoreOf(scores[number]!.charCodeAt(n)));
      });
      invertedIndex.push([stem, {_index: number, t: ids}]);
    });
  }
  return {
    documents,
    index: {
      version,
      fields: ['t'],
      fieldVectors: documents.map(({i}, at) => [`t/${i}`, vectors[at]!]),
      invertedIndex,
      pipeline,
    },
  };
}

function letterOf(score: number): string {
  const letter = FIRST_LETTER - 1 + Math.max(1, Math.round(score / STEP));
  return String.fromCharCode(Math.min(letter, LAST_LETTER));
}

function scoreOf(letter: number): number {
  return (letter - FIRST_LETTER + 1) * STEP;
}
