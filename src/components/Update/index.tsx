import {Children, type ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {DateText} from '../DateText';
import styles from './styles.module.css';

/** Head of a What's new post: when the event was, and the docs pages it affects (children: AffectedPage elements). */
export function UpdateFacts({event, children}: {event?: string; children?: ReactNode}): ReactNode {
  return (
    <div className={styles.facts}>
      {event && (
        <p>
          <strong>Date of the event:</strong> <DateText date={event} />
        </p>
      )}
      {Children.count(children) > 0 && (
        <>
          <p>
            <strong>Pages affected:</strong>
          </p>
          <ul>{children}</ul>
        </>
      )}
    </div>
  );
}

export function AffectedPage({to, title}: {to: string; title: string}): ReactNode {
  return (
    <li>
      <Link to={to}>{title}</Link>
    </li>
  );
}

/** "Updates" of a docs page: the posts that affect it. Children are PageUpdate elements, written by remark-updates. */
export function PageUpdates({children}: {children: ReactNode}): ReactNode {
  return <ul className={styles.updates}>{children}</ul>;
}

/** One post: the date of its event, then a paragraph with its link and the section that it affects. */
export function PageUpdate({event, children}: {event: string; children: ReactNode}): ReactNode {
  return (
    <li>
      <span className={styles.event}>
        <DateText date={event} />:
      </span>{' '}
      {children}
    </li>
  );
}
