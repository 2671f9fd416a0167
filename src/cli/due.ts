/** `npm run due`: pages of the draft whose evidence must be searched again, oldest search first. */
import path from 'node:path';
import {parseArgs} from 'node:util';
import {dueDate, isDue, MONTHS_FRESH} from '../evidence/freshness';
import {listPages, type Page} from '../evidence/pages';
import {isRealDate} from '../evidence/schemas';
import {count} from '../lint/report';
import {isoDate} from '../remark/remark-notices';

const USAGE = 'npm run due -- [--date YYYY-MM-DD]';

interface Search {
  file: string;
  searched: string;
}

/** Lines for a terminal: what is due on a day, and when the next is. */
export function dueReport(searches: readonly Search[], today: string): string {
  const sorted = [...searches].sort(
    (a, b) => a.searched.localeCompare(b.searched) || a.file.localeCompare(b.file, 'en'),
  );
  const due = sorted.filter(({searched}) => isDue(searched, today));
  const next = sorted.find(({searched}) => !isDue(searched, today));
  return [
    ...due.map(({file, searched}) => `${file}: searched ${searched}, due ${dueDate(searched)}`),
    `${count(due.length, 'page')} of ${searches.length} due on ${today} (search older than ${MONTHS_FRESH} months)`,
    ...(next ? [`next: ${next.file}, due ${dueDate(next.searched)}`] : []),
  ].join('\n');
}

/** The pages that have a date of search; others (about the site) rest on no evidence. */
export function searchesOf(pages: readonly Page[], root: string): Search[] {
  return pages.flatMap(({file, frontMatter}) => {
    const searched = isoDate(frontMatter.evidence_searched);
    return searched ? [{file: path.relative(root, file).split(path.sep).join('/'), searched}] : [];
  });
}

function main(): number {
  const root = process.cwd();
  const {values} = parseArgs({options: {date: {type: 'string'}}});
  const today = values.date ?? new Date().toISOString().slice(0, 10);
  if (today.length !== 10 || !isRealDate(today)) {
    console.error(`--date ${today} is no day that exists: write YYYY-MM-DD.\nUse: ${USAGE}`);
    return 1;
  }
  console.log(dueReport(searchesOf(listPages(path.join(root, 'docs')), root), today));
  return 0;
}

if (require.main === module) {
  process.exitCode = main();
}
