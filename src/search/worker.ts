/**
 * The search worker: the theme's own, which it extends. The theme's module exposes its class to the page; what is added
 * to the class here can be called from there too.
 */
import {searchIndexUrl} from '@generated/@easyops-cn/docusaurus-search-local/default/generated-constants.js';
import {SearchWorker} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/worker';
import {textsAddress, fileAddress} from './addresses';
import {createEngine, type Answer, type Engine, type Scope} from './engine';
import {readIndexFile} from './read';
import type {PageFound} from './rank';

export interface SearchRemote extends Engine {
  /** Texts of pages by `#section`, in the order of the pages; nothing for one that cannot be had. */
  texts(base: string, pages: readonly PageFound[]): Promise<Record<string, string>[]>;
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await originalFetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response.json();
}

// The theme fetches an index and hands it to lunr: ours is packed.
const originalFetch = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (address) => {
  const index = readIndexFile(await fetchJson(String(address)));
  return {json: async () => index} as Response;
};

const engine = createEngine(new SearchWorker(), (base, name) =>
  fetchJson(fileAddress(searchIndexUrl, base, name)),
);

const texts = new Map<number, Promise<Record<string, string>>>();

const remote: SearchRemote = {
  load: (scope: Scope) => engine.load(scope),
  quick: (scope: Scope, query: string, limit: number): Promise<Answer | undefined> =>
    engine.quick(scope, query, limit),
  full: (scope: Scope, query: string, limit: number): Promise<Answer> =>
    engine.full(scope, query, limit),
  texts: (base, pages) =>
    Promise.all(
      pages.map(({id}) => {
        const known = texts.get(id);
        if (known) {
          return known;
        }
        const text = fetchJson(textsAddress(searchIndexUrl, base, id)).catch(() => {
          texts.delete(id);
          return {};
        }) as Promise<Record<string, string>>;
        texts.set(id, text);
        return text;
      }),
    ),
};
Object.assign(SearchWorker.prototype, remote);
