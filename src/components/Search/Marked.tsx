import type {ReactNode} from 'react';

/** Text with the words found marked. Text stays text: nothing typed is ever put into the page as HTML. */
export function Marked({text, tokens}: {text: string; tokens: readonly string[]}): ReactNode {
  const words = tokens.filter(Boolean).map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) {
    return text;
  }
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'giu'));
  // Every second part is what the group matched. Order is fixed, so the index is a key.
  return parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
