/** Reads a contributor's file as untrusted bytes: what is no plain UTF-8 text of the repository is told, never guessed. */
import fs from 'node:fs';
import path from 'node:path';
import type {Problem} from '../lint/problem';

export interface FileText {
  /** Without byte order mark, with line feeds only; empty where the file is not readable. */
  text: string;
  /** False where nothing that stands in the file can be known. */
  readable: boolean;
  problems: Problem[];
}

/** The largest file of today has 0.6 MB. */
const MAX_MEGABYTES = 4;
/** More characters of one kind than this are told together. */
const MAX_CHARACTERS = 5;

const BOM = '\uFEFF';

/** Line separators of Unicode among them: editors count lines by them, the build does not. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/gu;
/**
 * Marks that turn the direction of a line, and characters of no width. A joiner is part of its word after a letter that
 * is not Latin, and of its picture after an emoji.
 */
const HIDDEN =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]|(?!\p{Script=Latin})\p{L}|\p{M})[\u200C\u200D]/gu;
/** Taking one of these out changes nothing that is seen. */
const NO_WIDTH = /[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]/u;

const WHY_HIDDEN =
  'What nobody sees can make a line mean something else than it shows, and hides words from search.';

/**
 * Reads one file of the repository.
 * @param absolute its path
 * @param file the same from the root, with forward slashes, as messages show it
 * @param inRepository false for a file that somebody brings from elsewhere
 */
export function readText(
  absolute: string,
  file: string,
  {inRepository = true}: {inRepository?: boolean} = {},
): FileText {
  const unreadable = (problem: Omit<Problem, 'file' | 'line' | 'column'> & Partial<Problem>) => ({
    text: '',
    readable: false,
    problems: [{file, line: 1, column: 1, ...problem}],
  });
  const root = inRepository
    ? path.resolve(absolute, ...file.split('/').map(() => '..'))
    : path.parse(absolute).root;
  const trouble = whyUnreadable(absolute, root);
  if (trouble !== undefined) {
    return unreadable(trouble);
  }
  const bytes = fs.readFileSync(absolute);
  const {text: raw, badAt} = decode(bytes);
  if (badAt !== undefined) {
    const utf16 = /^(?:\xFF\xFE|\xFE\xFF)/.test(bytes.subarray(0, 2).toString('latin1'));
    return unreadable({
      ...badAt,
      rule: 'file/encoding',
      found: utf16 ? 'UTF-16 text' : 'bytes that are not UTF-8',
      expected: 'UTF-8 text',
      fix: 'save the file as UTF-8',
    });
  }
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return {
    text,
    readable: true,
    problems: [
      ...formProblems(raw, text, file),
      ...characterProblems(text, raw === text, file, CONTROL, {
        rule: 'file/control-character',
        expected: 'text: letters, signs, spaces and line feeds',
        fix: 'remove it',
        help: 'No reader can see it, and programs stop at it or drop what follows.',
      }),
      ...characterProblems(text, raw === text, file, HIDDEN, {
        rule: 'file/hidden-character',
        expected:
          'only characters that can be seen; letters of any script need no marks around them',
        fix: 'remove it, or type the words again',
        help: WHY_HIDDEN,
      }),
    ],
  };
}

