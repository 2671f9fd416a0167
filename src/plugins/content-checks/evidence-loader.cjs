// Changes nothing. Tells the bundler which files a page is made from, so that its cache and live reload follow them.
const fs = require('node:fs');
const path = require('node:path');

module.exports = function evidenceLoader(source) {
  const {siteDir} = this.getOptions();
  const [first, second] = path.relative(siteDir, this.resourcePath).split(path.sep);
  const docsDir =
    first === 'versioned_docs' ? path.join(siteDir, first, second) : path.join(siteDir, 'docs');
  // The whole folder, so that a file that does not exist yet is noticed when it comes.
  this.addContextDependency(path.join(docsDir, '_evidence'));
  // What became of a source since comes from the draft's records, also to released editions.
  this.addDependency(path.join(siteDir, 'docs', '_evidence', 'references.yml'));
  if (first !== 'blog') {
    // "Updates" lists posts, by the names that places had before they moved.
    this.addContextDependency(path.join(siteDir, 'blog'));
    const moves = path.join(siteDir, 'docs', '_moves.yml');
    if (fs.existsSync(moves)) {
      this.addDependency(moves);
    } else {
      this.addMissingDependency(moves);
    }
  }
  if (source.includes('<EvidenceMap')) {
    // Made from the cards of all pages of the edition.
    this.addContextDependency(docsDir);
  }
  return source;
};
