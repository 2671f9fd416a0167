/** Takes out of the site's configuration what only the build reads. Docusaurus generates it as `export default {...};`. */
const BUILD_ONLY = [
  'clientModules',
  'headTags',
  'markdown',
  'plugins',
  'presets',
  'scripts',
  'stylesheets',
  'themes',
];

module.exports = function configLoader(source) {
  const found = /^export default (\{[\s\S]*\});?\s*$/m.exec(source);
  if (!found) {
    throw new Error(
      `${this.resourcePath}: no default export of an object: has Docusaurus changed what it writes?`,
    );
  }
  const kept = Object.entries(JSON.parse(found[1])).filter(([name]) => !BUILD_ONLY.includes(name));
  return `export default ${JSON.stringify(Object.fromEntries(kept))};\n`;
};