/** Text of a file, or nothing where it cannot be read: `readText` says why, once. */
export function textOf(absolute: string): string {
  try {
    return fs.readFileSync(absolute, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Hidden and control characters that a value got from escapes: `"\u202E"`, `&#x202E;`.
 * @returns their names, as in `U+202E`
 */
export function hiddenCharacters(value: string): string[] {
  return [CONTROL, HIDDEN].flatMap((pattern) => (value.match(pattern) ?? []).map(nameOf));
}

/** The problem of a value with such characters. */
export function hiddenProblem(names: readonly string[]): Omit<Problem, 'file' | 'line' | 'column'> {
  return {
    rule: 'file/hidden-character',
    found: `an escape that stands for ${[...new Set(names)].join(', ')}`,
    expected: 'only characters that can be seen',
    fix: 'remove the escape',
    help: WHY_HIDDEN,
  };
}

function whyUnreadable(
  absolute: string,
  root: string,
): Omit<Problem, 'file' | 'line' | 'column'> | undefined {
  const isLink = fs.lstatSync(absolute, {throwIfNoEntry: false})?.isSymbolicLink();
  let real: string;
  let size: number;
  try {
    real = fs.realpathSync(absolute);
    const stat = fs.statSync(real);
    if (!stat.isFile()) {
      return {
        rule: 'file/unreadable',
        found: stat.isDirectory() ? 'a folder' : 'neither a file nor a folder',
        expected: 'a file',
        fix: 'rename it, or put a file in its place',
      };
    }
    fs.accessSync(real, fs.constants.R_OK);
    size = stat.size;
  } catch (error) {
    return isLink
      ? linkProblem('a link that leads nowhere')
      : {
          rule: 'file/unreadable',
          found: `a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
          expected: 'a file that everybody may read',
          fix: 'restore it, or give it the rights of its neighbors',
        };
  }
  if (path.relative(fs.realpathSync(root), real).startsWith('..')) {
    return linkProblem('a link that leads out of the repository');
  }
  return size <= MAX_MEGABYTES * 1e6
    ? undefined
    : {
        rule: 'file/size',
        found: `${(size / 1e6).toFixed(1)} MB`,
        expected: `at most ${MAX_MEGABYTES} MB of text in a file`,
        fix: 'split it, or remove what does not belong there',
        help: 'Editors, reviews and the build slow down or stop at a file that long.',
      };
}

/** A link among the files of content. */
export function linkProblem(found: string): Omit<Problem, 'file' | 'line' | 'column'> {
  return {
    rule: 'content/symlink',
    found,
    expected: 'a file of the repository',
    fix: 'put the file itself there',
    help: 'A build must give the same site on every machine.',
  };
}

/** The text, or the place of the first byte that is no UTF-8. */
function decode(bytes: Buffer): {text: string; badAt?: {line: number; column: number}} {
  const utf8 = (part: Uint8Array): string | undefined => {
    try {
      return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(part);
    } catch {
      return undefined;
    }
  };
  const text = utf8(bytes);
  if (text !== undefined) {
    return {text};
  }
  let line = 1;
  let start = 0;
  for (;;) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (utf8(bytes.subarray(start, end)) === undefined) {
      let good = 0;
      // A character has at most four bytes: a longer rest than that after the last good one is bad.
      for (let at = 1; at <= Math.min(end - start, 10_000); at += 1) {
        good = utf8(bytes.subarray(start, start + at)) === undefined ? good : at;
      }
      const before = utf8(bytes.subarray(start, start + good)) ?? '';
      return {text: '', badAt: {line, column: before.length + 1}};
    }
    line += 1;
    start = end + 1;
  }
}

function formProblems(raw: string, text: string, file: string): Problem[] {
  const edit = {start: 0, end: raw.length, text};
  const carriageReturn = raw.indexOf('\r');
  return [
    ...(raw.startsWith(BOM)
      ? [
          {
            file,
            line: 1,
            column: 1,
            rule: 'file/byte-order-mark',
            found: 'a byte order mark before the first character',
            expected: 'UTF-8 without a byte order mark',
            fix: 'save the file as "UTF-8", not "UTF-8 with BOM"',
            edit,
          },
        ]
      : []),
    ...(carriageReturn === -1
      ? []
      : [
          {
            file,
            line: raw.slice(0, carriageReturn).split('\n').length,
            column: 1,
            rule: 'file/line-endings',
            found: 'a line that ends in CR LF (Windows)',
            expected: 'lines that end in LF',
            fix: 'set the line endings to LF in your editor and save',
            edit,
          },
        ]),
  ];
}

function characterProblems(
  text: string,
  asInFile: boolean,
  file: string,
  pattern: RegExp,
  rest: Pick<Problem, 'rule' | 'expected' | 'fix' | 'help'>,
): Problem[] {
  const matches = [...text.matchAll(pattern)];
  return matches.slice(0, MAX_CHARACTERS).map((match, i) => {
    const before = text.slice(0, match.index);
    const more = i === MAX_CHARACTERS - 1 ? matches.length - MAX_CHARACTERS : 0;
    return {
      file,
      line: before.split('\n').length,
      column: match.index - before.lastIndexOf('\n'),
      found: `${nameOf(match[0])}${more > 0 ? `, and ${more} more in this file` : ''}`,
      ...rest,
      ...(asInFile && NO_WIDTH.test(match[0])
        ? {edit: {start: match.index, end: match.index + match[0].length, text: ''}}
        : {}),
    };
  });
}

const NAMES: Record<string, string> = {
  '0000': 'null',
  '00AD': 'soft hyphen',
  '200B': 'zero-width space',
  '200C': 'zero-width non-joiner',
  '200D': 'zero-width joiner',
  '200E': 'left-to-right mark',
  '200F': 'right-to-left mark',
  '202A': 'left-to-right embedding',
  '202B': 'right-to-left embedding',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  FEFF: 'byte order mark',
};

function nameOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}${NAMES[code] ? ` (${NAMES[code]})` : ''}`;
}
