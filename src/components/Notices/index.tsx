import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {isDue, MONTHS_FRESH} from '@site/src/evidence/freshness';
import {DateText} from '../DateText';
import styles from './styles.module.css';

/** Address of an about page in the edition that is being read. */
function useAboutPage(slug: string): string {
  const {version, isLast} = useDocsVersion();
  const edition = isLast ? '' : version === 'current' ? 'next/' : `${version}/`;
  return useBaseUrl(`/docs/${edition}about/${slug}/`);
}

/** Under the title of every clinical page: who wrote it, that nobody has reviewed it, and how fresh its evidence is. */
export function ReviewNotice({searched}: {searched?: string}): ReactNode {
  return (
    <p className={styles.review}>
      <Link to={useAboutPage('editorial-policy')}>
        Drafted by AI from the cited sources; not yet clinically reviewed
      </Link>
      {searched && (
        <>
          {'. Evidence last searched '}
          <DateText date={searched} />
          <SearchAge searched={searched} />
        </>
      )}
      .
    </p>
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
