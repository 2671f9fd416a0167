/** What pages use of search. Small: it lies in the bundle of every page. The rest is loaded when somebody searches. */
import {searchIndexUrl} from '@generated/@easyops-cn/docusaurus-search-local/default/generated-constants.js';
import type {Remote} from 'comlink';
import {fileAddress} from './addresses';
import type {SearchRemote} from './worker';

let begun: Promise<Remote<SearchRemote>> | undefined;
let stop: (() => void) | undefined;

/** What the first answers are made of (src/search/engine.ts, which is not in the bundle of a page). */
const FIRST_FILES = ['first', 'names'];
const fetched = new Set<string>();

/**
 * Fetches what the first answers of an edition are made of while the worker's script is still on its way: its own
 * requests for them join these in the browser's cache. One that fails is fetched again by the worker, which tells.
 */
export function fetchFirst(edition: string): void {
  if (!fetched.has(edition)) {
    fetched.add(edition);
    for (const name of FIRST_FILES) {
      fetch(fileAddress(searchIndexUrl, edition, name))
        .then((response) => response.arrayBuffer())
        .catch(() => fetched.delete(edition));
    }
  }
}

/** The worker, begun at the first call. Rejects where its script cannot be loaded. */
export function searchWorker(): Promise<Remote<SearchRemote>> {
  begun ??= begin();
  return begun;
}

/** Ends a worker that failed: the theme's code remembers a file that it could not load, a new worker asks again. */
export function endSearchWorker(): void {
  stop?.();
  begun = undefined;
}

async function begin(): Promise<Remote<SearchRemote>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  stop = () => worker.terminate();
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The search worker failed.')));
  });
  // Both are fetched at once: the worker's script does not wait for Comlink.
  const {wrap} = await import('comlink');
  const Search = wrap<new () => SearchRemote>(worker);
  // Never wait for a worker that cannot answer.
  return Promise.race([new Search(), failed]);
}
