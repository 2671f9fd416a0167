/** Fields of front matter that the theme reads in the browser; all others (the card above all) are for the build. */
const FIELDS = [
  'draft',
  'hide_table_of_contents',
  'hide_title',
  'image',
  'keywords',
  'title_meta',
  'toc_max_heading_level',
  'toc_min_heading_level',
  'unlisted',
];

/** @returns the fields of front matter that the browser needs */
exports.keepFields = (frontMatter) =>
  Object.fromEntries(Object.entries(frontMatter).filter(([name]) => FIELDS.includes(name)));
