/**
 * Takes out of an edition's props (JSON that Docusaurus generates) the titles and descriptions of all its pages, which only
 * cards of pages (DocCard, generated index pages) show; this site has none.
 */
module.exports = function propsLoader(source) {
  const {version, ...rest} = JSON.parse(source);
  return JSON.stringify(version ? {...rest, version: {...version, docs: {}}} : rest);
};
