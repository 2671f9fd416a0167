/** Options of the local search theme. */
export const searchOptions = {
  hashed: 'filename',
  indexDocs: true,
  indexBlog: true,
  indexPages: false,
  // Old editions ask web search engines to stay away; our own search still covers them.
  forceIgnoreNoIndex: true,
  highlightSearchTermsOnTargetPage: true,
  explicitSearchResultPath: true,
  searchResultLimits: 8,
  searchResultContextMaxLength: 80,
  searchBarShortcutHint: true,
  // Numbers of citations and reference lists are not what a reader looks for on a page.
  ignoreCssSelectors: ['[data-citation]', '[popover]', '#references + ol', '#references + ol + p'],
};
