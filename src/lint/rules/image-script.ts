/** SVG files hold pictures. Looked at: those of the site in static/ and those beside pages. */
import fs from 'node:fs';
import path from 'node:path';
import {readText} from '../../evidence/read-text';
import {defineRule, type Finding} from '../rule';

const FORBIDDEN: [RegExp, string][] = [
  [/<\s*(?:[\w-]+:)?script\b/gi, 'a script'],
  [/<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|handler)\b/gi, 'foreign content'],
  [/[\s"'/]on[a-z]+\s*=/gi, 'a handler of events'],
  [/(?:javascript|vbscript)\s*:|data\s*:\s*text\/html/gi, 'an address that runs code'],
  [/<!ENTITY|<!DOCTYPE[^>]*\[/gi, 'definitions of entities'],
];

export const imageScript = defineRule({
  id: 'image/script',
  title: 'Pictures in SVG hold no scripts, handlers or foreign content',
  why: "A picture that is opened by its address runs its code on the reader's device, under the name of this site.",
  scope: 'next',
  check: ({content: {root}}) =>
    ['static', 'docs', 'blog'].flatMap((folder) =>
      svgFiles(path.join(root, folder)).flatMap((absolute): Finding[] => {
        const file = path.relative(root, absolute).split(path.sep).join('/');
        const {text} = readText(absolute, file);
        return FORBIDDEN.flatMap(([pattern, what]) =>
          [...text.matchAll(pattern)].map((match) => {
            const before = text.slice(0, match.index);
            return {
              file,
              line: before.split('\n').length,
              column: match.index - before.lastIndexOf('\n'),
              found: `${what}: ${match[0].trim()}`,
              expected: 'shapes, text and styles',
              fix: 'remove it, or export the picture again as a plain SVG',
            };
          }),
        );
      }),
    ),
});

function svgFiles(dir: string): string[] {
  if (!fs.existsSync(dir)) {
    return [];
  }
  return fs
    .readdirSync(dir, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.svg$/i.test(name))
    .sort()
    .map((name) => path.join(dir, name));
}
