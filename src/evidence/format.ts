/** How a reference reads. All formatting is done by a CSL processor (citeproc, through citation-js). */
import {plugins} from '@citation-js/core';
import '@citation-js/plugin-csl';
import type {Reference, ReferenceStatus} from './schemas';

interface CslEngine {
  updateItems(ids: string[]): void;
  makeBibliography(): [{entry_ids: string[][]}, string[]];
}

interface CslConfig {
  engine(data: object[], style: string, locale: string, format: 'text' | 'html'): CslEngine;
}

/** Fields of ours that are not CSL, and identifiers that the page shows as links beside the text. */
const LEFT_OUT = [
  'kind',
  'verified',
  'verified_at',
  'status',
  'note',
  'DOI',
  'PMID',
  'PMCID',
  'URL',
] as const;

function toCsl(reference: Reference): object {
  return Object.fromEntries(
    Object.entries(reference).filter(([key]) => !(LEFT_OUT as readonly string[]).includes(key)),
  );
}

/**
 * Formats references as plain text in the Vancouver style, without their number and without identifiers.
 * @returns text by citation key
 */
export function formatReferences(references: readonly Reference[]): Map<string, string> {
  if (references.length === 0) {
    return new Map();
  }
  const csl = plugins.config.get('@csl') as CslConfig;
  const engine = csl.engine(references.map(toCsl), 'vancouver', 'en-US', 'text');
  engine.updateItems(references.map(({id}) => id));
  const [{entry_ids: ids}, entries] = engine.makeBibliography();
  return new Map(
    // Vancouver numbers its entries; the page numbers them itself, in order of first citation.
    entries.map((entry, i) => [ids[i]![0]!, entry.trim().replace(/^\d+\.\s*/, '')]),
  );
}

/** `Zarate 2006`: what a screen reader says for a citation's number, and what stands for it in plain text. */
export function citationLabel({author, title, issued}: Reference): string {
  const first = author?.[0];
  const name = first ? ('literal' in first ? first.literal : first.family) : title;
  const year = issued?.['date-parts'][0]?.[0];
  return year ? `${name} ${year}` : name;
}

export interface ReferenceLink {
  label: string;
  href: string;
}

/** `10.1000/a#b` is `https://doi.org/10.1000/a%23b`: `#` and `?` may be part of a DOI, and would end its address. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`;
}

/** Address of the notice that retracts or corrects a source. */
export function noticeAddress({notice}: ReferenceStatus): string {
  return notice.startsWith('10.') ? doiAddress(notice) : notice;
}

/** Where a reader can find the source, most stable address first. */
export function referenceLinks({DOI, PMID, PMCID, URL, number}: Reference): ReferenceLink[] {
  const links: ReferenceLink[] = [];
  if (DOI) {
    links.push({label: `doi:${DOI}`, href: doiAddress(DOI)});
  }
  if (PMID) {
    links.push({label: `PubMed ${PMID}`, href: `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`});
  }
  if (PMCID) {
    links.push({label: PMCID, href: `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`});
  }
  if (number && /^NCT\d{8}$/.test(number)) {
    links.push({label: number, href: `https://clinicaltrials.gov/study/${number}`});
  }
  if (URL && links.length === 0) {
    links.push({label: hostOf(URL), href: URL});
  }
  return links;
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/s, '');
}

/** What a reader sees for each `kind` of source. */
export const KIND_LABELS: Record<Reference['kind'], string> = {
  rct: 'randomized trial',
  'meta-analysis': 'meta-analysis',
  'systematic-review': 'systematic review',
  guideline: 'guideline',
  label: 'label',
  regulator: 'regulator',
  law: 'law',
  cohort: 'cohort study',
  'case-series': 'case series',
  'case-report': 'case report',
  'cross-sectional': 'cross-sectional study',
  pharmacokinetic: 'pharmacokinetic study',
  mechanistic: 'mechanistic study',
  'registry-entry': 'registry entry',
  consensus: 'consensus statement',
  'narrative-review': 'narrative review',
  history: 'history or news',
};

/** What a reader sees for each level of `verified`. */
export const VERIFIED_LABELS: Record<Reference['verified'], string> = {
  'full-text': 'figures seen in the full text',
  abstract: 'figures seen in the abstract',
  secondary: 'figures seen in another source that quotes it',
  memory: 'not checked',
};

/** What a reader sees for each `status`, at the citation and in the reference list. */
export const STATUS_LABELS: Record<ReferenceStatus['is'], string> = {
  retracted: 'retracted',
  'expression-of-concern': 'expression of concern',
  corrected: 'corrected',
  superseded: 'superseded',
};
