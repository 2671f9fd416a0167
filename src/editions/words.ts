/** The words that differ between two texts, as two columns of HTML: what was taken out, what was put in. */
import {diffWordsWithSpace, type ChangeObject} from 'diff';
import {escapeHtml} from '../figures/escape';

/** Below this share of words in common, marks on single words only confuse: the texts stand side by side as they are. */
const REWRITTEN = 0.25;

export interface Columns {
  old: string;
  new: string;
  /** So much was rewritten that no single words are marked. */
  rewritten: boolean;
}

/** @param older, newer plain lines; the columns are paragraphs of escaped text with `del` and `ins` */
export function diffColumns(older: readonly string[], newer: readonly string[]): Columns {
  const changes = diffWordsWithSpace(older.join('\n'), newer.join('\n'));
  const length = (wanted: (change: ChangeObject<string>) => boolean | undefined): number =>
    changes.filter(wanted).reduce((sum, {value}) => sum + value.length, 0);
  const common = length(({added, removed}) => !added && !removed);
  const longest = Math.max(
    common + length(({added}) => added),
    common + length(({removed}) => removed),
  );
  const rewritten = older.length > 0 && newer.length > 0 && common < REWRITTEN * longest;
  return rewritten
    ? {old: paragraphs(older), new: paragraphs(newer), rewritten}
    : {
        old: column(changes, 'removed', 'del'),
        new: column(changes, 'added', 'ins'),
        rewritten,
      };
}

function column(
  changes: readonly ChangeObject<string>[],
  kept: 'added' | 'removed',
  tag: 'ins' | 'del',
): string {
  const other = kept === 'added' ? 'removed' : 'added';
  const lines = [''];
  for (const change of changes.filter((candidate) => !candidate[other])) {
    change.value.split('\n').forEach((piece, i) => {
      if (i > 0) {
        lines.push('');
      }
      const text = escapeHtml(piece);
      // A mark never runs over the end of a line: it would cross the paragraphs.
      lines[lines.length - 1] += change[kept] && piece.trim() ? `<${tag}>${text}</${tag}>` : text;
    });
  }
  return lines
    .filter((line) => line.trim())
    .map((line) => `<p>${line}</p>`)
    .join('');
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
}
