import type {ReactNode} from 'react';
import {DateText} from '../DateText';
import styles from './styles.module.css';

/**
 * Under the title of every clinical page: who wrote it, that nobody has reviewed it, how fresh its evidence is, and how
 * many updates affect it. Children: one paragraph with the link, written by remark-notices.
 */
export function ReviewNotice({
  searched,
  updates,
  children,
}: {
  searched?: string;
  updates?: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.review}>
      {children}
      {searched && (
        <>
          {'. Evidence last searched '}
          <DateText date={searched} />
        </>
      )}
      .
      {updates && (
        <>
          {' '}
          <a href="#updates">{updates === '1' ? '1 update' : `${updates} updates`}</a>.
        </>
      )}
    </div>
  );
}

/** Crisis contacts on pages that discuss suicide. Children: one paragraph, written by remark-notices. */
export function CrisisNotice({children}: {children: ReactNode}): ReactNode {
  return (
    <div className={styles.crisis} role="note" aria-label="Crisis contacts">
      {children}
    </div>
  );
}

/** A correction of fact in a released edition. */
export function Erratum({
  date,
  was,
  now,
  section,
}: {
  date: string;
  was: string;
  now: string;
  section?: string;
}): ReactNode {
  return (
    <div className={styles.erratum} role="note" aria-label="Correction">
      <p>
        <strong>
          Corrected on <DateText date={date} />
        </strong>
        {section && (
          <>
            {' in '}
            <a href={`#${section}`}>this section</a>
          </>
        )}
        : {now} Before, the page said: {was}
      </p>
    </div>
  );
}
