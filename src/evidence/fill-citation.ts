/** Puts what is known only at the time of copying into a citation's text. Loaded by the browser when it is asked for. */
import {citationParts, type CitationFormat, type CitationMark} from './citation-formats';

export interface CitedSection {
  /** Text of its heading. */
  title: string;
  id: string;
}

const MONTHS =
  'January February March April May June July August September October November December';

/**
 * The citation of a page or section on a day.
 * @param template a text with marks
 * @param section undefined for the page as a whole
 * @param day `2026-11-25`, the day of access
 */
export function fillCitation(
  template: string,
  format: CitationFormat,
  section: CitedSection | undefined,
  day: string,
): string {
  const values: Record<CitationMark, string> = {
    section: section ? `: ${sectionTitle(section.title, format)}` : '',
    fragment: section ? `#${section.id}` : '',
    key: section ? `-${section.id}` : '',
    accessed: accessDate(day, format),
  };
  const text = citationParts(template)
    .map((part) => (typeof part === 'string' ? part : values[part.mark]))
    .join('');
  // No full stop after a question.
  return text.replace(/([?!])\. /g, '$1 ');
}

function accessDate(day: string, format: CitationFormat): string {
  const [year, month = 1, date] = day.split('-').map(Number);
  const name = MONTHS.split(' ')[month - 1]!;
  switch (format) {
    case 'vancouver':
      return `${year} ${name.slice(0, 3)} ${date}`;
    case 'ama':
    case 'apa':
      return `${name} ${date}, ${year}`;
    case 'bibtex':
      return day;
    case 'ris':
      return `${year}/${month}/${date}`;
  }
}

/** As the processors write a title: typographic quotes, or BibTeX' own signs. The tests compare it with theirs. */
function sectionTitle(title: string, format: CitationFormat): string {
  switch (format) {
    case 'ris':
      return title;
    case 'bibtex':
      return title
        .replace(/[&%$#]/g, '\\$&')
        .replace(/–/g, '--')
        .replace(/’/g, '\\textquoteright{}')
        .split(/(:\s*)/)
        .map((part) => part.replace(/([^\\])\b([a-z]*[A-Z].*?)\b/g, '$1{$2}'))
        .join('');
    default:
      return title.replace(/"([^"]*)"/g, '“$1”').replace(/(\p{L})'(\p{L})/gu, '$1’$2');
  }
}
