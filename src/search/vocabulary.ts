/** The part of docs/_evidence/vocabulary.yml that search uses. */
import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {parseYaml} from '../evidence/yaml';
import {stopOnProblems} from '../lint/report';

const names = z.array(z.string()).optional();

const vocabularySchema = z.array(
  z.looseObject({
    term: z.string(),
    page: z.string(),
    abbreviations: names,
    brands: names,
    spellings: names,
    lay: names,
    searched_as: names,
    misspellings: names,
  }),
);

export type VocabularyTerm = z.infer<typeof vocabularySchema>[number];

/**
 * @param docsDir folder of an edition's pages
 * @returns the edition's terms; none where the edition has no vocabulary
 * @throws where the file is not as it should be, with its place
 */
export function readVocabulary(docsDir: string, root: string): VocabularyTerm[] {
  const file = path.join(docsDir, '_evidence', 'vocabulary.yml');
  if (!fs.existsSync(file)) {
    return [];
  }
  const {value, problems} = parseYaml(
    fs.readFileSync(file, 'utf8'),
    path.relative(root, file),
    vocabularySchema,
    {rule: 'vocabulary'},
  );
  stopOnProblems(problems);
  return value ?? [];
}

/** Every name of a term but the preferred one. */
export function otherNames(term: VocabularyTerm): string[] {
  return [...namesOf(term), ...(term.misspellings ?? [])];
}

/** Every name of a term that is spelled right. */
export function rightNames(term: VocabularyTerm): string[] {
  return [term.term, ...namesOf(term)];
}

function namesOf({abbreviations, brands, spellings, lay, searched_as}: VocabularyTerm): string[] {
  return [abbreviations, brands, spellings, lay, searched_as].flatMap((list) => list ?? []);
}
