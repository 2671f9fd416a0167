import {useSyncExternalStore} from 'react';
import {useLocation} from '@docusaurus/router';

const CHANGED = 'kb:address';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/**
 * The page's query string, empty while the page is built and hydrated, and a function that adds one to the browser's
 * history. Not through the router: its navigation moves the focus to the head of the page, away from the control in use.
 */
export function useAddress(): [string, (search: string) => void] {
  // Renders again when a link of the site leads to this page.
  useLocation();
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => '',
  );
  return [
    search,
    (next) => {
      if (next !== window.location.search) {
        window.history.pushState(null, '', `${window.location.pathname}${next}`);
        window.dispatchEvent(new Event(CHANGED));
      }
    },
  ];
}
