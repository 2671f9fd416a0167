import {Children, type ReactNode} from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {isDue, MONTHS_FRESH} from '@site/src/evidence/freshness';
import {useCitationBase} from '../Citation/scope';
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
          <SearchAge searched={searched} />
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

/** Says so when the search is old. The build does not know the day of reading: the browser compares. */
function SearchAge({searched}: {searched: string}): ReactNode {
  const isBrowser = useIsBrowser();
  return isBrowser && isDue(searched, new Date().toISOString().slice(0, 10)) ? (
    <strong>, more than {MONTHS_FRESH} months ago</strong>
  ) : null;
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

/** At the head of a page that cites what was retracted. Children: RetractedSource elements, written by remark-citations. */
export function RetractionNotice({children}: {children: ReactNode}): ReactNode {
  const sources = Children.toArray(children);
  return (
    <div className={styles.erratum} role="note" aria-label="Retracted sources">
      <p>
        <strong>
          {sources.length === 1
            ? 'A source of this page was retracted'
            : `${sources.length} sources of this page were retracted`}
        </strong>
        {': '}
        {sources.map((source, i) => (
          // Order never changes: the list is fixed at build time.
          <span key={i}>
            {i > 0 && ', '}
            {source}
          </span>
        ))}
        . A statement that rests on {sources.length === 1 ? 'it' : 'them'} alone has no valid
        source.
      </p>
    </div>
  );
}

/** A link to the entry of the reference list, also from a list of posts. */
export function RetractedSource({to, n, label}: {to: string; n: string; label: string}): ReactNode {
  return (
    <a href={`${useCitationBase() ?? ''}#ref-${to}`}>
      {label} (reference {n})
    </a>
  );
}
