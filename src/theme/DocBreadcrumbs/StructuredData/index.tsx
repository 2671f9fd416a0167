/** *Ejected*: the breadcrumbs are part of the page's one JSON-LD element, which src/plugins/machine-readable writes. */
export default function DocBreadcrumbsStructuredData(): null {
  return null;
}
