/** Pieces of markup that study pages and the bibliography share. React escapes all text. */
import {createElement as h, Fragment, type ReactNode} from 'react';
import {REFERENCE_FORMATS} from '../../../evidence/export-references';
import {
  KIND_LABELS,
  noticeAddress,
  referenceLinks,
  STATUS_LABELS,
  VERIFIED_LABELS,
} from '../../../evidence/format';
import type {Reference, ReferenceStatus} from '../../../evidence/schemas';
import {upperFirst} from '../../../evidence/study-results';
import type {Citing, EvidenceEdition} from './model';

/** Joins what is there: `list('a', false, undefined)` is `['a']`. */
export function present<T>(...values: (T | undefined | false | '' | 0)[]): T[] {
  return values.filter((value): value is T => Boolean(value));
}

export function heading(level: 2 | 3, id: string, text: string): ReactNode {
  return h(
    `h${level}`,
    {id},
    text,
    // The sign itself comes from the style sheet, as on the pages of the app.
    h(
      'a',
      {className: 'hash-link', href: `#${id}`, 'aria-label': `Link to section: ${text}`},
      '\u200b',
    ),
  );
}

/** Facts as a list of terms; those without value are left out. */
export function facts(...rows: [label: string, value: ReactNode][]): ReactNode {
  return h(
    'dl',
    {className: 'kb-facts'},
    ...rows
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([label, value]) => h('div', null, h('dt', null, label), h('dd', null, value))),
  );
}

export function bulletList(items: readonly ReactNode[]): ReactNode {
  return h('ul', null, ...items.map((item) => h('li', null, item)));
}

/** A table that scrolls inside itself, also with the keyboard. The first cell of a row is its heading. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly ReactNode[])[],
): ReactNode {
  return h(
    'div',
    {className: 'kb-scroll', role: 'group', 'aria-label': caption, tabIndex: 0},
    h(
      'table',
      {'aria-label': caption},
      h('thead', null, h('tr', null, ...columns.map((name) => h('th', {scope: 'col'}, name)))),
      h(
        'tbody',
        null,
        ...rows.map(([first, ...cells]) =>
          h(
            'tr',
            null,
            h('th', {scope: 'row'}, first),
            ...cells.map((cell) => h('td', null, cell)),
          ),
        ),
      ),
    ),
  );
}

/** Links with a separator that is read aloud as a pause. */
export function links(items: readonly {label: string; href: string}[]): ReactNode {
  return h(
    Fragment,
    null,
    ...items.map(({label, href}, i) =>
      h(Fragment, null, i > 0 && ' ', h('a', {href, rel: 'noopener'}, label)),
    ),
  );
}

/** A source as in the reference lists of pages: text, links, kind, how it was checked. */
export function source(reference: Reference, text: string): ReactNode {
  return h(
    Fragment,
    null,
    text,
    ' ',
    h('span', {className: 'kb-links'}, links(referenceLinks(reference))),
    h(
      'span',
      {className: 'kb-muted'},
      h('span', {className: 'kb-tag'}, KIND_LABELS[reference.kind]),
      ' ',
      VERIFIED_LABELS[reference.verified],
    ),
    reference.status && statusNote(reference.status),
  );
}

/** `Retracted (2018-11): notice. Kept because ...` */
function statusNote(status: ReferenceStatus): ReactNode {
  return h(
    'strong',
    null,
    ' ',
    `${upperFirst(STATUS_LABELS[status.is])}${status.date ? ` (${status.date})` : ''}: `,
    h('a', {href: noticeAddress(status)}, 'notice'),
    status.kept_because && `. ${status.kept_because}`,
  );
}

/** Pages and posts that cite something, each with its sections. */
export function citingList(citing: readonly Citing[], baseUrl: string): ReactNode {
  return bulletList(
    citing.map(({kind, page, isDraft, sections}) =>
      h(
        Fragment,
        null,
        h('a', {href: baseUrl + page.address}, page.title),
        kind === 'post' && ' (What’s new)',
        isDraft && ' (next edition, draft)',
        sections.length > 0 && ': ',
        ...sections.map(({id, title}, i) =>
          h(
            Fragment,
            null,
            i > 0 && ', ',
            h('a', {href: `${baseUrl}${page.address}#${id}`}, title),
          ),
        ),
      ),
    ),
  );
}

/** `Download: BibTeX, RIS, CSL-JSON, ...` */
export function downloads(items: readonly {label: string; href: string}[]): ReactNode {
  return h(
    'p',
    {className: 'kb-downloads'},
    'Download: ',
    ...items.map(({label, href}, i) =>
      h(Fragment, null, i > 0 && ', ', h('a', {href, download: true}, label)),
    ),
  );
}

/** Files of references in a folder: `references.bib` and so on. */
export function referenceFiles(folder: string): {label: string; href: string}[] {
  return Object.entries(REFERENCE_FORMATS).map(([ending, label]) => ({
    label,
    href: `${folder}references.${ending}`,
  }));
}

/** Which edition a record is from, where that is not the newest one. */
export function editionNote(
  {label, isDraft}: EvidenceEdition,
  isGone: boolean,
  what: string,
): ReactNode {
  return isGone
    ? h(
        'p',
        {className: 'kb-note'},
        `${what} was last in ${lowerFirst(label)}; newer editions do not have it. It stays here so that links to it hold.`,
      )
    : isDraft
      ? h(
          'p',
          {className: 'kb-note'},
          `From the draft of the next edition: ${lowerFirst(what)} is not in a released edition yet and may change.`,
        )
      : h('p', {className: 'kb-muted'}, `From ${lowerFirst(label)}.`);
}

function lowerFirst(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1);
}
