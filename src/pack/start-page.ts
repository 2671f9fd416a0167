/** What a copy says of itself: its start page, and the page that searches it. HTML of the main part. */
import {escapeHtml} from '../figures/escape';
import type {MenuPage} from './menu';

export interface CopyFacts {
  /** `2.0 (November 2026)` */
  label: string;
  /** Address of the edition on the site. */
  online: string;
  baseUrl: string;
  /** All pages of the edition, as in its menu. */
  menu: readonly MenuPage[];
  /** Studies, sources, posts and the API are in the copy, not the pages of the edition alone. */
  isLatest: boolean;
}

const NOT_REVIEWED =
  'Drafted by AI from the cited sources; <strong>no clinician has reviewed it</strong>.';

function searchForm(baseUrl: string): string {
  return `<form role="search" action="${baseUrl}search/" method="get"><label for="q">Words to look for</label> <input id="q" type="search" name="q" autocomplete="off"> <button type="submit" class="button button--primary button--sm">Search</button></form>`;
}

export function startPage({label, online, baseUrl, menu, isLatest}: CopyFacts): string {
  const links = isLatest
    ? `<h2>Beside the pages</h2><ul><li><a href="${baseUrl}studies/">Studies</a>: arms, results and harms of each</li><li><a href="${baseUrl}bibliography/">Bibliography</a></li><li><a href="${baseUrl}blog/">What’s new</a>, as of this copy</li><li><a href="${baseUrl}errata/">Corrections</a></li></ul>`
    : '';
  return `<h1>Ketamine Knowledge Base, edition ${escapeHtml(label)}</h1>
<p>A copy to read without a network. ${NOT_REVIEWED}</p>
<p>Corrections and newer editions are on the site: <a href="${escapeHtml(online)}">${escapeHtml(online)}</a></p>
${searchForm(baseUrl)}
<h2>Pages</h2>
<ul style="columns:2 20rem;padding:0;list-style:none">${menu
    .map(
      ({title, url, depth}) =>
        `<li style="margin-left:${depth * 1.25}rem"><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
    )
    .join('')}</ul>
${links}
<h2>Data</h2>
<p>References, studies, figures and vocabulary of this edition lie as YAML in the folder <code>data/</code>; references of each page as BibTeX, RIS and CSL-JSON beside it${isLatest ? '; the JSON API in <code>api/v1/</code>' : ''}. <code>SHA256SUMS</code> lists a checksum for every file: <code>sha256sum --check SHA256SUMS</code>.</p>
<h2>What a copy cannot do</h2>
<p>Opened from a disk, a page may not load data by itself: filters and sorting of the table of studies, previews of references on pointing, copying links, and the switch between light and dark are not there (colors follow your system). Search works, with JavaScript on. Words that were found are not marked on the page. Links to what only the site has (other editions, feeds) go to the site.</p>`;
}

export function searchPage({label, baseUrl}: CopyFacts): string {
  return `<h1>Search edition ${escapeHtml(label)}</h1>
${searchForm(baseUrl)}
<p role="status"></p>
<ol id="results" style="padding:0;list-style:none"></ol>
<p data-without-scripts>Searching needs JavaScript. <a href="${baseUrl}">All pages</a> are listed on the first page.</p>
<script data-copy src="index.js"></script><script data-copy src="search.js"></script>`;
}

/** For whoever unpacks it. */
export function readMe({label, online}: CopyFacts): string {
  return `Ketamine Knowledge Base, edition ${label}

Open index.html in a browser: no network, no server and no installation is needed.
Any static server shows the folder as well.

Drafted by AI from the cited sources; no clinician has reviewed it.
For clinicians and readers who want the sources; not advice for a person's own care.
Corrections and newer editions: ${online}

What a copy cannot do is said at the end of index.html.
SHA256SUMS lists a checksum for every file: sha256sum --check SHA256SUMS
License: text CC BY 4.0, code MIT.
`;
}
