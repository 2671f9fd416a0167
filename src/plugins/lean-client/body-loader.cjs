/**
 * Turns a compiled page into one without its text: what the theme reads of it (metadata, list of contents, a few fields of
 * front matter) stays, the body comes from the page's own HTML at `bodyAt` (client/react-loadable.ts). The bundler then
 * leaves out what only the text needed.
 */
const {keepFields} = require('./front-matter.cjs');

/** What the loader relies on in the output of Docusaurus' MDX loader. */
const METADATA = /^export \{default as metadata\} from ('[^\n]+')/m;
const FRONT_MATTER = /^export const frontMatter = (\{[\s\S]*?\n?\});?\nexport const contentTitle/m;
const BODY = /^export default function MDXContent\(/m;

module.exports = function bodyLoader(source) {
  const find = (pattern) => {
    const found = pattern.exec(source);
    if (!found) {
      throw new Error(
        `${this.resourcePath}: no ${pattern} in the compiled page: has Docusaurus changed what it writes? See src/plugins/lean-client/README.md.`,
      );
    }
    return found;
  };
  const [, metadata] = find(METADATA);
  const [, frontMatter] = find(FRONT_MATTER);
  find(BODY);
  // The object literal holds data alone: the page's YAML as JavaScript.
  const kept = keepFields(new Function(`return ${frontMatter}`)());
  return `import data from ${metadata};
${source.replace(frontMatter, () => JSON.stringify(kept)).replace(BODY, 'function MDXContent(')}
export const bodyAt = data.permalink;
export default function Body() {
  return null;
}
`;
};
