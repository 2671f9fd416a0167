import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Layout from '@theme/Layout';
import {DateText} from '../DateText';
import './comparison.css';

interface ComparisonCounts {
  /** The edition before. */
  older: string;
  /** Below the site's base. */
  address: string;
  added: number;
  changed: number;
  moved: number;
  removed: number;
}

/** One edition, or the draft. */
interface EditionEntry {
  edition: string;
  label: string;
  /** The day of its release; null for the draft. */
  released: string | null;
  /** Where it is read, below the site's base. */
  path: string;
  pages: number;
  errata: number;
  comparison: ComparisonCounts | null;
}

export interface EditionsData {
  /** Newest first. */
  editions: EditionEntry[];
}

/** All editions: what each is, when it was released, where it is read, and what changed since the one before. */
export default function EditionsPage({data}: {data: EditionsData}): ReactNode {
  return (
    <Layout
      title="Editions"
      description="Every edition of the Ketamine Knowledge Base, when it was released, and what changed from one to the next."
    >
      <main className="container margin-vert--lg kb-text">
        <h1>Editions</h1>
        <p>
          An edition does not change after its release, except for{' '}
          <Link to="/errata/">marked corrections</Link>. Its addresses stay: a link to a page or
          section of an edition will always lead there.{' '}
          <Link to="/docs/about/how-to-cite/">How to cite</Link> says which address to use.
        </p>
        {data.editions.map((entry) => (
          <Edition key={entry.edition} {...entry} />
        ))}
      </main>
    </Layout>
  );
}

function Edition({
  edition,
  label,
  released,
  path,
  pages,
  errata,
  comparison,
}: EditionEntry): ReactNode {
  return (
    <section>
      <h2>{released ? `Edition ${label}` : label}</h2>
      <p>
        {released ? (
          <>
            Released on <DateText date={released} />, {pages} pages.{' '}
            <Link to={`/${path}`}>Read edition {edition}</Link>
            {errata > 0 && (
              <>
                {'. '}
                <Link to="/errata/">
                  {errata} {errata === 1 ? 'correction' : 'corrections'}
                </Link>
              </>
            )}
          </>
        ) : (
          <>
            What the next edition will be, {pages} pages so far. It changes without notice and must
            not be cited. <Link to={`/${path}`}>Read the draft</Link>
          </>
        )}
        .
      </p>
      {comparison && <Compared {...comparison} />}
    </section>
  );
}

function Compared({older, address, added, changed, moved, removed}: ComparisonCounts): ReactNode {
  const counts = [
    [added, 'new'],
    [changed, 'changed'],
    [moved, 'moved'],
    [removed, 'gone'],
  ] as const;
  const parts = counts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return (
    <p>
      Pages since edition {older}: {parts.join(', ') || 'none new or changed'}.{' '}
      {/* Written after the build, outside of Docusaurus' routes: a plain link. */}
      <a href={useBaseUrl(`/${address}`)}>Compare with edition {older}</a>.
    </p>
  );
}
