/** Data files as Prettier writes them. Pages are not: it pads every cell of a table whose longest cell has changed. */
import fs from 'node:fs';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {parse} from 'yaml';
import {inBackground} from '../background';
import {replaceAll} from '../edits';
import {defineSlowRule} from '../rule';

/** The same as for `docs/**` in .prettierrc.json, so that an editor and the check agree. */
export const YAML_FORMAT = {
  printWidth: 120,
  singleQuote: false,
  bracketSpacing: false,
  trailingComma: 'all',
};

export const formatYaml = defineSlowRule({
  id: 'format/yaml',
  title: 'Data files are written as Prettier writes them',
  why: 'With one way to write a record, a change shows what has changed and nothing else.',
  scope: 'next',
  async check({content}) {
    const {root, next, problems} = content;
    const broken = new Set(problems.map(({file}) => file));
    const files = dataFiles(root, next.dir).filter((file) => !broken.has(file));
    const texts = files.map((file) => fs.readFileSync(path.join(root, file), 'utf8'));
    const formatted = await inBackground('formatted', {texts, options: YAML_FORMAT});
    return files.flatMap((file, i) => {
      const text = texts[i]!;
      const wanted = formatted[i]!;
      if (wanted === null) {
        return [];
      }
      const [lines, others] = [text.split('\n'), wanted.split('\n')];
      const line = lines.findIndex((entry, at) => entry !== others[at]);
      const at = line === -1 ? lines.length - 1 : line;
      return [
        {
          file,
          line: at + 1,
          column: 1,
          found: lines[at] ?? '',
          expected: others[at] ?? 'the end of the file',
          fix: 'run: npm run check -- --fix',
          ...(isDeepStrictEqual(parse(text), parse(wanted)) ? replaceAll(text, wanted) : {}),
        },
      ];
    });
  },
});

function dataFiles(root: string, docs: string): string[] {
  const evidence = path.join(docs, '_evidence');
  const ymlIn = (dir: string): string[] =>
    fs.existsSync(dir)
      ? fs
          .readdirSync(dir)
          .filter((name) => name.endsWith('.yml'))
          .sort()
          .map((name) => path.join(dir, name))
      : [];
  return [
    ...[path.join(docs, '_moves.yml'), path.join(root, 'blog/tags.yml')].filter((file) =>
      fs.existsSync(file),
    ),
    ...ymlIn(evidence),
    ...ymlIn(path.join(evidence, 'figures')),
    ...ymlIn(path.join(evidence, 'studies')),
  ].map((absolute) => path.relative(root, absolute).split(path.sep).join('/'));
}
