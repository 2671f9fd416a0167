/**
 * Writes the lists of pages that Docusaurus' global data hold for each edition as the ids alone, which editions share, and
 * makes addresses and sidebars of them in the browser.
 */
module.exports = function globalDataLoader(source) {
  const data = JSON.parse(source);
  const docs = data['docusaurus-plugin-content-docs'];
  const lists = [];
  for (const {versions} of Object.values(docs)) {
    for (const version of versions) {
      const [sidebar] = Object.keys(version.sidebars);
      const ids = version.docs.map(({id}) => id);
      const made = makePages(ids, version.path, sidebar);
      // An odd page (a slug of its own, no sidebar) stays as it is.
      const odd = version.docs.filter(
        (page, n) => JSON.stringify(page) !== JSON.stringify(made[n]),
      );
      const key = ids.join(' ');
      if (!lists.includes(key)) {
        lists.push(key);
      }
      version.docs = {list: lists.indexOf(key), sidebar, odd};
    }
  }
  return `const lists = ${JSON.stringify(lists)}.map((ids) => ids.split(' '));
const makePages = ${makePages};
const data = ${JSON.stringify(data)};
for (const {versions} of Object.values(data['docusaurus-plugin-content-docs'])) {
  for (const version of versions) {
    const {list, sidebar, odd} = version.docs;
    const others = new Map(odd.map((page) => [page.id, page]));
    version.docs = makePages(lists[list], version.path, sidebar).map((page) => others.get(page.id) ?? page);
  }
}
export default data;
`;
};

/** @returns an edition's pages as Docusaurus lists them: the page `index` is that of the edition itself */
function makePages(ids, path, sidebar) {
  return ids.map((id) => ({id, path: id === 'index' ? `${path}/` : `${path}/${id}`, sidebar}));
}
