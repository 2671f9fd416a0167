/** References as files that reference managers read. Written by citation-js from the same records that the pages show. */
import {Cite, plugins} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import {referenceLinks} from './format';
import type {Reference} from './schemas';

/** Kinds of file, with what a reader calls them; the key is the ending of the file's name. */
export const REFERENCE_FORMATS = {bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON'} as const;

export type ReferenceFormat = keyof typeof REFERENCE_FORMATS;

const bibtex = plugins.config.get('@bibtex') as {
  format: {useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean};
};
// The entry's label is the citation key of the pages. Every current reader of BibTeX takes UTF-8; in ASCII, letters
// without a LaTeX command would be lost.
Object.assign(bibtex.format, {useIdAsLabel: true, checkLabel: false, asciiOnly: false});

/** Fields of ours that CSL does not know. */
const OURS: readonly string[] = ['kind', 'verified', 'verified_at', 'note'];

/** A record as a CSL item; where it has no address, the one that the pages link. */
export function cslItem(reference: Reference): Record<string, unknown> {
  const item = Object.fromEntries(
    Object.entries(reference).filter(([field]) => !OURS.includes(field)),
  );
  const [link] = referenceLinks(reference);
  return reference.URL || !link ? item : {...item, URL: link.href};
}

/** Characters that LaTeX reads as commands; with `asciiOnly` off the plugin leaves them as they are. */
const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** Written as they stand: addresses and what is no text. */
const VERBATIM: readonly string[] = ['id', 'type', 'URL', 'DOI'];

function escapeLatex(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/[\\~^&%$#_{}]/g, (char) => LATEX[char] ?? `\\${char}`);
  }
  if (Array.isArray(value)) {
    return value.map(escapeLatex);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escapeLatex(inner)]))
    : value;
}

function bibtexEntry(reference: Reference): string {
  const item = Object.fromEntries(
    Object.entries(cslItem(reference)).map(([field, value]) => [
      field,
      VERBATIM.includes(field) ? value : escapeLatex(value),
    ]),
  );
  return (new Cite(item).format('bibtex') as string).trim();
}

/** The plugin's own text breaks lines inside words and cuts keys off: only its choice of tags is used. */
function risEntry(reference: Reference): string {
  const [tags] = new Cite(cslItem(reference)).format('ris', {format: 'object', spec: 'new'}) as [
    Record<string, string | number | string[]>,
  ];
  // Its newspaper articles have no author.
  tags.AU ??= (reference.author ?? []).map((name) =>
    'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', '),
  );
  return [
    ['TY', tags.TY],
    ['ID', reference.id],
    ...Object.entries(tags)
      .filter(([tag]) => tag !== 'TY' && tag !== 'ID')
      .flatMap(([tag, value]) => [value].flat().map((one) => [tag, one])),
    ['ER', ''],
  ]
    .map(([tag, value]) => `${tag}  - ${value}`)
    .join('\n');
}

const WRITERS = {bib: bibtexEntry, ris: risEntry};
const cache = new WeakMap<Reference, {bib?: string; ris?: string}>();

/** One entry. Kept, as a reference stands in the files of many pages. */
function entry(reference: Reference, format: 'bib' | 'ris'): string {
  const known = cache.get(reference) ?? {};
  known[format] ??= WRITERS[format](reference);
  cache.set(reference, known);
  return known[format];
}

/** The text of a file with these references, in this order. */
export function exportReferences(
  references: readonly Reference[],
  format: ReferenceFormat,
): string {
  switch (format) {
    case 'bib':
      return references.map((reference) => `${entry(reference, 'bib')}\n`).join('\n');
    case 'ris':
      // RIS is a format of lines that end in CR LF.
      return references
        .map((reference) => `${entry(reference, 'ris')}\n`)
        .join('\n')
        .replace(/\n/g, '\r\n');
    case 'json':
      return `${JSON.stringify(references.map(cslItem), undefined, 1)}\n`;
  }
}
