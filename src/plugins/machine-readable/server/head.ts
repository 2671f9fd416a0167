/** What goes into the head of a built page. */
import fs from 'node:fs';
import type {Graph} from 'schema-dts';

/**
 * Elements of the head: the graph, and where the page is as Markdown. `data-page` says that they are about this page
 * alone (src/client/page-data.ts).
 * @param markdown path of the Markdown, with the base
 */
export function headElements(graph: Graph, markdown?: string): string {
  // A `<` in a title must not end the element.
  const json = JSON.stringify(graph).replace(/</g, '\\u003c');
  return [
    markdown && `<link rel="alternate" type="text/markdown" href="${markdown}" data-page>`,
    `<script type="application/ld+json" data-page>${json}</script>`,
  ]
    .filter(Boolean)
    .join('');
}

/** Adds elements at the end of the head. @throws where there is no head */
export function intoHead(html: string, elements: string): string {
  const end = html.indexOf('</head>');
  if (end === -1) {
    throw new Error('no </head> in a built page');
  }
  return html.slice(0, end) + elements + html.slice(end);
}

/** Replaces a file at one stroke: other plugins read the built pages at the same time. */
export function replaceFile(file: string, text: string): void {
  const temporary = `${file}.new`;
  fs.writeFileSync(temporary, text);
  fs.renameSync(temporary, file);
}
