/** Takes out of a page's metadata (JSON that Docusaurus generates) the front matter that the browser has no use for. */
const {keepFields} = require('./front-matter.cjs');

module.exports = function metadataLoader(source) {
  const metadata = JSON.parse(source);
  return JSON.stringify({...metadata, frontMatter: keepFields(metadata.frontMatter)});
};
