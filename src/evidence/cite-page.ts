/**
 * How a page of this site, or a section of it, is cited. Everything is written by citation-js: Vancouver by its own
 * style, AMA and APA by small CSL styles for web pages (styles/), because the packaged ones leave out the edition or the
 * day of access.
 */
import fs from 'node:fs';
import path from 'node:path';
import {plugins} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import {CITATION_MARKS, type CitationFormat} from './citation-formats';

const SITE = 'Ketamine Knowledge Base';

export interface CitedPage {
  /** Title of the page; with `: ` and the section's where a section is cited. */
  title: string;
  /** `2.0` */
  edition: string;
  /** `2026-11-25`: the day the edition was released. */
  released: string;
  /** Whole address of the page in its edition, with the fragment of a section. */
  url: string;
  /** `2026-11-25`: the day it was read. */
  accessed: string;
  /** Letters, digits and hyphens: what BibTeX and RIS call the entry. */
  key: string;
}

interface CslConfig {
  styles: {add(name: string, template: string): void};
  engine(
    data: object[],
    style: string,
    locale: string,
    format: 'text',
  ): {updateItems(ids: string[]): void; makeBibliography(): [unknown, string[]]};
}

const OWN_STYLES = {ama: 'kb-ama', apa: 'kb-apa'} as const;

const csl = plugins.config.get('@csl') as CslConfig;
// Keys are ours, and keep their hyphens.
Object.assign((plugins.config.get('@bibtex') as {format: object}).format, {
  useIdAsLabel: true,
  checkLabel: false,
});
for (const [name, template] of Object.entries(OWN_STYLES)) {
  csl.styles.add(template, fs.readFileSync(path.join(__dirname, 'styles', `${name}.csl`), 'utf8'));
}

/** The citation in all formats, for one day of access. */
export function citePage(page: CitedPage): Record<CitationFormat, string> {
  const item = {
    id: page.key,
    type: 'chapter',
    title: page.title,
    'container-title': SITE,
    edition: `Edition ${page.edition}`,
    issued: dateParts(page.released),
    accessed: dateParts(page.accessed),
    URL: page.url,
  };
  return {
    vancouver: bibliography(item, 'vancouver').replace(/^1\. /, ''),
    ama: bibliography(item, OWN_STYLES.ama),
    apa: bibliography(item, OWN_STYLES.apa),
    bibtex: bibtex(item),
    ris: ris(item),
  };
}

/** Values that no page has, for places that depend on the section and the day: found again in what comes out. */
const STAND_INS = {section: ': sectionhere', fragment: 'FRAGMENTHERE', key: 'KEYHERE'} as const;
const STAND_IN_DAY = '1001-10-10';
const DAYS = /1001 Oct 10|October 10, 1001|1001-10-10|1001\/10\/10/g;

/**
 * The same with marks in place of what is not known at build time: the section that a reader points at, and the day.
 * `fillCitation` (fill-citation.ts) puts them in.
 */
export function citationTemplates(
  page: Omit<CitedPage, 'accessed'>,
): Record<CitationFormat, string> {
  const texts = citePage({
    ...page,
    title: page.title + STAND_INS.section,
    url: page.url + STAND_INS.fragment,
    key: page.key + STAND_INS.key,
    accessed: STAND_IN_DAY,
  });
  const marked = Object.entries(texts).map(([format, text]) => [
    format,
    text
      .replaceAll(STAND_INS.section, CITATION_MARKS.section)
      .replaceAll(STAND_INS.fragment, CITATION_MARKS.fragment)
      .replaceAll(STAND_INS.key, CITATION_MARKS.key)
      .replace(DAYS, CITATION_MARKS.accessed),
  ]);
  return Object.fromEntries(marked) as Record<CitationFormat, string>;
}

/** `safety/monitoring` in edition 2.0 is `kkb-2-0-safety-monitoring`. */
export function citationKey(slug: string, edition: string): string {
  return `kkb-${edition}-${slug}`.replace(/[^a-z0-9]+/g, '-');
}

function dateParts(date: string): {'date-parts': number[][]} {
  return {'date-parts': [date.split('-').map(Number)]};
}

function bibliography(item: {id: string}, style: string): string {
  const engine = csl.engine([item], style, 'en-US', 'text');
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1][0]!.trim();
}

/** Entry without `howpublished`, which repeats `url`. */
function bibtex(item: object): string {
  const {type, label, properties} = entryOf<{
    type: string;
    label: string;
    properties: Record<string, string>;
  }>('bibtex', item);
  const fields = Object.entries(properties).filter(([name]) => name !== 'howpublished');
  return [
    `@${type}{${label},`,
    ...fields.map(([name, value]) => `  ${name} = {${value}},`),
    '}',
  ].join('\n');
}

/** One line a field: citation-js' own text breaks lines after 70 characters, and so addresses. */
function ris(item: object): string {
  // Its ID is our key cut after 20 characters, the same for many pages: better none.
  const {TY: type, ...all} = entryOf<Record<string, string>>('ris', item);
  const fields = Object.entries(all).filter(([tag]) => tag !== 'ID');
  return [
    `TY  - ${type}`,
    // Its dates end with a slash for a part that is empty.
    ...fields.map(([tag, value]) => `${tag}  - ${value.replace(/(\d)\/$/, '$1')}`),
    'ER  - ',
  ].join('\n');
}

function entryOf<T>(format: 'bibtex' | 'ris', item: object): T {
  return (plugins.output.format(format, [item], {format: 'object'}) as T[])[0]!;
}
