import preload from './preload';

/** Pages that are loaded or being loaded. */
const loaded = new Set<string>();

/**
 * In place of Docusaurus' own of that name: reads a page ahead when a pointer or finger is on a link to it, but not every
 * page whose link comes into view, which on a page with a sidebar costs more than the page itself.
 */
const docusaurus = Object.freeze({
  prefetch: () => false as const,
  preload(pathname: string) {
    if (loaded.has(pathname)) {
      return false as const;
    }
    loaded.add(pathname);
    // Whoever follows the link meets the failure; nobody does who only passes over it.
    return preload(pathname).catch(() => loaded.delete(pathname));
  },
});

export default docusaurus;
