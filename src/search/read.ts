import type {IndexFile} from './files';
import {unpack, type PackedIndex} from './pack';
import type {ThemeIndex} from './theme';

/** @param file parsed content of an index file @returns the five indexes that the theme expects, empty where it has none */
export function readIndexFile(file: unknown): ThemeIndex[] {
  const indexes = file as IndexFile;
  const some = indexes.find((index) => index !== null);
  const none: PackedIndex = {
    documents: [],
    version: some?.version ?? '',
    pipeline: some?.pipeline ?? [],
    stems: '',
    gaps: '',
    scores: '',
  };
  return indexes.map((index) => unpack(index ?? none));
}
