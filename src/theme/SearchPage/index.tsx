/**
 * *Ejected* from @easyops-cn/docusaurus-search-local: the stock page has no main landmark, says nothing when the index
 * cannot be loaded, and lists a page once for each of its sections.
 */
import {useId, useState, type FormEvent, type ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useVersions} from '@docusaurus/plugin-content-docs/client';
import Layout from '@theme/Layout';
import {Excerpt} from '@site/src/components/Search/Excerpt';
import {resultsHref, sectionHref} from '@site/src/components/Search/links';
import {missingTopicHref} from '@site/src/site/report-links';
import {Marked} from '@site/src/components/Search/Marked';
import {editionText, statusText} from '@site/src/components/Search/status';
import {useSearch, type SearchState} from '@site/src/components/Search/use-search';
import type {EditionMap, SearchPageData} from '@site/src/plugins/search/site-map';
import type {PageFound} from '@site/src/search/rank';
import styles from './styles.module.css';

/** More than a reader scrolls through; best first. */
const LIMIT = 20;

export default function SearchPage({page}: {page: SearchPageData}): ReactNode {
  return (
    <Layout title="Search" description="Search the Ketamine Knowledge Base" noFooter={false}>
      <Head>
        <meta name="robots" content="noindex, follow" />
      </Head>
      <main className="container margin-vert--lg">
        <h1>Search</h1>
        <noscript>
          <p>Searching needs JavaScript. Every page can be reached from the list below.</p>
        </noscript>
        <Search {...page} />
      </main>
    </Layout>
  );
}

/** `q` and `version` of the address are the state: it can be shared and goes back with the browser. */
function Search(page: SearchPageData): ReactNode {
  const {search} = useLocation();
  const isBrowser = useIsBrowser();
  // The server renders one page for all queries.
  const params = new URLSearchParams(isBrowser ? search : '');
  const query = params.get('q')?.trim() ?? '';
  const wanted = params.get('version') ?? '';
  // Only an edition of the site is asked: the address is not trusted.
  const version = page.siteMap.some((map) => map.version === wanted) ? wanted : '';
  // A new address makes a new form and a new search: nothing of the old one is left to be reset.
  return <SearchFor key={`${version} ${query}`} {...page} query={query} version={version} />;
}

function SearchFor({
  query,
  version,
  siteMap,
  repository,
}: SearchPageData & {query: string; version: string}): ReactNode {
  const history = useHistory();
  const versions = useVersions('default');
  const root = useBaseUrl('/');
  const inputId = useId();
  const editionId = useId();
  const [typed, setTyped] = useState(query);
  const edition = `${root}${version}`;
  const [state, retry] = useSearch({edition, root}, query, LIMIT);
  const label =
    versions.find(({path, isLast}) => (isLast ? '' : `${path.slice(root.length)}/`) === version)
      ?.label ?? '';

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    history.push(resultsHref(root, edition, typed));
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
            onChange={(event) =>
              history.push(resultsHref(root, `${root}${event.target.value}`, typed))
            }
          >
            {versions.map(({name, label: text, path, isLast}) => (
              <option key={name} value={isLast ? '' : `${path.slice(root.length)}/`}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button button--primary">
          Search
        </button>
      </form>
      <div role="status" className={styles.status}>
        {query ? statusText(state, query) : ''}
      </div>
      <div className={styles.outcome}>
        <Outcome
          state={state}
          onRetry={retry}
          hrefOf={(proposal) => resultsHref(root, edition, proposal)}
          missing={
            repository
              ? missingTopicHref(repository, query, label)
              : `${root}docs/about/contribute/`
          }
          label={label}
        />
      </div>
      {(!query || state.kind === 'failed' || isEmpty(state)) && (
        <SiteMap map={siteMap.find((map) => map.version === version)} />
      )}
    </>
  );
}

function isEmpty(state: SearchState): boolean {
  return state.kind === 'found' && state.answer.pages.length + state.answer.posts.length === 0;
}

function Outcome({
  state,
  onRetry,
  hrefOf,
  missing,
  label,
}: {
  state: SearchState;
  onRetry: () => void;
  /** Address of the results for a query. */
  hrefOf: (query: string) => string;
  /** Where to say what was looked for in vain. */
  missing: string;
  label: string;
}): ReactNode {
  if (state.kind === 'failed') {
    return (
      <p>
        <button type="button" className="button button--secondary" onClick={onRetry}>
          Try again
        </button>{' '}
        or choose from all pages below.
      </p>
    );
  }
  if (state.kind !== 'found') {
    return null;
  }
  const {pages, posts, corrected, proposal} = state.answer;
  if (isEmpty(state)) {
    return (
      <>
        {proposal && (
          <p>
            Did you mean <Link to={hrefOf(proposal)}>{proposal}</Link>?
          </p>
        )}
        <p>
          Try fewer or other words, choose from all pages below, begin at the{' '}
          <Link to="/docs/">introduction</Link>, or{' '}
          <Link to={missing}>tell us what you looked for</Link>.
        </p>
      </>
    );
  }
  return (
    <>
      {corrected && (
        <p>
          Spelling mended: found what stands for <strong>{corrected}</strong> as well as for what
          you typed.
        </p>
      )}
      {pages.length > 0 && (
        <section aria-labelledby="pages-found">
          <h2 id="pages-found" className={styles.group}>
            Pages: {editionText(label)}
          </h2>
          <Results pages={pages} state={state} />
        </section>
      )}
      {posts.length > 0 && (
        <section aria-labelledby="posts-found">
          <h2 id="posts-found" className={styles.group}>
            Updates
          </h2>
          <Results pages={posts} state={state} />
        </section>
      )}
    </>
  );
}

function Results({pages, state}: {pages: readonly PageFound[]; state: SearchState}): ReactNode {
  return (
    <ol className={styles.results}>
      {pages.map((page) => (
        <li key={page.url}>
          <h3>
            <Link to={page.url}>{page.title}</Link>
          </h3>
          {page.breadcrumb.length > 0 && (
            <p className={styles.breadcrumb}>{page.breadcrumb.join(' › ')}</p>
          )}
          <ul>
            {page.sections.map((section) => (
              <li key={section.hash}>
                <Link to={sectionHref(page, section)}>
                  <Marked text={section.heading} marks={section.marks} />
                </Link>
                <p>
                  <Excerpt
                    texts={state.kind === 'found' ? state.texts[page.id] : undefined}
                    section={section}
                  />
                </p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Every page of the edition, by section of the site. */
function SiteMap({map}: {map: EditionMap | undefined}): ReactNode {
  return (
    <section aria-labelledby="all-pages">
      <h2 id="all-pages">All pages</h2>
      <div className={styles.map}>
        {map?.sections.map(({label, pages}) => (
          <div key={label}>
            <h3>{label}</h3>
            <ul>
              {pages.map(({title, url}) => (
                <li key={url}>
                  <Link to={url}>{title}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
