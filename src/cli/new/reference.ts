/**
 * `npm run new -- reference`: records of sources, from a DOI, a PubMed id, or a file in BibTeX, RIS or CSL-JSON. All of a
 * file's records are written or none, each has its own answer, and what a record cannot know is asked.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  duplicateOf,
  keyFor,
  readRecords,
  fieldsOf,
  type Duplicate,
  type ImportedFields,
  type ImportedRecord,
} from '../../evidence/import-references';
import {insertRecords} from '../../evidence/insert-record';
import {loadEvidence} from '../../evidence/load';
import {readText} from '../../evidence/read-text';
import {
  REFERENCE_KINDS,
  referenceSchema,
  referencesSchema,
  VERIFIED_LEVELS,
  type Reference,
} from '../../evidence/schemas';
import {parseYaml} from '../../evidence/yaml';
import {count, formatProblems} from '../../lint/report';
import {readEditions} from '../../site/editions';
import {answersTo, listOf, Refusal} from './answers';
import type {NewContext} from './context';
import {fetchRecord, sourceOf} from './fetch-record';
import type {Plan} from './plan';

const FILE = 'docs/_evidence/references.yml';

interface Found {
  /** Where it comes from, for messages: `zotero.ris:12`, `doi.org`. */
  from: string;
  fields: ImportedFields;
  /** Why it is not written. */
  refused?: string;
  duplicate?: Duplicate;
}

/** Records of sources that the list does not have. */
export async function newReference(context: NewContext): Promise<Plan> {
  const {root, flags} = context;
  const evidence = loadEvidence(path.join(root, 'docs', '_evidence'), root);
  if (evidence.problems.length > 0) {
    throw new Refusal(
      `${formatProblems(evidence.problems)}\n\nMend ${FILE} first: nothing was written.`,
    );
  }
  const known = [...evidence.references.values()];
  const released = readEditions(root).flatMap(({edition}) => [
    ...loadEvidence(
      path.join(root, 'versioned_docs', `version-${edition}`, '_evidence'),
      root,
    ).references.values(),
  ]);
  const found = judge(await recordsOf(context), known, listOf(textOf(flags.despite)));
  const duplicates = found.filter(({duplicate}) => duplicate);
  const refused = found.filter(({refused: reason}) => reason !== undefined);
  const skip = flags['skip-duplicates'] === true;
  if (refused.length > (skip ? duplicates.length : 0)) {
    throw new Refusal(
      [
        ...found.map(answerOf),
        '',
        `Nothing was written: ${refused.length} of ${count(found.length, 'record')} refused.`,
        ...(duplicates.length > 0 && found.length > 1
          ? ['With --skip-duplicates the others are written.']
          : []),
        ...(duplicates.some(({duplicate}) => duplicate?.by === 'title')
          ? ['If it is another source in spite of its title: --despite KEY']
          : []),
      ].join('\n'),
    );
  }

  const fresh = found.filter(({refused: reason}) => reason === undefined);
  const taken = new Set([...known, ...released].map(({id}) => id));
  const references: Reference[] = [];
  const notes = skip ? duplicates.map(answerOf) : [];
  for (const record of fresh) {
    const before = duplicateOf(record.fields, released);
    // A released edition may have it under a key that the draft dropped: what became of it is found by that key.
    const old = before && before.by !== 'title' ? before.key : undefined;
    const key = old ?? keyFor(record.fields, (candidate) => taken.has(candidate));
    const reference = await complete(record, key, {taken, old}, context, fresh.length > 1);
    taken.add(reference.id);
    references.push(reference);
    notes.push(`${record.from}: ${reference.id}, ${reference.title}`, ...missing(reference));
  }
  if (references.length === 0) {
    throw new Refusal([...found.map(answerOf), '', 'Nothing to write.'].join('\n'));
  }
  const text = insertRecords(fs.readFileSync(path.join(root, FILE), 'utf8'), references);
  const {problems} = parseYaml(text, FILE, referencesSchema, {rule: 'references'});
  if (problems.length > 0) {
    throw new Refusal(`${formatProblems(problems)}\n\nNothing was written.`);
  }
  const keys = references.map(({id}) => `@${id}`).join('; ');
  return {
    files: new Map([[FILE, text]]),
    notes: [
      ...notes,
      `Compare ${references.length === 1 ? 'the record' : 'each record'} with the source, then cite it: [${keys}]. Until it is cited, \`npm run check\` says so.`,
    ],
  };
}

/** The records that a person names, read but not judged. */
async function recordsOf({root, flags, ask, fetch: get}: NewContext): Promise<Found[]> {
  const from = textOf(flags.from);
  const named = [flags.doi, flags.pmid, flags.source].map(textOf).filter((text) => text !== '');
  if ((from ? 1 : 0) + named.length > 1) {
    throw new Refusal('Name one source: a DOI, a PubMed id, or --from FILE.');
  }
  let what = from || named[0];
  if (!what && ask) {
    ({what} = await answersTo(
      {
        what: {
          question: 'DOI, PubMed id, or a file in BibTeX, RIS or CSL-JSON',
          check: (answer) =>
            sourceOf(answer) || fs.existsSync(path.resolve(root, answer))
              ? undefined
              : 'no DOI (10.…/…), no PubMed id (digits), and no such file',
        },
      },
      {},
      ask,
    ));
  }
  if (!what) {
    throw new Refusal('Name the source: --doi 10.…/…, --pmid DIGITS, or --from FILE.');
  }
  const source = from ? undefined : sourceOf(what);
  if (source) {
    const record = await fetchRecord(source, get);
    const fields = {...fieldsOf(record as Record<string, unknown>), ...source};
    return [{from: source.DOI ? 'doi.org' : 'PubMed', fields}];
  }
  if (named.length > 0) {
    throw new Refusal(
      `${what} is neither a DOI (10.…/…) nor a PubMed id (up to 8 digits). Nothing was written.`,
    );
  }
  return readFile(what, root);
}

