/** `npm run new -- term`: a term of the glossary and of search. */
import fs from 'node:fs';
import path from 'node:path';
import {HEADING_ID} from '../../evidence/front-matter';
import {insertRecords} from '../../evidence/insert-record';
import {splitTarget} from '../../evidence/moves';
import {listPages} from '../../evidence/pages';
import {SHOWN_NAMES, TERM_CATEGORIES, vocabularySchema} from '../../evidence/vocabulary';
import {dataFor} from '../../evidence/store';
import {parseYaml} from '../../evidence/yaml';
import {formatProblems} from '../../lint/report';
import {answersTo, eachOf, kebab, listOf, Refusal} from './answers';
import type {NewContext} from './context';
import type {Plan} from './plan';

const FILE = 'docs/_evidence/vocabulary.yml';

/** A term that no other term names already. */
export async function newTerm({root, flags, ask}: NewContext): Promise<Plan> {
  const {vocabulary} = dataFor(path.join(root, 'docs', 'any.mdx'), root);
  if (!vocabulary.value) {
    throw new Refusal(
      vocabulary.problems.length > 0
        ? `${formatProblems(vocabulary.problems)}\n\nMend ${FILE} first: nothing was written.`
        : `${FILE} is missing: restore it from version control.`,
    );
  }
  const terms = vocabulary.value;
  const names = new Map(
    terms.flatMap((term) =>
      [term.term, ...SHOWN_NAMES.flatMap((field) => term[field] ?? [])].map(
        (name) => [name.toLowerCase(), term.id] as const,
      ),
    ),
  );
  const pages = listPages(path.join(root, 'docs')).map(({slug}) => slug);
  const {term} = await answersTo(
    {
      term: {
        question: 'Term, as pages call it',
        check: (answer) => {
          const id = names.get(answer.toLowerCase());
          return id === undefined ? undefined : `the term ${id} has that name: add to its record`;
        },
      },
    },
    flags,
    ask,
  );
  const answers = await answersTo(
    {
      id: {
        question: 'Id, its address for ever',
        check: (answer) =>
          !HEADING_ID.test(answer) || answer.length < 2
            ? 'at least two lower-case letters, digits or hyphens'
            : terms.some(({id}) => id === answer)
              ? `the term ${answer} exists`
              : undefined,
        fallback: kebab(term),
      },
      category: {question: 'What it names', choices: TERM_CATEGORIES},
      definition: {
        question: 'Definition in one or two plain sentences',
        fallback: 'WRITE: one or two plain sentences',
      },
      abbreviations: {question: 'Abbreviations, with commas between', fallback: ''},
      brands: {question: 'Brands, with commas between', fallback: ''},
      page: {
        question: 'Page about it: slug or slug#id',
        check: (answer) => eachOf(pages, 'page of docs/')(splitTarget(answer).slug),
        fallback: 'reference/glossary',
      },
    },
    flags,
    ask,
  );
  const list = (field: 'abbreviations' | 'brands') => {
    const values = listOf(answers[field]);
    return values.length > 0 ? {[field]: values} : {};
  };
  const record = {
    id: answers.id,
    term,
    category: answers.category,
    definition: answers.definition,
    ...list('abbreviations'),
    ...list('brands'),
    page: answers.page,
  };
  const text = insertRecords(fs.readFileSync(path.join(root, FILE), 'utf8'), [record]);
  const {problems} = parseYaml(text, FILE, vocabularySchema, {rule: 'vocabulary'});
  if (problems.length > 0) {
    throw new Refusal(`${formatProblems(problems)}\n\nNothing was written.`);
  }
  return {
    files: new Map([[FILE, text]]),
    notes: [
      `${FILE}: ${answers.id} stands in its place.${answers.definition.startsWith('WRITE:') ? ' Its definition is left to write.' : ''}`,
      'Other names, everyday words and misspellings: CONTRIBUTING.md, "Add a label, an event or a term".',
    ],
  };
}
