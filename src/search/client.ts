/** What pages use of search. Small: it lies in the bundle of every page. The rest is loaded when somebody searches. */
import type {Remote} from 'comlink';
import type {SearchRemote} from './worker';

let begun: Promise<Remote<SearchRemote>> | undefined;
let stop: (() => void) | undefined;

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
