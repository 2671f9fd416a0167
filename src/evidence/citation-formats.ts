/** Formats in which a page is cited, and the marks in their texts. Part of every docs page: keep it small. */
export const CITATION_FORMATS = [
  ['vancouver', 'Vancouver'],
  ['ama', 'AMA'],
  ['apa', 'APA'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number][0];

/** What stands in a citation's text for what is known only when it is copied. */
export const CITATION_MARKS = {
  section: '[[section]]',
  fragment: '[[fragment]]',
  key: '[[key]]',
  accessed: '[[accessed]]',
} as const;

export type CitationMark = keyof typeof CITATION_MARKS;

/** A text cut at its marks: plain pieces, and names of marks. */
export function citationParts(template: string): (string | {mark: CitationMark})[] {
  return template
    .split(/\[\[(section|fragment|key|accessed)\]\]/)
    .map((part, i) => (i % 2 ? {mark: part as CitationMark} : part))
    .filter((part) => part !== '');
}
