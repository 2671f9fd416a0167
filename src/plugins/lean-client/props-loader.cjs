/**
 * Takes out of an edition's props (JSON that Docusaurus generates) the titles and descriptions of all its pages, which only
 * cards of pages (DocCard, generated index pages) show, and this site has none; and of its sidebar what goes without saying:
 * that an item is listed, and which page it leads to, of which the theme reads only whether it is one.
 */
module.exports = function propsLoader(source) {
  const {version, ...rest} = JSON.parse(source);
  return JSON.stringify(
    version ? {...rest, version: {...version, docs: {}}} : rest,
    (name, value) => (name === 'docId' ? 1 : name === 'unlisted' && !value ? undefined : value),
  );
};
