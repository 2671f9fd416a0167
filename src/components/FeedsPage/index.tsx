import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Layout from '@theme/Layout';
import {FEED_FILES} from '@site/src/site/feed-files';

export interface FeedEntry {
  title: string;
  description: string;
  /** Folder of its files, below the site's base. */
  path: string;
}

/** All feeds, each in three formats. */
export default function FeedsPage({data}: {data: {feeds: FeedEntry[]}}): ReactNode {
  const base = useBaseUrl('/');
  return (
    <Layout
      title="Feeds"
      description="Feeds of what is new, as a whole and by topic, and of corrections, in RSS, Atom and JSON."
    >
      <Head>
        {data.feeds.map(({title, path}) => (
          <link
            key={path}
            rel="alternate"
            type="application/rss+xml"
            title={title}
            href={`${base}${path}rss.xml`}
          />
        ))}
      </Head>
      <main className="container margin-vert--lg kb-text">
        <h1>Feeds</h1>
        <p>
          Put an address into a feed reader and it tells you what is new. Nothing is asked of you,
          and nobody learns what you read.
        </p>
        <ul>
          {data.feeds.map(({title, description, path}) => (
            <li key={path}>
              <strong>{title}</strong>: {description}{' '}
              {FEED_FILES.map(([file, label], i) => (
                <span key={file}>
                  {i > 0 && ', '}
                  <a href={base + path + file} aria-label={`${title}, ${label}`}>
                    {label}
                  </a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </main>
    </Layout>
  );
}
