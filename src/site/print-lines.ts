/** What stands in the margins of a printed page (src/css/print.css): attributes of `html`, which margin boxes can read. */

/** @returns text of the first element that fits, or its attribute */
export type Read = (selector: string, attribute?: string) => string | null | undefined;

export interface PrintLines {
  /** `Bladder and urinary tract | Ketamine Knowledge Base` */
  'data-print-title': string;
  /** `Edition 2.0 (November 2026)`; the date of a post; empty elsewhere. */
  'data-print-edition': string;
  /** Whole address; of a released edition the one that keeps this text for ever. */
  'data-print-address': string;
}

/** The lines of a page, with scripts or without them: `read` looks into a document or into its HTML. */
export function printLines(read: Read): PrintLines {
  const canonical = read('link[rel="canonical"]', 'href') ?? '';
  const pinned = read('#cite-this-page', 'data-pinned');
  return {
    'data-print-title': read('title') ?? '',
    'data-print-edition':
      read('.theme-doc-version-badge') ?? read('.blog-post-page main header time') ?? '',
    'data-print-address': pinned && canonical ? new URL(pinned, canonical).href : canonical,
  };
}
