/** The parts that we use of packages that bring no types. */

declare module '@citation-js/core' {
  export const plugins: {
    config: {get(name: string): unknown};
    input: {
      /** CSL items of a text. */
      chain(
        data: string,
        options: {generateGraph: false; forceType: string},
      ): Record<string, unknown>[];
    };
    output: {format(format: string, data: object[], options: object): unknown};
  };
  export class Cite {
    constructor(data: object | object[]);
    format(format: 'bibtex' | 'ris', options?: {format?: 'object'; spec?: 'new'}): unknown;
  }
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';

declare module '@easyops-cn/docusaurus-search-local/dist/client/client/theme/worker' {
  export const SearchWorker: new () => import('../search/theme').ThemeSearch;
}

declare module '@easyops-cn/docusaurus-search-local/dist/server/server/utils/buildIndex' {
  /** @param documents by kind: titles, headings, descriptions, keywords, contents */
  export function buildIndex(
    documents: import('../search/theme').ThemeDocument[][],
    options: object,
  ): {
    documents: import('../search/theme').ThemeDocument[];
    index: {toJSON(): import('../search/theme').LunrIndex};
  }[];
}

declare module '@easyops-cn/docusaurus-search-local/dist/server/server' {
  import type {LoadContext, OptionValidationContext, Plugin} from '@docusaurus/types';

  export default function theme(context: LoadContext, options: object): Plugin;
  export function validateOptions<Given, Checked>(
    context: OptionValidationContext<Given, Checked>,
  ): Checked;
}

declare module '@generated/@easyops-cn/docusaurus-search-local/default/generated-constants.js' {
  /** Name of an index file, with `{dir}` where the name of its context goes. */
  export const searchIndexUrl: string;
}

declare module 'lunr' {
  class Token {
    constructor(text: string, metadata: object);
    toString(): string;
  }
  const lunr: {
    Token: typeof Token;
    stemmer(token: Token): Token;
    /** @returns undefined for a stop word */
    stopWordFilter(token: Token): Token | undefined;
  };
  export default lunr;
}

declare module 'mark.js' {
  export default class Mark {
    constructor(root: Element);
    markRegExp(pattern: RegExp, options?: {exclude?: string[]}): void;
    unmark(): void;
  }
}

declare module 'react-dom/server' {
  export function renderToStaticMarkup(node: import('react').ReactNode): string;
}

declare module 'jstat' {
  interface Distribution<P extends number[]> {
    cdf(x: number, ...parameters: P): number;
    /** Quantile. */
    inv(p: number, ...parameters: P): number;
  }
  const jstat: {
    normal: Distribution<[mean: number, sd: number]>;
    studentt: Distribution<[df: number]>;
    chisquare: Distribution<[df: number]>;
  };
  export default jstat;
}

declare module '@generated/routes' {
  /**
   * Brings in the routes of the edition that an address belongs to (src/plugins/lean-client/manifest-loader.cjs).
   * @param pathname address below the origin
   */
  export function loadRoutes(pathname: string): Promise<void> | undefined;
}

declare module 'react-router-dom/esm/react-router-dom.js' {
  export * from 'react-router-dom';
}
