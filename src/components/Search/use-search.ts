import {useCallback, useEffect, useState} from 'react';
import {endSearchWorker, fetchFirst, searchWorker} from '@site/src/search/client';
import type {Answer, Scope} from '@site/src/search/engine';
import type {PageFound} from '@site/src/search/rank';

export type SearchState =
  | {kind: 'idle'}
  | {kind: 'searching'}
  | {kind: 'failed'}
  | {
      kind: 'found';
      query: string;
      answer: Answer;
      /** Texts of pages by id of the page, then `#section`: as far as they are loaded. */
      texts: Record<number, Record<string, string>>;
      /** False while only titles, headings and keywords have been asked. */
      complete: boolean;
    };

/** Who types on needs no excerpts of what is gone at the next key. */
const PAUSE_BEFORE_TEXTS_MS = 120;

/** Editions whose files are all loaded: there the whole answer comes at once. */
const loaded = new Set<string>();

/**
 * Searches an edition while a query changes; a first answer is replaced by the whole one, and excerpts come last.
 * @param query what was typed; empty for no search
 * @param limit most pages, and most posts
 * @returns the state, and a function that tries again after a failure
 */
export function useSearch(
  {edition, root}: Scope,
  query: string,
  limit: number,
): [state: SearchState, retry: () => void] {
  const [state, setState] = useState<SearchState>({kind: 'idle'});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    void search({edition, root}, query, limit, {
      isCurrent: () => current,
      set: (next) => current && setState(next),
    });
    return () => {
      current = false;
    };
  }, [edition, root, query, limit, attempt]);

  return [state, useCallback(() => setAttempt((n) => n + 1), [])];
}

/**
 * One search, from the first answer to the excerpts; failures are a state too.
 * @param view what to show, given to `set` as a state or as what becomes of the state before; and whether anybody waits
 */
export async function search(
  scope: Scope,
  query: string,
  limit: number,
  view: {
    set: (next: SearchState | ((before: SearchState) => SearchState)) => void;
    isCurrent: () => boolean;
  },
): Promise<void> {
  if (!query.trim()) {
    view.set({kind: 'idle'});
    return;
  }
  // What was found for the word before stays until there is something better.
  view.set((before) => (before.kind === 'found' ? before : {kind: 'searching'}));
  fetchFirst(scope.edition);
  try {
    const worker = await searchWorker();
    const whole = worker.full(scope, query, limit);
    if (!loaded.has(scope.edition)) {
      const first = await worker.quick(scope, query, limit);
      if (first) {
        view.set({kind: 'found', query, answer: first, texts: {}, complete: false});
      }
    }
    const answer = await whole;
    loaded.add(scope.edition);
    view.set({kind: 'found', query, answer, texts: {}, complete: true});
    await new Promise((done) => setTimeout(done, PAUSE_BEFORE_TEXTS_MS));
    if (view.isCurrent()) {
      const [pages, posts] = await Promise.all([
        worker.texts(scope.edition, answer.pages),
        worker.texts(scope.root, answer.posts),
      ]);
      const texts = {...byPage(answer.pages, pages), ...byPage(answer.posts, posts)};
      view.set({kind: 'found', query, answer, texts, complete: true});
    }
  } catch {
    endSearchWorker();
    loaded.clear();
    view.set({kind: 'failed'});
  }
}

/** Begins to load what a search needs, so that it is there when the first word is typed. A failure shows then. */
export function prepareSearch(scope: Scope): void {
  fetchFirst(scope.edition);
  searchWorker()
    .then((worker) => worker.load(scope))
    .then(() => loaded.add(scope.edition))
    .catch(() => endSearchWorker());
}

function byPage<T>(pages: readonly PageFound[], texts: readonly T[]): Record<number, T> {
  return Object.fromEntries(pages.map(({id}, n) => [id, texts[n]!]));
}
