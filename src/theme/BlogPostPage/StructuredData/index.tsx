/** *Ejected*: what a post is stands in its one JSON-LD element, which src/plugins/machine-readable writes. */
export default function BlogPostStructuredData(): null {
  return null;
}
