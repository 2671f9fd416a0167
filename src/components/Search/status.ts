import type {SearchState} from './use-search';

/** What is announced of a search: one short sentence, and nothing that is not settled yet. */
export function statusText(state: SearchState, query: string): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'searching':
      return 'Searching…';
    case 'failed':
      return 'The search index could not be loaded.';
    case 'found': {
      const {pages, posts, corrected} = state.answer;
      // What stands there while the next letters are looked for is not theirs.
      if (!state.complete || state.query !== query) {
        return '';
      }
      if (pages.length + posts.length === 0) {
        return `Nothing found for “${query.trim()}”.`;
      }
      const found = [
        pages.length > 0 && `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`,
        posts.length > 0 && `${posts.length} ${posts.length === 1 ? 'update' : 'updates'}`,
      ].filter(Boolean);
      return `${found.join(' and ')} for “${corrected ?? query.trim()}”.`;
    }
  }
}

/** "Edition 2.0 (November 2026)"; the draft's label says already what it is. */
export function editionText(label: string): string {
  return /^\d/.test(label) ? `Edition ${label}` : label;
}
