import type {PluginOptions} from '@easyops-cn/docusaurus-search-local';

/** The theme's options after its own check, which fills in the rest. */
export type SearchOptions = Required<
  Pick<PluginOptions, 'removeDefaultStopWordFilter' | 'removeDefaultStemmer'>
> & {language: string[]} & PluginOptions;

/** Options of the local search theme, which src/plugins/search wraps. */
export const searchOptions = {
  hashed: 'filename',
  indexDocs: true,
  indexBlog: true,
  indexPages: false,
  language: ['en'],
  // Old editions ask web search engines to stay away; our own search still covers them.
  forceIgnoreNoIndex: true,
  // Words are marked by our own code, which loads mark.js only where there is something to mark.
  highlightSearchTermsOnTargetPage: false,
  // One wrong letter makes another drug: spelling is mended word by word instead (src/search/spelling.ts).
  fuzzyMatchingDistance: 0,
  // Numbers of citations, reference lists and links to other pages are not what a reader looks for on a page.
  ignoreCssSelectors: [
    '[data-citation]',
    '[popover]',
    '#references',
    '#references + ol',
    '#references + ol + p',
    '#related-pages',
    '#related-pages + ul',
  ],
} satisfies PluginOptions;
