/**
 * Spelling, wording and formats, in a thread of their own: dictionaries take a second to load, and the libraries are ES
 * modules only. Talked to by background.ts.
 */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parentPort} from 'node:worker_threads';

const require = createRequire(import.meta.url);
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** English of the United States and medicine: no others, because a word of computing is a misspelling here. */
const DICTIONARIES = [
  {name: 'english', path: fileOf('@cspell/dict-en_us', 'en_US.trie.gz')},
  {name: 'medicine', path: fileOf('@cspell/dict-medicalterms', 'dict/medicalterms-en.txt.gz')},
];

/** A dictionary that is not there would only make every word unknown: better to stop. */
function fileOf(name, file) {
  const found = path.join(path.dirname(require.resolve(`${name}/cspell-ext.json`)), file);
  if (!existsSync(found)) {
    throw new Error(`${name} has no ${file}: install the packages again`);
  }
  return found;
}

const SETTINGS = {
  version: '0.2',
  language: 'en-US',
  loadDefaultConfiguration: false,
  dictionaryDefinitions: DICTIONARIES,
  dictionaries: DICTIONARIES.map(({name}) => name),
  languageSettings: [],
  minWordLength: 3,
  maxNumberOfProblems: Number.MAX_SAFE_INTEGER,
  maxDuplicateProblems: Number.MAX_SAFE_INTEGER,
  numSuggestions: 3,
};

async function spell(text, generateSuggestions) {
  const {spellCheckDocument} = await import('cspell-lib');
  const {issues, errors} = await spellCheckDocument(
    {uri: 'file:///text.txt', text, languageId: 'plaintext'},
    {noConfigSearch: true, resolveImports: false, generateSuggestions},
    SETTINGS,
  );
  if (errors?.length) {
    throw errors[0];
  }
  return issues;
}

/** Loaded when first needed, once. */
let retext;

/** What retext finds reliably in prose of this kind; README.md says which of its rules were left out, and why. */
async function loadRetext() {
  const plugins = await Promise.all([
    import('retext-english'),
    import('retext-repeated-words'),
    import('retext-indefinite-article'),
    import('retext-sentence-spacing'),
    import('retext-redundant-acronyms'),
  ]);
  const [{unified}, {VFile}] = await Promise.all([import('unified'), import('vfile')]);
  const processor = unified()
    .use(plugins.map((plugin) => plugin.default))
    .freeze();
  return {processor, VFile};
}

async function wording(text) {
  retext ??= loadRetext();
  const {processor, VFile} = await retext;
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  return file.messages.flatMap(({place, reason, expected}) =>
    place && 'start' in place
      ? [{start: place.start.offset, end: place.end.offset, reason, wanted: expected?.[0]}]
      : [],
  );
}

async function formatted(text, options) {
  const {format} = await import('prettier');
  try {
    const result = await format(text, {...options, parser: 'yaml'});
    return result === text ? null : result;
  } catch {
    return null;
  }
}

/**
 * Answers by the hash of all that they depend on: the text, what it is looked at for, this file, and the versions of all
 * packages. So a text that was seen before has the answer it would get again, and no dictionary needs to be loaded.
 */
const CACHE = path.join(ROOT, 'node_modules/.cache/content-checks.json');
const MOST_REMEMBERED = 8000;
const basis = createHash('sha256')
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(readFileSync(path.join(ROOT, 'package-lock.json')))
  .digest('hex');
const answers = readCache();

function readCache() {
  try {
    return new Map(JSON.parse(readFileSync(CACHE, 'utf8')));
  } catch {
    return new Map();
  }
}

function writeCache() {
  try {
    mkdirSync(path.dirname(CACHE), {recursive: true});
    // Never half a file: another process may read it.
    const own = `${CACHE}.${process.pid}`;
    writeFileSync(own, JSON.stringify([...answers].slice(-MOST_REMEMBERED)));
    renameSync(own, CACHE);
  } catch {
    // Without a cache the next run takes longer, and says the same.
  }
}

/** The answer for each text, worked out only where it is not known. */
async function answerEach(kind, texts, work) {
  let news = false;
  const results = [];
  for (const text of texts) {
    const hash = createHash('sha256').update(`${basis} ${kind}\n${text}`).digest('base64');
    let answer = answers.get(hash);
    if (answer === undefined) {
      answer = await work(text);
      news = true;
    }
    // At the end again: what was not asked for lately goes first.
    answers.delete(hash);
    answers.set(hash, answer);
    results.push(answer);
  }
  if (news) {
    writeCache();
  }
  return results;
}

const TASKS = {
  /** Words of each text that no dictionary has, with their offsets. */
  unknownWords: ({texts}) =>
    answerEach('spelling', texts, async (text) =>
      (await spell(text, false)).map(({text: word, offset}) => ({word, offset})),
    ),
  /** Up to three words that may have been meant, for each word. */
  suggestions: ({words}) =>
    answerEach('suggestions', words, async (word) =>
      (await spell(word, true)).flatMap(({suggestions}) => suggestions ?? []).slice(0, 3),
    ),
  /** Slips in the prose of each text, with their offsets. */
  wording: ({texts}) => answerEach('wording', texts, wording),
  /** YAML as Prettier writes it; null where it is so already, or cannot be read: other checks say why. */
  formatted: ({texts, options}) =>
    answerEach(`yaml ${JSON.stringify(options)}`, texts, (text) => formatted(text, options)),
};

parentPort.on('message', async ({id, task, input}) => {
  try {
    parentPort.postMessage({id, output: await TASKS[task](input)});
  } catch (error) {
    parentPort.postMessage({id, error: String(error?.message ?? error)});
  }
});
