/** What lists of entries with ids have in common: each id once, and one order, so that everybody finds the same place. */
import type {Problem} from '../lint/problem';
import {sortEdit} from '../lint/edits';
import type {DataFile} from './data-file';

/** Adds a problem for every id that an earlier entry has. The value stays: what is wrong with the rest is told as well. */
export function withoutDuplicates<T extends {id: string}>(
  file: DataFile<T[]>,
  rule: string,
): DataFile<T[]> {
  const first = new Map<string, number>();
  const problems = (file.value ?? []).flatMap(({id}, i): Problem[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, i);
      return [];
    }
    return [
      {
        ...file.place([i, 'id']),
        rule: `${rule}/duplicate`,
        found: `id: ${id}, which the entry at line ${file.place([earlier, 'id']).line} has already`,
        expected: 'each id once: it is an address',
        fix: 'join the two entries, or give this one an id of its own',
      },
    ];
  });
  return {...file, problems: [...file.problems, ...problems]};
}

/**
 * Adds a problem for every entry that comes too late.
 * @param field what the entries are sorted by; texts are compared by code units
 */
export function inOrder<K extends string, T extends {[key in K]: string} & {id: string}>(
  file: DataFile<T[]>,
  field: K,
  rule: string,
): DataFile<T[]> {
  let last: T | undefined;
  const problems: Problem[] = [];
  for (const [i, entry] of (file.value ?? []).entries()) {
    if (last === undefined || last[field] <= entry[field]) {
      last = entry;
    } else {
      problems.push({
        ...file.place([i, field]),
        rule: `${rule}/order`,
        found: `${field}: ${entry[field]} after ${last[field]}`,
        expected: `entries sorted by ${field}`,
        fix: `move "${entry.id}" up, before the first entry with a later ${field}`,
        // One edit sorts all.
        ...(problems.length === 0 ? sortEdit(file.text, field) : {}),
      });
    }
  }
  return {...file, problems: [...file.problems, ...problems]};
}
