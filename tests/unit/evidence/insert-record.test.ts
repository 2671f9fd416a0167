import {insertRecords} from '../../../src/evidence/insert-record';

const LIST = `# About the file.
- id: beta
  title: "B: b" # kept
# About delta.
- id: delta
  title:   D
`;

test.each([
  [
    'first',
    'alpha',
    `# About the file.
- id: alpha
- id: beta
  title: "B: b" # kept
# About delta.
- id: delta
  title:   D
`,
  ],
  [
    'between, above the comment of the next',
    'charlie',
    `# About the file.
- id: beta
  title: "B: b" # kept
- id: charlie
# About delta.
- id: delta
  title:   D
`,
  ],
  [
    'last',
    'echo',
    `# About the file.
- id: beta
  title: "B: b" # kept
# About delta.
- id: delta
  title:   D
- id: echo
`,
  ],
])('a record goes in its place, %s, and the rest stays byte for byte', (_, id, expected) => {
  expect(insertRecords(LIST, [{id}])).toBe(expected);
});

test('several go in at once, whatever their order, and quotes of ids do not matter', () => {
  const text = insertRecords("- id: 'a'\n- id: c\n", [{id: 'd'}, {id: 'b'}]);
  expect(text).toBe("- id: 'a'\n- id: b\n- id: c\n- id: d\n");
});
