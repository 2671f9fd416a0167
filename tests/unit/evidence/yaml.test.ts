import * as z from 'zod';
import {parseYaml} from '../../../src/evidence/yaml';
import {report} from '../../helpers/problems';

const schema = z.array(
  z.strictObject({
    id: z.string('an id'),
    kind: z.enum(['trial', 'review', 'label'], 'one of trial, review, label').optional(),
    n: z.int('a whole number').optional(),
    authors: z.array(z.strictObject({family: z.string()})).optional(),
  }),
);

function parse(text: string, options?: {lineOffset?: number; rule?: string}) {
  return parseYaml(text, 'data.yml', schema, options);
}

test('a text that fits its schema has a value and no problem', () => {
  const {value, problems} = parse('- id: a\n  kind: trial\n- {id: b, n: 3}\n');
  expect(problems).toEqual([]);
  expect(value).toEqual([
    {id: 'a', kind: 'trial'},
    {id: 'b', n: 3},
  ]);
});

test('any problem means that there is no value', () => {
  expect(parse('- id: a\n- id: 3\n').value).toBeUndefined();
});

describe('says what is wrong, and where', () => {
  test('a syntax error', () => {
    expect(report(parse('- id: a\n- id: "b\n'))).toMatchInlineSnapshot(`
      "data.yml:3:1  yaml/syntax
        Found      Missing closing "quote
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      1 problem:
        yaml/syntax: 1"
    `);
  });

  test('a value that YAML reads as a map', () => {
    expect(report(parse('- id: A title: and a subtitle\n'))).toMatchInlineSnapshot(`
      "data.yml:1:7  yaml/syntax
        Found      Nested mappings are not allowed in compact mappings
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      1 problem:
        yaml/syntax: 1"
    `);
  });

  test('a duplicate key', () => {
    expect(report(parse('- id: a\n  kind: trial\n  id: b\n'))).toMatchInlineSnapshot(`
      "data.yml:3:3  yaml/syntax
        Found      Map keys must be unique
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        remove or rename one of the two

      1 problem:
        yaml/syntax: 1"
    `);
  });

  test('a tab as indentation', () => {
    expect(report(parse('- id: a\n\tkind: trial\n'))).toMatchInlineSnapshot(`
      "data.yml:2:2  yaml/syntax
        Found      Unexpected scalar at node end
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      data.yml:2:6  yaml/syntax
        Found      Unexpected map-value-ind token in YAML stream: ":"
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      data.yml:2:8  yaml/syntax
        Found      Unexpected scalar token in YAML stream: "trial"
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      3 problems:
        yaml/syntax: 3"
    `);
  });

  test('two documents in one file', () => {
    expect(report(parse('- id: a\n---\n- id: b\n'))).toMatchInlineSnapshot(`
      "data.yml:2:1  yaml/syntax
        Found      Source contains multiple documents; please use YAML.parseAllDocuments()
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      1 problem:
        yaml/syntax: 1"
    `);
  });

  test('a tag of another program', () => {
    expect(report(parse('- id: !!python/object:os.system a\n'))).toMatchInlineSnapshot(`
      "data.yml:1:7  yaml/syntax
        Found      Unresolved tag: tag:yaml.org,2002:python/object:os.system
        Expected   YAML 1.2 without duplicate keys or tabs
        Fix        quote strings that hold ": " or begin with [ { " ' @ or #

      1 problem:
        yaml/syntax: 1"
    `);
  });

  test('an unknown field', () => {
    expect(report(parse('- id: a\n  knid: trial\n'))).toMatchInlineSnapshot(`
      "data.yml:2:9  yaml/unknown-field
        Found      field "knid" in 0
        Expected   a field that the schema knows
        Fix        remove "knid" or correct its spelling

      1 problem:
        yaml/unknown-field: 1"
    `);
  });

  test('an unknown field in a nested record', () => {
    expect(report(parse('- id: a\n  authors:\n    - {family: Li, first: Bo}\n')))
      .toMatchInlineSnapshot(`
      "data.yml:3:27  yaml/unknown-field
        Found      field "first" in 0.authors.0
        Expected   a field that the schema knows
        Fix        remove "first" or correct its spelling

      1 problem:
        yaml/unknown-field: 1"
    `);
  });

  test('a value of the wrong type', () => {
    expect(report(parse('- id: a\n  n: "three"\n'))).toMatchInlineSnapshot(`
      "data.yml:2:6  yaml/schema
        Found      0.n: "three"
        Expected   a whole number

      1 problem:
        yaml/schema: 1"
    `);
  });

  test('a missing field', () => {
    expect(report(parse('- kind: trial\n'))).toMatchInlineSnapshot(`
      "data.yml:1:3  yaml/schema
        Found      no 0.id
        Expected   an id

      1 problem:
        yaml/schema: 1"
    `);
  });

  test('a word that is not in the list, with the nearest ones', () => {
    expect(report(parse('- id: a\n  kind: trail\n'))).toMatchInlineSnapshot(`
      "data.yml:2:9  yaml/schema
        Found      0.kind: "trail"
        Expected   one of trial, review, label
        Closest    trial, label, review

      1 problem:
        yaml/schema: 1"
    `);
  });

  test('a file that holds something else', () => {
    expect(report(parse('just words\n'))).toMatchInlineSnapshot(`
      "data.yml:1:1  yaml/schema
        Found      the file: "just words"
        Expected   Invalid input: expected array, received string

      1 problem:
        yaml/schema: 1"
    `);
  });

  test('an empty file', () => {
    expect(report(parse(''))).toMatchInlineSnapshot(`
      "data.yml:1:1  yaml/schema
        Found      the file: null
        Expected   Invalid input: expected array, received null

      1 problem:
        yaml/schema: 1"
    `);
  });

  test('a long value, cut', () => {
    expect(report(parse(`- id: [${'x'.repeat(200)}]\n`))).toMatchInlineSnapshot(`
      "data.yml:1:7  yaml/schema
        Found      0.id: ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
        Expected   an id

      1 problem:
        yaml/schema: 1"
    `);
  });

  test('every record that is wrong, not only the first', () => {
    expect(report(parse('- id: 1\n- id: b\n- id: c\n  kind: x\n'))).toMatchInlineSnapshot(`
      "data.yml:1:7  yaml/schema
        Found      0.id: 1
        Expected   an id

      data.yml:4:9  yaml/schema
        Found      2.kind: "x"
        Expected   one of trial, review, label
        Closest    label, trial, review

      2 problems:
        yaml/schema: 2"
    `);
  });
});

