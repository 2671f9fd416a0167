/** Everything that is shown of two editions, from their files. */
import path from 'node:path';
import {citationLabel, formatReferences} from '../evidence/format';
import {loadEvidence} from '../evidence/load';
import {loadMoves} from '../evidence/moves';
import type {Reference} from '../evidence/schemas';
import {compareEditions, compareReferences, type PageChange} from './compare';
import {comparisonName, docsPlaces, type DocsPlace} from './places';
import {editionTexts} from './texts';

export interface Comparison {
  /** `1.0-to-2.0` */
  name: string;
  older: DocsPlace;
  newer: DocsPlace;
  pages: PageChange[];
}

/** Each edition, the draft too, with the one before it; newest first. */
export function comparisons(root: string): Comparison[] {
  const places = docsPlaces(root);
  return places.slice(0, -1).map((newer, i) => compare(places[i + 1]!, newer, root));
}

export function compare(older: DocsPlace, newer: DocsPlace, root: string): Comparison {
  return {
    name: comparisonName(older, newer),
    older,
    newer,
    pages: pagesOf(older, newer, root),
  };
}

const cache = new WeakMap<object, {before: object; pages: PageChange[]}>();

function pagesOf(older: DocsPlace, newer: DocsPlace, root: string): PageChange[] {
  const [before, after] = [editionTexts(older.dir), editionTexts(newer.dir)];
  // The texts are the same objects for as long as no file has changed.
  const known = cache.get(after);
  if (known?.before === before) {
    return known.pages;
  }
  const pages = compareEditions(before, after, loadMoves(newer.dir, root).moves);
  cache.set(after, {before, pages});
  return pages;
}

export interface ReferenceChanges {
  added: string[];
  withdrawn: string[];
  /** What a citation of a key reads like in running text: `Zarate 2006`. */
  label(key: string): string;
}

/** References that came and went, as they read in a list, and how their keys read in text. */
export function referenceChanges({older, newer}: Comparison, root: string): ReferenceChanges {
  const [before, after] = [older, newer].map(
    ({dir}) => loadEvidence(path.join(dir, '_evidence'), root).references,
  ) as [Map<string, Reference>, Map<string, Reference>];
  const {added, withdrawn} = compareReferences(before.keys(), after.keys());
  const read = (keys: string[], from: Map<string, Reference>): string[] => [
    ...formatReferences(keys.map((key) => from.get(key)!)).values(),
  ];
  return {
    added: read(added, after),
    withdrawn: read(withdrawn, before),
    label: (key) => {
      const reference = after.get(key) ?? before.get(key);
      return reference ? citationLabel(reference) : key;
    },
  };
}
