import {useEffect, useState, type ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {searchWorker} from '@site/src/search/client';
import type {PageFound} from '@site/src/search/rank';
import {searchQueries, tidyPath} from './address';

/** As many pages as fit on a screen. */
const SHOWN = 8;

type State =
  {kind: 'looking'} | {kind: 'nothing'} | {kind: 'found'; query: string; pages: PageFound[]};

/**
 * Leads an address that was only written oddly (upper case, `.html`) to its page; else offers the pages that a search
 * for its words finds. Shows nothing without scripts.
 */
export function Suggestions(): ReactNode {
  const {pathname, search, hash} = useLocation();
  const base = useBaseUrl('/');
  const [state, setState] = useState<State>({kind: 'looking'});

  useEffect(() => {
    let current = true;
    void (async () => {
      const tidy = tidyPath(pathname, base);
      if (tidy !== undefined && (await isThere(tidy))) {
        if (current) {
          window.location.replace(tidy + search + hash.toLowerCase());
        }
        return;
      }
      const found = await firstFound(searchQueries(pathname, base), base).catch(() => undefined);
      if (current) {
        setState(found ? {kind: 'found', ...found} : {kind: 'nothing'});
      }
    })();
    return () => {
      current = false;
    };
  }, [pathname, search, hash, base]);

  return (
    <div role="status">
      {state.kind === 'found' && (
        <>
          <h2>Pages that the address may mean</h2>
          <p>Found with the words “{state.query}”:</p>
          <ul>
            {state.pages.slice(0, SHOWN).map(({url, title, breadcrumb}) => (
              <li key={url}>
                <Link to={url}>{title}</Link>
                {breadcrumb.length > 0 && <>, in {breadcrumb.join(' › ')}</>}
              </li>
            ))}
          </ul>
          <p>
            <Link to={`/search/?q=${encodeURIComponent(state.query)}`}>
              All results for “{state.query}”
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await fetch(path, {method: 'HEAD'})).ok;
  } catch {
    return false;
  }
}

/** The pages of the first query that finds any. */
async function firstFound(
  queries: readonly string[],
  base: string,
): Promise<{query: string; pages: PageFound[]} | undefined> {
  const worker = await searchWorker();
  for (const query of queries) {
    const {pages, posts} = await worker.full({edition: base, root: base}, query, SHOWN);
    const found = [...pages, ...posts];
    if (found.length > 0) {
      return {query, pages: found};
    }
  }
  return undefined;
}
