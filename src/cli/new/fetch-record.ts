/** Asks doi.org or PubMed for the record of a publication, as CSL-JSON. Used by the command alone: builds and checks fetch nothing. */
import {Refusal} from './answers';

const TIMEOUT = 20_000;

export interface Source {
  DOI?: string;
  PMID?: string;
}

/** `https://doi.org/10.1/x`, `doi:10.1/x` and `10.1/x` are a DOI, digits are a PubMed id; undefined for all else. */
export function sourceOf(text: string): Source | undefined {
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) {
    return {DOI: doi};
  }
  const pmid = text
    .trim()
    .replace(/^(?:https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/|pmid:\s*)/i, '')
    .replace(/\/$/, '');
  return /^\d{1,8}$/.test(pmid) ? {PMID: pmid} : undefined;
}

/**
 * The record, untrusted.
 * @throws Refusal that says who did not answer and what else can be done
 */
export async function fetchRecord({DOI, PMID}: Source, get: typeof fetch): Promise<object> {
  const url = DOI
    ? `https://doi.org/${encodeURIComponent(DOI).replaceAll('%2F', '/')}`
    : `https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/?format=csl&id=${PMID}`;
  const {host} = new URL(url);
  const what = DOI ? `the DOI ${DOI}` : `the PubMed id ${PMID}`;
  const otherwise =
    'Nothing was written. Without it: save the record on a machine with a network (CONTRIBUTING.md, "Add a reference"), then npm run new -- reference --from FILE';
  let response: Response;
  try {
    response = await get(url, {
      headers: {accept: 'application/vnd.citationstyles.csl+json'},
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (error) {
    const {cause, message} = error as Error;
    const reason =
      cause instanceof Error ? cause.message || (cause as {code?: string}).code : message;
    throw new Refusal(`${host} cannot be reached (${reason ?? message}). ${otherwise}`);
  }
  if (response.status === 404) {
    throw new Refusal(
      `${host} does not know ${what}: compare it with the paper. Nothing was written.`,
    );
  }
  if (!response.ok) {
    throw new Refusal(`${host} answered ${response.status} for ${what}. ${otherwise}`);
  }
  let record: unknown;
  try {
    record = await response.json();
  } catch {
    throw new Refusal(
      `${host} answered with something else than a record of ${what}. ${otherwise}`,
    );
  }
  const [first] = Array.isArray(record) ? (record as unknown[]) : [record];
  if (typeof first !== 'object' || first === null) {
    throw new Refusal(
      `${host} answered with something else than a record of ${what}. ${otherwise}`,
    );
  }
  const got = DOI ? (first as Source).DOI : (first as Source).PMID;
  const wanted = DOI ?? PMID;
  if (got !== undefined && String(got).toLowerCase() !== wanted?.toLowerCase()) {
    throw new Refusal(
      `${host} answered with another record (${got}) than ${what}. Nothing was written.`,
    );
  }
  return first;
}
