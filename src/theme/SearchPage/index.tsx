/**
 * *Ejected* from @easyops-cn/docusaurus-search-local: the stock page has no main landmark, says nothing when the index
 * cannot be loaded, and lists a page once for each of its sections. Matching and ranking stay the theme's own.
 */
import {useEffect, useId, useState, type FormEvent, type ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useVersions} from '@docusaurus/plugin-content-docs/client';
import Layout from '@theme/Layout';
import {
  fetchIndexesByWorker,
  searchByWorker,
} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker';
import {
  groupResults,
  type PageResults,
  type SearchResult,
} from '@site/src/components/Search/group-results';
import {Marked} from '@site/src/components/Search/Marked';
import styles from './styles.module.css';

/** More than a reader scrolls through; the theme ranks them best first. */
const LIMIT = 100;

type State =
  | {kind: 'idle'}
  | {kind: 'searching'}
  | {kind: 'failed'}
  | {kind: 'found'; query: string; pages: PageResults[]};

export default function SearchPage(): ReactNode {
  return (
    <Layout title="Search" description="Search the Ketamine Knowledge Base" noFooter={false}>
      <Head>
        <meta name="robots" content="noindex, follow" />
      </Head>
      <main className="container margin-vert--lg">
        <h1>Search</h1>
        <noscript>
          <p>
            Searching needs JavaScript. Every page can be reached from the{' '}
            <a href={useBaseUrl('/docs/')}>introduction</a> and its sidebar.
          </p>
        </noscript>
        <Search />
      </main>
    </Layout>
  );
}

/** `q` and `version` of the address are the state: it can be shared and goes back with the browser. */
function Search(): ReactNode {
  const {search} = useLocation();
  const isBrowser = useIsBrowser();
  // The server renders one page for all queries.
  const params = new URLSearchParams(isBrowser ? search : '');
  const query = params.get('q')?.trim() ?? '';
  const version = params.get('version') ?? '';
  // A new address makes a new form and a new search: nothing of the old one is left to be reset.
  return <SearchFor key={`${version} ${query}`} query={query} version={version} />;
}

function SearchFor({query, version}: {query: string; version: string}): ReactNode {
  const history = useHistory();
  const versions = useVersions('default');
  const base = useBaseUrl('/');
  const inputId = useId();
  const editionId = useId();
  const [typed, setTyped] = useState(query);
  const [state, setState] = useState<State>({kind: query ? 'searching' : 'idle'});

  useEffect(() => {
    if (!query) {
      return undefined;
    }
    let current = true;
    const indexBase = `${base}${version}`;
    void (async () => {
      try {
        await fetchIndexesByWorker(indexBase, '');
        const results = (await searchByWorker(indexBase, '', query, LIMIT)) as SearchResult[];
        if (current) {
          setState({kind: 'found', query, pages: groupResults(results)});
        }
      } catch {
        if (current) {
          setState({kind: 'failed'});
        }
      }
    })();
    return () => {
      current = false;
    };
  }, [query, version, base]);

  function go(nextQuery: string, nextVersion: string): void {
    const params = new URLSearchParams();
    params.set('q', nextQuery.trim());
    if (nextVersion) {
      params.set('version', nextVersion);
    }
    history.push(`${base}search/?${params.toString()}`);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    go(typed, version);
  }

  return (
    <>
      <form role="search" onSubmit={onSubmit} className={styles.form}>
        <div>
          <label htmlFor={inputId}>Words to look for</label>
          <input
            id={inputId}
            type="search"
            name="q"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
          />
        </div>
        <div>
          <label htmlFor={editionId}>Edition</label>
          <select
            id={editionId}
            value={version}
            onChange={(event) => go(typed, event.target.value)}
          >
            {versions.map(({name, label, path, isLast}) => (
              <option key={name} value={isLast ? '' : `${path.slice(base.length)}/`}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button button--primary">
          Search
        </button>
      </form>
      <div role="status" className={styles.status}>
        {statusText(state)}
      </div>
      {state.kind === 'failed' && (
        <p>
          {/* The theme's worker remembers a failed index for as long as the page lives: only a new page asks again. */}
          <button
            type="button"
            className="button button--secondary"
            onClick={() => window.location.reload()}
          >
            Try again
          </button>{' '}
          or use the <Link to="/docs/">introduction and its sidebar</Link>.
        </p>
      )}
      {state.kind === 'found' && state.pages.length === 0 && (
        <p>
          Try fewer or other words, check the spelling, or begin at the{' '}
          <Link to="/docs/">introduction</Link>.
        </p>
      )}
      {state.kind === 'found' && <Results pages={state.pages} />}
    </>
  );
}

function statusText(state: State): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'searching':
      return 'Searching…';
    case 'failed':
      return 'The search index could not be loaded.';
    case 'found': {
      const {length} = state.pages;
      return length === 0
        ? `Nothing found for “${state.query}”.`
        : `${length} ${length === 1 ? 'page' : 'pages'} for “${state.query}”.`;
    }
  }
}

function Results({pages}: {pages: PageResults[]}): ReactNode {
  return (
    <ol className={styles.results}>
      {pages.map(({url, title, breadcrumb, sections}) => (
        <li key={url}>
          <h2>
            <Link to={url}>{title}</Link>
          </h2>
          {breadcrumb && <p className={styles.breadcrumb}>{breadcrumb}</p>}
          <ul>
            {sections.map(({href, heading, excerpt, tokens}) => (
              <li key={href}>
                <Link to={href}>{heading}</Link>
                {excerpt && (
                  <p>
                    <Marked text={excerpt} tokens={tokens} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
