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
