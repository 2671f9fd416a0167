import type {ReactNode} from 'react';
import {DateText} from '../DateText';
import styles from './styles.module.css';

/** Dated searches of a page. Children are Search elements, written by remark-searches. */
export function Searches({children}: {children: ReactNode}): ReactNode {
  return <ul className={styles.searches}>{children}</ul>;
}

/** One search: what for, what was found (children), where, when and with which words (one a line). */
export function Search({
  question,
  where,
  words,
  date,
  children,
}: {
  question: string;
  where: string;
  words?: string;
  date: string;
  children: ReactNode;
}): ReactNode {
  return (
    <li>
      <strong>{question}:</strong> {children}{' '}
      <span className={styles.how}>
        Searched on <DateText date={date} /> in {where},{' '}
        {words === undefined
          ? 'in words that were not recorded'
          : `for ${words
              .split('\n')
              .map((typed) => `“${typed}”`)
              .join(', ')}`}
        .
      </span>
    </li>
  );
}
