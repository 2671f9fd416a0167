/** The parts that we use of packages that bring no types. */

declare module '@citation-js/core' {
  export const plugins: {
    config: {get(name: string): unknown};
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

declare module '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker' {
  /** Loads an edition's index into the worker. @param baseUrl address of the folder that holds it */
  export function fetchIndexesByWorker(baseUrl: string, searchContext: string): Promise<void>;
  export function searchByWorker(
    baseUrl: string,
    searchContext: string,
    input: string,
    limit: number,
  ): Promise<unknown[]>;
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
