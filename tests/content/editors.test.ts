/** What editors get from the repository: schemas of every data file, extensions, and findings where they stand. */
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import {parse} from 'yaml';
import {formatProblem} from '../../src/lint/report';

const root = path.join(__dirname, '../..');
const json = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

const patterns = Object.entries(
  (json('.vscode/settings.json') as {'yaml.schemas': Record<string, string[]>})['yaml.schemas'],
).flatMap(([schema, globs]) => globs.map((glob) => ({schema, glob})));

const dataFiles = fs
  .readdirSync(path.join(root, 'docs/_evidence'), {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.yml'))
  .map((name) => `docs/_evidence/${name.split(path.sep).join('/')}`)
  .sort();

/** The schemas that an editor takes for a file. */
function schemasFor(file: string): string[] {
  return patterns
    .filter(({glob}) =>
      glob.endsWith('/*.yml')
        ? path.posix.dirname(file) === path.posix.dirname(glob)
        : file === glob,
    )
    .map(({schema}) => schema);
}

test('every data file has one schema', () => {
  expect(dataFiles.length).toBeGreaterThan(100);
  expect(dataFiles.filter((file) => schemasFor(file).length !== 1)).toEqual([]);
  expect(schemasFor('docs/_moves.yml')).toEqual(['./schemas/moves.json']);
});

test('an editor has nothing to say about the data as it is', () => {
  const ajv = new Ajv({strict: false, allErrors: true});
  const validators = new Map(
    [...new Set(patterns.map(({schema}) => schema))].map((schema) => [
      schema,
      ajv.compile(json(schema) as object),
    ]),
  );
  const faults = dataFiles.filter((file) => {
    const validate = validators.get(schemasFor(file)[0]!)!;
    return !validate(parse(fs.readFileSync(path.join(root, file), 'utf8')));
  });
  expect(faults).toEqual([]);
});

test.each([
  ['references.json', ['DOI', 'kind', 'verified', 'note']],
  ['vocabulary.json', ['term', 'definition', 'page']],
  ['timeline.json', ['date', 'kind', 'affects']],
  ['moves.json', ['from', 'to', 'since', 'reason']],
])('%s says on hover what a field is', (name, fields) => {
  const {items} = json(`schemas/${name}`) as {
    items: {properties: Record<string, {description?: string}>};
  };
  for (const field of fields) {
    expect(items.properties[field]?.description).toMatch(/^\S.{2,}/);
  }
});

test('the dev container has the extensions that the repository recommends', () => {
  const {recommendations} = json('.vscode/extensions.json') as {recommendations: string[]};
  const {customizations} = json('.devcontainer/devcontainer.json') as {
    customizations: {vscode: {extensions: string[]}};
  };
  expect(customizations.vscode.extensions).toEqual(recommendations);
});

test('the task of the editor finds place, rule and words of a finding', () => {
  const {tasks} = json('.vscode/tasks.json') as {
    tasks: {script: string; problemMatcher: {pattern: {regexp: string}[]}}[];
  };
  const [place, message] = tasks.find(({script}) => script === 'check')!.problemMatcher.pattern;
  const report = formatProblem({
    file: 'docs/safety/a.mdx',
    line: 3,
    column: 5,
    rule: 'cite/unknown-key',
    found: '[@x]',
  });
  const [first = '', second = ''] = report.split('\n');
  expect(new RegExp(place!.regexp).exec(first)?.slice(1)).toEqual([
    'docs/safety/a.mdx',
    '3',
    '5',
    'cite/unknown-key',
  ]);
  expect(new RegExp(message!.regexp).exec(second)?.[1]).toBe('[@x]');
});
