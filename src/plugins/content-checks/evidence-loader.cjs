// Changes nothing. Tells the bundler which data files a page is made from, so that its cache and live reload follow them.
const path = require('node:path');

module.exports = function evidenceLoader(source) {
  const {siteDir} = this.getOptions();
  const [first, second] = path.relative(siteDir, this.resourcePath).split(path.sep);
  const docsDir =
    first === 'versioned_docs' ? path.join(siteDir, first, second) : path.join(siteDir, 'docs');
  this.addDependency(path.join(docsDir, '_evidence', 'references.yml'));
  // Retractions come from the draft's records, also to released editions.
  this.addDependency(path.join(siteDir, 'docs', '_evidence', 'references.yml'));
  this.addContextDependency(path.join(docsDir, '_evidence', 'figures'));
  return source;
};