test('an alias bomb is refused, not expanded', () => {
  const lines = ['- &a0 {id: x}'];
  for (let i = 1; i < 30; i += 1) {
    lines.push(`- &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}, *a${i - 1}]`);
  }
  const {value, ...rest} = parse(lines.join('\n'));
  expect(value).toBeUndefined();
  expect(report(rest)).toMatchInlineSnapshot(`
    "data.yml:1:1  yaml/aliases
      Found      Excessive alias count indicates a resource exhaustion attack
      Expected   at most 100 alias expansions
      Fix        write the value out instead of using anchors and aliases

    1 problem:
      yaml/aliases: 1"
  `);
});

describe('a key called __proto__', () => {
  test('is a field that the schema does not know, and does no harm', () => {
    const file = parse('- id: a\n  __proto__: {polluted: true}\n');
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
    expect(report(file)).toMatchInlineSnapshot(`
      "data.yml:2:14  yaml/unknown-field
        Found      field "__proto__" in 0
        Expected   a field that the schema knows
        Fix        remove "__proto__" or correct its spelling

      1 problem:
        yaml/unknown-field: 1"
    `);
  });

  test('is refused where a record takes any field, and not left out without a word', () => {
    const {value, problems} = parseYaml(
      '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntitle: x\n',
      'data.yml',
      z.record(z.string(), z.unknown()),
    );
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
    expect(value).toBeUndefined();
    expect(problems.map(({rule}) => rule)).toEqual(['yaml/unknown-field']);
  });
});

describe('positions', () => {
  const text = '- id: a\n  kind: trial\n- id: b\n  authors:\n    - family: Li\n';

  test.each([
    ['of a value', [0, 'kind'], {line: 2, column: 9}],
    ['of a record', [1], {line: 3, column: 3}],
    ['of a nested value', [1, 'authors', 0, 'family'], {line: 5, column: 15}],
    ['of the nearest parent where the path does not exist', [0, 'n'], {line: 1, column: 3}],
    ['of the file for an empty path', [], {line: 1, column: 1}],
  ])('%s', (_, path, expected) => {
    expect(parse(text).at(path)).toEqual(expected);
  });

  test('count the lines that stand before the text in its file', () => {
    const file = parse('- id: a\n  knid: x\n', {lineOffset: 10, rule: 'front-matter'});
    expect(file.problems[0]).toMatchObject({
      line: 12,
      column: 9,
      rule: 'front-matter/unknown-field',
    });
    expect(file.at([0])).toEqual({line: 11, column: 3});
    expect(parse('- id: "a\n', {lineOffset: 10}).problems[0]!.line).toBeGreaterThan(10);
    expect(parse('', {lineOffset: 10}).problems[0]).toMatchObject({line: 11, column: 1});
  });
});
