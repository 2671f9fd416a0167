/**
 * Names that lead to two terms. An abbreviation may stand for two things (medicine has many such), and two terms may be
 * found by the same everyday words; but the name that pages use, a brand or another spelling belongs to one term, and a
 * word that is right for one term is no misspelling of another.
 */
import type {Position} from '../../evidence/yaml';
import {SHOWN_NAMES, type Term} from '../../evidence/vocabulary';
import {defineRule, type Finding} from '../rule';

/** Names that belong to one term alone. */
const OWN = ['brands', 'spellings'] as const;
const LISTS = [...SHOWN_NAMES, 'searched_as', 'misspellings'] as const;

type Field = 'term' | (typeof LISTS)[number];

interface Name extends Position {
  file: string;
  id: string;
  field: Field;
  name: string;
}

export const vocabularyAmbiguous = defineRule({
  id: 'vocabulary/ambiguous',
  title: 'A name of the vocabulary leads to one term, and stands there once',
  why: 'Whoever looks a drug up by its brand must not be led to another one.',
  scope: 'next',
  check({content: {next}}) {
    const {value = [], place} = next.data.vocabulary;
    const names = value.flatMap((term, i) => namesOf(term, (path) => place([i, ...path])));
    const earlier = new Map<string, Name[]>();
    return names.flatMap((name): Finding[] => {
      const key = name.name.toLowerCase();
      const same = earlier.get(key) ?? [];
      earlier.set(key, [...same, name]);
      const other = same.find((found) => clash(found, name));
      const {file, line, column, field, id} = name;
      return other
        ? [
            {
              file,
              line,
              column,
              found: `"${name.name}" in ${field} of ${id}, and in ${other.field} of ${other.id} (line ${other.line})`,
              expected: 'one term that has the name, and has it once',
              fix: 'keep it where it is right; what only leads to a term belongs in its searched_as',
            },
          ]
        : [];
    });
  },
});

function namesOf(
  term: Term,
  placeOf: (path: (string | number)[]) => Position & {file: string},
): Name[] {
  const entry = (field: Field, name: string, path: (string | number)[]): Name => ({
    ...placeOf(path),
    id: term.id,
    field,
    name,
  });
  return [
    entry('term', term.term, ['term']),
    ...LISTS.flatMap((field) =>
      (term[field] ?? []).map((name, i) => entry(field, name, [field, i])),
    ),
  ];
}

function clash(a: Name, b: Name): boolean {
  if (a.id === b.id) {
    return true;
  }
  const fields = [a.field, b.field];
  const owns = (field: Field): boolean =>
    field === 'term' || (OWN as readonly string[]).includes(field);
  return (
    fields.every(owns) ||
    (fields.includes('misspellings') && fields.some((field) => field !== 'misspellings'))
  );
}
