/** Files of every feed, and what readers call their formats. */
export const FEED_FILES = [
  ['rss.xml', 'RSS'],
  ['atom.xml', 'Atom'],
  ['feed.json', 'JSON'],
] as const;
