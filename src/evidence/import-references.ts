/**
 * Reads bibliographic records as other programs write them (BibTeX, RIS, CSL-JSON; Zotero, EndNote, Crossref, PubMed)
 * and makes fields of a reference of them. citation-js reads the formats. What a record does not say stays out: nothing
 * is guessed, and `kind` and `verified` are never in it.
 */
import {plugins} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import {distance} from 'fastest-levenshtein';
import {isNode, LineCounter, parseDocument} from 'yaml';
import type {Reference} from './schemas';

export type ImportedFields = Partial<Omit<Reference, 'id' | 'kind' | 'verified'>>;

export interface ImportedRecord {
  /** Line of the file at which it begins, from 1. */
  line: number;
  fields: ImportedFields;
  /** Why it could not be read. */
  unreadable?: string;
}

export type ImportFormat = 'BibTeX' | 'RIS' | 'CSL-JSON';

type Csl = Record<string, unknown>;

/** The format of a text, by what it begins with; undefined where it is none of the three. */
export function formatOf(text: string): ImportFormat | undefined {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) {
    return 'CSL-JSON';
  }
  if (/^(?:.*\n)*?\s*@\w+\s*[{(]/.test(start)) {
    return 'BibTeX';
  }
  return /^[A-Z][A-Z0-9] {2}- /m.test(start) ? 'RIS' : undefined;
}

/**
 * Every record of a file, each with its own answer.
 * @param text with line feeds of any kind
 * @throws Error, in a sentence, where the text is none of the formats or has no record
 */
export function readRecords(text: string): {format: ImportFormat; records: ImportedRecord[]} {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const format = formatOf(clean);
  if (!format) {
    throw new Error('neither BibTeX, RIS nor CSL-JSON: export it again as one of the three');
  }
  const records = READERS[format](clean);
  if (records.length === 0) {
    throw new Error(`${format} without a record`);
  }
  return {format, records};
}

const READERS: Record<ImportFormat, (text: string) => ImportedRecord[]> = {
  'CSL-JSON': readJson,
  BibTeX: (text) => {
    const starts = [...text.matchAll(/^[ \t]*@(?<type>\w+)\s*[{(]/gm)].map((match) => ({
      at: match.index,
      type: match.groups!.type!.toLowerCase(),
    }));
    const entries = starts.map(({at, type}, i) => ({
      at,
      type,
      text: text.slice(at, starts[i + 1]?.at),
    }));
    // Abbreviations that the entries use.
    const strings = entries
      .filter(({type}) => type === 'string')
      .map((entry) => entry.text)
      .join('\n');
    return entries
      .filter(({type}) => !['string', 'comment', 'preamble'].includes(type))
      .map((entry) =>
        readOne(`${strings}\n${entry.text}`, '@biblatex/text', lineAt(text, entry.at)),
      );
  },
  RIS: (text) =>
    [...text.matchAll(/^TY {2}- [^]*?(?=^TY {2}- |(?![^]))/gm)].map((match) => {
      const record = readOne(match[0], '@ris/file', lineAt(text, match.index));
      // An accession number of PubMed, which citation-js leaves out.
      const accession = /^AN {2}- (?<id>\d{1,8})\s*$/m.exec(match[0])?.groups?.id;
      const fromPubMed = /^(?:DB|DP) {2}- .*(?:pubmed|medline|nlm)/im.test(match[0]);
      if (accession && fromPubMed && !record.unreadable) {
        record.fields.PMID ??= accession;
      }
      return record;
    }),
};

function readJson(text: string): ImportedRecord[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`JSON that cannot be read: ${(error as Error).message}`, {cause: error});
  }
  const wrapped = isRecord(data) && Array.isArray(data.items) ? data.items : data;
  const inItems = wrapped !== data;
  const items: unknown[] = Array.isArray(wrapped) ? wrapped : [wrapped];
  // JSON is YAML, whose parser knows where things stand.
  const lineCounter = new LineCounter();
  const places = parseDocument(text, {lineCounter});
  return items.map((item, i) => {
    const at = [...(inItems ? ['items'] : []), ...(Array.isArray(wrapped) ? [i] : [])];
    const node = at.length > 0 ? places.getIn(at, true) : places.contents;
    const line = isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line : 1;
    return isRecord(item) && firstText(item.title)
      ? {line, fields: fieldsOf(item)}
      : {line, fields: {}, unreadable: 'a record without a title'};
  });
}

function readOne(text: string, forceType: string, line: number): ImportedRecord {
  try {
    const [item] = plugins.input.chain(text, {generateGraph: false, forceType});
    if (!item || !firstText(item.title)) {
      return {line, fields: {}, unreadable: 'a record without a title'};
    }
    return {line, fields: fieldsOf(item)};
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    return {line, fields: {}, unreadable: reason.trim()};
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

const TYPES: Record<string, Reference['type']> = {
  article: 'article',
  'article-journal': 'article-journal',
  'article-magazine': 'article-newspaper',
  'article-newspaper': 'article-newspaper',
  book: 'book',
  chapter: 'chapter',
  document: 'document',
  'journal-article': 'article-journal',
  legislation: 'legislation',
  'paper-conference': 'paper-conference',
  'post-weblog': 'webpage',
  'posted-content': 'article',
  report: 'report',
  webpage: 'webpage',
};

/**
 * Fields of a reference, as far as a CSL item has them and the schema knows them.
 * @param item from citation-js, Crossref, DataCite or PubMed: untrusted, of any shape
 */
export function fieldsOf(item: Csl): ImportedFields {
  const given = firstText(item.type) ?? '';
  const type = Object.hasOwn(TYPES, given) ? TYPES[given]! : 'document';
  const notes = typeof item.note === 'string' ? item.note : '';
  const noted = (pattern: RegExp): string | undefined => pattern.exec(notes)?.groups?.id;
  const DOI = (firstText(item.DOI) ?? noted(/\bDOI: *(?<id>10\.\S+)/i))
    ?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .trim();
  const PMID = firstText(item.PMID) ?? noted(/\bPMID: *(?<id>\d{1,8})\b/i);
  const PMCID = firstText(item.PMCID) ?? noted(/\bPMCID: *(?<id>PMC\d{1,9})\b/i);
  const hasId = Boolean(DOI ?? PMID ?? PMCID);
  const journal = type === 'article-journal';
  const fields: {[key in keyof ImportedFields]: ImportedFields[key] | undefined} = {
    type,
    title: firstText(item.title)?.replace(/(?<![.])\.$/, ''),
    author: namesOf(item.author),
    editor: journal ? undefined : namesOf(item.editor),
    'container-title': firstText(item['container-title']),
    // Of a journal the publisher says nothing that helps to find the article.
    publisher: journal ? undefined : firstText(item.publisher),
    number: journal ? undefined : firstText(item.number),
    volume: firstText(item.volume),
    issue: firstText(item.issue),
    page: (firstText(item.page) ?? firstText(item['article-number']))?.replace(/\s*[–—]\s*/g, '-'),
    issued: dateOf(item.issued),
    DOI,
    PMID,
    PMCID: PMCID?.replace(/^(?=\d)/, 'PMC'),
    // An address that a DOI gives as well would be one more thing that breaks.
    URL: hasId ? undefined : firstText(item.URL),
    accessed: hasId ? undefined : dateOf(item.accessed),
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as ImportedFields;
}

const ENTITIES: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** A text, or the first of a list (Crossref), without markup (`<i>`, JATS) and runs of white space. */
function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string' && typeof first !== 'number') {
    return undefined;
  }
  const text = String(first)
    .replace(/<\/?[a-z][a-z:]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function namesOf(value: unknown): Reference['author'] {
  const all: unknown[] = Array.isArray(value) ? value : [];
  const names = all.flatMap((name): NonNullable<Reference['author']> => {
    if (!isRecord(name)) {
      return [];
    }
    const [family, given] = [firstText(name.family), firstText(name.given)];
    const group = firstText(name.literal) ?? firstText(name.name);
    if (family === undefined || (given === undefined && /\s/.test(family))) {
      // In braces, BibTeX writes a group as a family name.
      const literal = group ?? family;
      return literal === undefined ? [] : [{literal}];
    }
    const rest = ['suffix', 'non-dropping-particle', 'dropping-particle'].flatMap((part) => {
      const text = firstText(name[part]);
      return text === undefined ? [] : [[part, text] as const];
    });
    return [{family, ...(given === undefined ? {} : {given}), ...Object.fromEntries(rest)}];
  });
  return names.length > 0 ? names : undefined;
}

function dateOf(value: unknown): Reference['issued'] {
  const all: unknown = isRecord(value) ? value['date-parts'] : undefined;
  const first: unknown = Array.isArray(all) ? all[0] : undefined;
  const parts = (Array.isArray(first) ? first : [])
    .map(Number)
    .filter((part) => Number.isInteger(part) && part > 0);
  return parts.length > 0 && parts[0]! > 999 ? {'date-parts': [parts.slice(0, 3)]} : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The key by our convention: first author and year, a letter after it where it is taken (`dean2021`, `dean2021b`).
 * @returns undefined where the record has no author or no year: a person must name it
 */
export function keyFor(
  {author, issued}: ImportedFields,
  isTaken: (key: string) => boolean,
): string | undefined {
  const [first] = author ?? [];
  const name = first && ('family' in first ? first.family : first.literal);
  const stem = name
    ?.replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const year = issued?.['date-parts'][0]?.[0];
  if (!stem || year === undefined || stem.length > 40) {
    return undefined;
  }
  const letters = ['', ...'bcdefghijklmnopqrstuvwxyz'];
  return letters.map((letter) => `${stem}${year}${letter}`).find((key) => !isTaken(key));
}

export interface Duplicate {
  key: string;
  /** `DOI`, `PMID`, `PMCID`, or `title` where only the titles are alike. */
  by: 'DOI' | 'PMID' | 'PMCID' | 'title';
}

/** Titles that differ in less than this share of their letters are alike. */
const ALIKE = 0.08;

/** The record that already stands for a source, if any: by an identifier, else by its title. */
export function duplicateOf(
  fields: ImportedFields,
  references: Iterable<ImportedFields & {id: string}>,
): Duplicate | undefined {
  const all = [...references];
  for (const by of ['DOI', 'PMID', 'PMCID'] as const) {
    const own = fields[by]?.toLowerCase();
    const same = own && all.find((reference) => reference[by]?.toLowerCase() === own);
    if (same) {
      return {key: same.id, by};
    }
  }
  const title = plain(fields.title);
  // Short titles ("Ketamine") are shared by many sources.
  const alike =
    title.length >= 20 &&
    all.find((reference) => {
      const other = plain(reference.title);
      const longest = Math.max(title.length, other.length);
      return (
        longest - Math.min(title.length, other.length) <= longest * ALIKE &&
        distance(title, other) <= longest * ALIKE
      );
    });
  return alike ? {key: alike.id, by: 'title'} : undefined;
}

function plain(title = ''): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
