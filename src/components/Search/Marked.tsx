import type {ReactNode} from 'react';
import {markPattern} from './marks';

/** Text with the words found marked. Text stays text: nothing typed is ever put into the page as HTML. */
export function Marked({text, marks}: {text: string; marks: readonly string[]}): ReactNode {
  const pattern = markPattern(marks);
  if (!pattern) {
    return text;
  }
  // Every second part is what the group matched. Order is fixed, so the index is a key.
  return text.split(pattern).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