function readFile(name: string, root: string): Found[] {
  const absolute = path.resolve(root, name);
  if (!fs.statSync(absolute, {throwIfNoEntry: false})?.isFile()) {
    throw new Refusal(`${name} is no file. Nothing was written.`);
  }
  // Its form is that of another program: only that it can be read counts.
  const {text, readable, problems} = readText(absolute, name, {inRepository: false});
  if (!readable) {
    throw new Refusal(`${formatProblems(problems)}\n\nNothing was written.`);
  }
  let records: ImportedRecord[];
  try {
    ({records} = readRecords(text));
  } catch (error) {
    throw new Refusal(`${name}: ${(error as Error).message}. Nothing was written.`);
  }
  return records.map(({line, fields, unreadable}) => ({
    from: `${name}:${line}`,
    fields,
    ...(unreadable === undefined ? {} : {refused: unreadable}),
  }));
}

/** Looks for each in the list, and among those before it. */
function judge(found: Found[], known: readonly Reference[], despite: readonly string[]): Found[] {
  const all: (ImportedFields & {id: string})[] = [...known];
  return found.map((record) => {
    if (record.refused !== undefined) {
      return record;
    }
    const others = all.filter(({id}) => !despite.includes(id));
    const duplicate =
      duplicateOf(record.fields, others) ??
      // What is named after --despite may be alike in its title, never in an identifier.
      [duplicateOf(record.fields, all)].find((one) => one && one.by !== 'title');
    all.push({...record.fields, id: `the record at ${record.from}`});
    return duplicate
      ? {
          ...record,
          duplicate,
          refused: `${duplicate.key} ${duplicate.by === 'title' ? 'has nearly the same title' : `has the same ${duplicate.by}`}`,
        }
      : record;
  });
}

function answerOf({from, fields, refused, duplicate}: Found): string {
  const title = fields.title ? `: ${fields.title.slice(0, 70)}` : '';
  const answer = refused === undefined ? 'new' : duplicate ? `there already, ${refused}` : refused;
  return `${from}${title}\n  ${answer}`;
}

/** Asks for what no record says, and holds the whole to the schema of the checks. */
async function complete(
  {from, fields}: Found,
  key: string | undefined,
  {taken, old}: {taken: ReadonlySet<string>; old: string | undefined},
  {flags, ask}: NewContext,
  several: boolean,
): Promise<Reference> {
  if (several && flags.key !== undefined) {
    throw new Refusal('--key is for one record; of several, each gets its own.');
  }
  const about = several ? ` of ${fields.title}` : '';
  const {title} = await answersTo(
    {
      title: {
        question: 'Title as published',
        ...(fields.title === undefined || fields.title.startsWith('[')
          ? {}
          : {fallback: fields.title}),
      },
    },
    flags,
    // A good title is not asked for.
    fields.title?.startsWith('[') ? ask : undefined,
  );
  const answers = await answersTo(
    {
      key: {
        question: `Key${about}`,
        check: (answer) =>
          taken.has(answer) && answer !== old
            ? `${answer} is taken, here or in a released edition`
            : /^[a-z0-9][a-z0-9-]*$/.test(answer)
              ? undefined
              : 'lower-case letters, digits and hyphens',
        ...(key === undefined ? {} : {fallback: key}),
      },
      kind: {question: `What the source is${about}`, choices: REFERENCE_KINDS},
      verified: {question: `How you saw it${about}`, choices: VERIFIED_LEVELS},
      'verified-at': {question: `Where you saw it${about} (an address)`, fallback: ''},
    },
    flags,
    ask,
  );
  const reference = {
    id: answers.key,
    ...fields,
    title,
    kind: answers.kind,
    verified: answers.verified,
    ...(answers['verified-at'] ? {verified_at: answers['verified-at']} : {}),
  };
  const {success, data, error} = referenceSchema.safeParse(reference);
  if (!success) {
    throw new Refusal(
      [
        `${from}: ${title}`,
        ...error.issues.map(
          ({path: at, message}) => `  ${at.join('.') || 'the record'}: ${message}`,
        ),
        '',
        'Nothing was written: mend the record, or add it to the list by hand.',
      ].join('\n'),
    );
  }
  return data;
}

function missing(reference: Reference): string[] {
  const wanted = ['author', 'issued'] as const;
  const journal = reference.type === 'article-journal' ? (['container-title'] as const) : [];
  const absent = [...wanted, ...journal].filter((field) => reference[field] === undefined);
  return [
    ...(absent.length > 0 ? [`  the record has no ${absent.join(', no ')}: add it by hand`] : []),
    ...(reference.verified === 'memory'
      ? ['  verified: memory may stand in the list, and may not be cited']
      : []),
  ];
}

function textOf(flag: string | boolean | undefined): string {
  return typeof flag === 'string' ? flag.trim() : '';
}
