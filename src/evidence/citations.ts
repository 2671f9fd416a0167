/**
 * Pandoc's citation syntax in a run of text: `[@key]`, `[@a; @b]`, `[@key, section 2.3]`.
 * Knows nothing of Markdown: callers pass text nodes only, so that code and links stay alone.
 */
export interface CitedItem {
  key: string;
  /** `section 2.3` in `[@key, section 2.3]`. */
  locator?: string;
}

export interface CitationCluster {
  /** Offsets of the whole cluster in the text, brackets included. */
  start: number;
  end: number;
  items: CitedItem[];
}

const CLUSTER = /\[(@[^\]]*)\]/g;
const ITEM = /^@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*)(?:\s*,\s*([^@]+))?$/u;

/** A cluster that begins like a citation and cannot be read as one. */
export interface MalformedCitation {
  start: number;
  end: number;
  text: string;
}

/** Finds all clusters, in order, and what looks like one but is not. */
export function parseCitations(text: string): {
  clusters: CitationCluster[];
  malformed: MalformedCitation[];
} {
  const clusters: CitationCluster[] = [];
  const malformed: MalformedCitation[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const start = match.index;
    const end = start + match[0].length;
    const items = match[1]!.split(';').map((part) => ITEM.exec(part.trim()));
    if (items.every((item) => item !== null)) {
      clusters.push({
        start,
        end,
        items: items.map((item) => ({
          key: item[1]!,
          ...(item[2] ? {locator: item[2].replace(/\s+/g, ' ').trim()} : {}),
        })),
      });
    } else {
      malformed.push({start, end, text: match[0]});
    }
  }
  return {clusters, malformed};
}
