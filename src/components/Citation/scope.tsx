import {createContext, useContext, type ReactNode} from 'react';

const CitationBase = createContext<string | undefined>(undefined);

/** Marks content that is an excerpt: its citations lead to the page at `base`, where the reference list is. */
export function ExcerptScope({base, children}: {base: string; children: ReactNode}): ReactNode {
  return <CitationBase.Provider value={base}>{children}</CitationBase.Provider>;
}

/** Address of the page that holds the reference list, or undefined when it is this one. */
export function useCitationBase(): string | undefined {
  return useContext(CitationBase);
}
