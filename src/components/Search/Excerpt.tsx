import type {ReactNode} from 'react';
import type {SectionFound} from '@site/src/search/rank';
import {Marked} from './Marked';
import {excerptOf} from './marks';

/** The sentence of a section around the words found; nothing while its text is not loaded. */
export function Excerpt({
  texts,
  section: {hash, marks},
}: {
  /** Texts of the page by `#section`. */
  texts: Record<string, string> | undefined;
  section: SectionFound;
}): ReactNode {
  const text = texts?.[hash];
  return text ? <Marked text={excerptOf(text, marks)} marks={marks} /> : null;
}
