/** Groups what the search theme finds (titles, headings, paragraphs) into pages with their sections. */

/** A result of the theme's worker; its field names are single letters to save bytes in the index. */
export interface SearchResult {
  document: {
    /** Text that matched: title, heading, description, keywords or content. */
    t: string;
    /** Address of the page. */
    u: string;
    /** `#section` */
    h?: string;
    /** Section title, where `t` is content. */
    s?: string;
    /** Breadcrumb, where `t` is a page title. */
    b?: string[];
  };
  type: 0 | 1 | 2 | 3 | 4;
  /** The page, except where the document is the page itself. */
  page: {t: string; b: string[]} | undefined | false;
  tokens: string[];
}

const CONTENT = 4;
const DESCRIPTION = 2;

export interface SectionResult {
  href: string;
  heading: string;
  /** Text around the first word found; empty where only a title matched. */
  excerpt: string;
  tokens: string[];
}

export interface PageResults {
  url: string;
  title: string;
  breadcrumb: string;
  sections: SectionResult[];
}

const SECTIONS_PER_PAGE = 3;
const EXCERPT_LENGTH = 180;

/** Pages in the order of their best section, at most three sections each. */
export function groupResults(results: readonly SearchResult[]): PageResults[] {
  const pages = new Map<string, PageResults>();
  for (const {document, type, page, tokens} of results) {
    const title = page ? page.t : (document.s ?? document.t);
    let entry = pages.get(document.u);
    if (!entry) {
      entry = {
        url: document.u,
        title,
        breadcrumb: (page ? page.b : (document.b ?? [])).join(' › '),
        sections: [],
      };
      pages.set(document.u, entry);
    }
    const href = `${document.u}${highlightQuery(tokens)}${document.h ?? ''}`;
    const heading = type === CONTENT ? (document.s ?? title) : document.h ? document.t : title;
    const excerpt = type === CONTENT || type === DESCRIPTION ? excerptOf(document.t, tokens) : '';
    const section = document.h ?? '';
    const known = entry.sections.find((other) => hashOf(other.href) === section);
    if (known) {
      known.excerpt ||= excerpt;
    } else if (entry.sections.length < SECTIONS_PER_PAGE) {
      entry.sections.push({href, heading, excerpt, tokens});
    }
  }
  return [...pages.values()];
}

/** The theme marks these words on the page that opens. */
function highlightQuery(tokens: readonly string[]): string {
  const params = new URLSearchParams(tokens.map((token) => ['_highlight', token]));
  return tokens.length > 0 ? `?${params.toString()}` : '';
}

/** `#section` of an address, or nothing. Words to highlight are encoded, so that the first `#` begins it. */
function hashOf(href: string): string {
  return /#.*$/.exec(href)?.[0] ?? '';
}

/** About 180 characters around the first word found, cut at words where there are any. */
export function excerptOf(text: string, tokens: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = tokens.map((token) => lower.indexOf(token.toLowerCase())).filter((at) => at >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const wanted = Math.max(0, first - EXCERPT_LENGTH / 3);
  const word = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const start = word < wanted || word > first ? wanted : word;
  const limit = start + EXCERPT_LENGTH;
  const space = limit < text.length ? text.lastIndexOf(' ', limit) : text.length;
  const end = space > first ? space : limit;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}
