/** Takes out of the site's configuration what only the build reads. Docusaurus generates it as `export default {...};`. */
const BUILD_ONLY = [
  'clientModules',
  'headTags',
  'markdown',
  'onBrokenAnchors',
  'onBrokenLinks',
  'onDuplicateRoutes',
  'plugins',
  'presets',
  'scripts',
  'staticDirectories',
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
  const config = JSON.parse(found[1]);
  // In the browser the footer is what the build wrote (client/Footer.tsx).
  delete config.themeConfig?.footer;
  const kept = Object.entries(config).filter(([name]) => !BUILD_ONLY.includes(name));
  return `export default ${JSON.stringify(Object.fromEntries(kept))};\n`;
};
