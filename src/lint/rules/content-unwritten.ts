import fs from 'node:fs';
import path from 'node:path';
import {textOf} from '../../evidence/read-text';
import {defineRule, type Finding} from '../rule';

/** What `npm run new` puts where only the author knows what to say: the mark, and what is wanted. */
const MARK = /\bWRITE: *(?<wanted>[^"']*)/;

export const contentUnwritten = defineRule({
  id: 'content/unwritten',
  title: 'Nothing marked WRITE: is left',
  why: 'A reader must never meet a page that is half made.',
  scope: 'next',
  check({content: {root, next, posts}}) {
    const documents = [...next.pages.values(), ...posts];
    const texts = [
      ...documents.map(({file, source}) => ({file, text: source})),
      ...dataFiles(next.evidence.dir).map((absolute) => ({
        file: path.relative(root, absolute).split(path.sep).join('/'),
        text: textOf(absolute),
      })),
    ];
    return texts.flatMap(({file, text}) => findings(file, text));
  },
});

function findings(file: string, text: string): Finding[] {
  if (!text.includes('WRITE:')) {
    return [];
  }
  return text.split('\n').flatMap((line, i) => {
    const match = MARK.exec(line);
    return match
      ? [
          {
            file,
            line: i + 1,
            column: match.index + 1,
            found: match[0].trim(),
            expected: match.groups!.wanted!.trim() || 'your text',
            fix: 'write it in the place of the mark, or remove what does not apply',
          },
        ]
      : [];
  });
}

/** The data of the draft; an edition may lack the folder. */
function dataFiles(dir: string): string[] {
  return fs.existsSync(dir)
    ? fs
        .readdirSync(dir, {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.yml'))
        .sort()
        .map((name) => path.join(dir, name))
    : [];
}
