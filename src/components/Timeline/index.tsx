import type {ReactNode} from 'react';
import {DateText} from '../DateText';
import {HashLink} from '../HashLink';
import styles from './styles.module.css';

/** Events under one heading. Children are TimelineEvent elements, written by remark-timeline. */
export function TimelineEvents({children}: {children: ReactNode}): ReactNode {
  return <ol className={styles.events}>{children}</ol>;
}

/** One event at its own address; children are what happened and TimelinePages. */
export function TimelineEvent({
  id,
  date,
  kind,
  title,
  children,
}: {
  id: string;
  date: string;
  kind: string;
  title: string;
  children: ReactNode;
}): ReactNode {
  return (
    <li id={id} className={styles.event}>
      <div className={styles.head}>
        <DateText date={date} /> <span className={styles.kind}>{kind}</span>
      </div>
      <div>
        <strong>{title}</strong>
        <HashLink id={id} name={title} />
      </div>
      {children}
    </li>
  );
}

/** Links to the pages that an event affects. */
export function TimelinePages({children}: {children: ReactNode}): ReactNode {
  return (
    <div className={styles.pages}>
      <span>Affects: </span>
      {children}
    </div>
  );
}
