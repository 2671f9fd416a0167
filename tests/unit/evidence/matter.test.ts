import {readMatter} from '../../../src/evidence/matter';

test('front matter is YAML', () => {
  expect(readMatter('---\ntitle: A\n---\nText\n')).toEqual({data: {title: 'A'}, content: 'Text\n'});
});

test.each(['---js\n', '--- javascript\n', '---coffee\n', '---json\n'])(
  'front matter that begins with %j is not run',
  (opening) => {
    const ran = globalThis as {ran?: boolean};
    const source = `${opening}{get title() { globalThis.ran = true; return "A"; }, x: (globalThis.ran = true)}\n---\nText\n`;
    expect(readMatter(source)).toEqual({data: {}, content: source});
    expect(ran.ran).toBeUndefined();
  },
);

test('a rule of three hyphens and more is no front matter', () => {
  expect(readMatter('----\nText\n').data).toEqual({});
});

test('names that objects inherit are names like any other', () => {
  const {data} = readMatter(
    '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n---\n',
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(data)).toContain('constructor');
});
