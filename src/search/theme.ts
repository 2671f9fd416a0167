/** The shapes that the search theme gives and takes; its field names are single letters to save bytes. */

/** Title, heading, description, keywords, content: the order of the theme's five indexes. */
export const TITLE = 0;
export const HEADING = 1;
export const DESCRIPTION = 2;
export const KEYWORDS = 3;
export const CONTENT = 4;
export type Kind = 0 | 1 | 2 | 3 | 4;

/** One indexed text: a page's title, description or keywords, a heading, or the text of a section. */
export interface ThemeDocument {
  i: number;
  /** The text; our files leave it out where it is not shown. */
  t?: string;
  /** Address of the page. */
  u: string;
  /** `#section` */
  h?: string;
  /** Section title, where `t` is content; page title, where it is description or keywords. */
  s?: string;
  /** Breadcrumb, where `t` is a page title. */
  b?: string[];
  /** Id of the page's title document. */
  p?: number;
}

/** lunr's own serialized form. Scores are paired with the index of their term. */
export interface LunrIndex {
  version: string;
  fields: string[];
  fieldVectors: [string, number[]][];
  invertedIndex: [string, {_index: number; t: Record<string, object>}][];
  pipeline: string[];
}

/** One of the five indexes of a file. */
export interface ThemeIndex {
  documents: ThemeDocument[];
  index: LunrIndex;
}

export interface ThemeResult {
  document: ThemeDocument;
  type: Kind;
  /** Title document of the page, except where the document is a title itself. */
  page: ThemeDocument | undefined | false;
  score: number;
  /** Keys are the stems that matched. */
  metadata: Record<string, unknown>;
}

/** The theme's worker class, as far as we ask it. */
export interface ThemeSearch {
  fetchIndexes(baseUrl: string, context: string): Promise<void>;
  search(baseUrl: string, context: string, input: string, limit: number): Promise<ThemeResult[]>;
}
