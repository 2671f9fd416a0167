import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Layout from '@theme/Layout';
import type {Erratum} from '@site/src/editions/errata';
import {DateText} from '../DateText';

/** Corrections of fact in released editions, newest first. */
export default function ErrataPage({data}: {data: {errata: Erratum[]}}): ReactNode {
  const base = useBaseUrl('/');
  return (
    <Layout
      title="Corrections"
      description="Every correction of fact in a released edition: when, on which page, what it said before and what it says now."
    >
      <main className="container margin-vert--lg kb-text">
        <h1>Corrections</h1>
        <p>
          Corrections of fact in released editions. Each is marked on its page too, and is in the{' '}
          <Link to="/feeds/">feeds</Link>. Found an error?{' '}
          <Link to="/docs/about/contribute/">Report it</Link>.
        </p>
        {data.errata.length === 0 ? (
          <p>No released edition has needed one so far.</p>
        ) : (
          <ul>
            {data.errata.map(({edition, page, address, date, was, now}) => (
              <li key={`${address} ${date} ${was}`}>
                <p>
                  <DateText date={date} />, edition {edition}: <a href={base + address}>{page}</a>
                </p>
                <p>
                  {now} Before, the page said: {was}
                </p>
              </li>
            ))}
          </ul>
        )}
      </main>
    </Layout>
  );
}
