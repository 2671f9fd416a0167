// Docusaurus names every page a second time as a weak dependency, which the bundler compiles all the same. They serve
// pages that come as HTML; in dev none do, so without them pages wait until they are opened.
module.exports = function registryLoader(source) {
  const found = /require\.resolveWeak\("[^"]*\.mdx(?:\?[^"]*)?"\)/g;
  if (!found.test(source)) {
    throw new Error(
      'registry-loader: no weak dependency on a page found. Has Docusaurus changed what it writes?',
    );
  }
  return source.replace(found, 'undefined');
};
