/** Puts records into a YAML list that is sorted by id. What stands in the file, comments and form, stays byte for byte. */
import {stringify} from 'yaml';

/** Lines of the data files are no longer. */
const WIDTH = 106;

/** A record as the data files write it: `- id: ...`, indented by two spaces, strings quoted only where YAML needs it. */
export function recordText(record: object): string {
  return stringify([record], {lineWidth: WIDTH, indentSeq: true}).replace(/\n*$/, '\n');
}

/**
 * @param text the file: a list whose items begin with `- id:` at the start of a line, sorted by id
 * @param records in any order; none may have an id that the file has
 */
export function insertRecords(text: string, records: readonly {id: string}[]): string {
  const lines = text.replace(/\n*$/, '\n').split('\n').slice(0, -1);
  for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const next = lines.findIndex((line) => {
      const id = /^- id: (?<id>.+?)\s*$/.exec(line)?.groups?.id?.replace(/^(["'])(.*)\1$/, '$2');
      return id !== undefined && id > record.id;
    });
    let at = next === -1 ? lines.length : next;
    // A comment above a record belongs to it; comments at the head of the file are about the file.
    const isComment = (line: string | undefined): boolean => /^\s*(#.*)?$/.test(line ?? 'text');
    while (at > 0 && next !== -1 && isComment(lines[at - 1])) {
      at -= 1;
    }
    if (at === 0 && next !== -1) {
      at = next;
    }
    lines.splice(at, 0, ...recordText(record).trimEnd().split('\n'));
  }
  return `${lines.join('\n')}\n`;
}
