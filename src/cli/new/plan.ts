/** What a command would write. Nothing is written before all of it is known, and then all of it or nothing. */
import fs from 'node:fs';
import path from 'node:path';
import {createTwoFilesPatch} from 'diff';

export interface Plan {
  /** New text by path relative to the root. */
  files: ReadonlyMap<string, string>;
  /** What a person is told besides: decisions, and what to do next. */
  notes: string[];
}

/** The plan as a patch, for `--dry-run`. */
export function planPatch({files}: Plan, root: string): string {
  return [...files]
    .map(([file, text]) => {
      const absolute = path.join(root, file);
      const exists = fs.existsSync(absolute);
      return createTwoFilesPatch(
        exists ? file : '/dev/null',
        file,
        exists ? fs.readFileSync(absolute, 'utf8') : '',
        text,
        undefined,
        undefined,
        {context: 2},
      ).replace(/^(?:Index: .*\n)?=+\n/, '');
    })
    .join('\n');
}

/** Writes every file beside its place first, so that a full disk or a missing right leaves the old ones whole. */
export function writePlan({files}: Plan, root: string): void {
  const written: [from: string, to: string][] = [];
  try {
    for (const [file, text] of files) {
      const to = path.join(root, file);
      const from = `${to}.new`;
      fs.mkdirSync(path.dirname(to), {recursive: true});
      fs.writeFileSync(from, text);
      written.push([from, to]);
    }
  } catch (error) {
    written.forEach(([from]) => fs.rmSync(from, {force: true}));
    throw error;
  }
  written.forEach(([from, to]) => fs.renameSync(from, to));
}

/** Lines of a text that are left to write, for people: `lines 2, 4 and 9`. */
export function leftToWrite(text: string): string {
  const lines = text.split('\n').flatMap((line, i) => (line.includes('WRITE:') ? [i + 1] : []));
  const last = lines.pop();
  return lines.length === 0 ? `line ${last}` : `lines ${lines.join(', ')} and ${last}`;
}
