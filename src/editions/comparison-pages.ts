/** Static pages of a comparison: an overview, one page for each page that changed, and one of references. */
import {parseCitations} from '../evidence/citations';
import {escapeHtml} from '../figures/escape';
import {count} from '../lint/report';
import type {PageChange, SectionChange} from './compare';
import type {Comparison, ReferenceChanges} from './comparison';
import {addressBelow} from './moved';
import type {DocsPlace} from './places';
import type {StaticPage} from './shell';
import {diffColumns} from './words';

/** True for a page that has a comparison of its own: it was in the older edition, and is not the same. */
export function hasComparison({kind}: PageChange): boolean {
  return kind === 'changed' || kind === 'moved';
}

/** Address of a comparison below the site's base: `editions/1.0-to-2.0/`, or a page of it. */
export function comparisonAddress(name: string, slug?: string): string {
  return `editions/${name}/${slug === undefined ? '' : `${slug}/`}`;
}

/**
 * All pages of a comparison by address.
 * @param baseUrl path that the site is served under
 */
export function comparisonPages(
  comparison: Comparison,
  references: ReferenceChanges,
  baseUrl: string,
): Map<string, StaticPage> {
  const {name, pages} = comparison;
  const html = new Writer(comparison, references, baseUrl);
  return new Map([
    [comparisonAddress(name), html.overview()],
    [comparisonAddress(name, 'references'), html.referenceLists()],
    ...pages
      .filter(hasComparison)
      .map((page): [string, StaticPage] => [comparisonAddress(name, page.slug), html.page(page)]),
  ]);
}

class Writer {
  private readonly title: string;

  constructor(
    private readonly comparison: Comparison,
    private readonly references: ReferenceChanges,
    private readonly baseUrl: string,
  ) {
    const {older, newer} = comparison;
    this.title = `${named(older)} and ${named(newer)} compared`;
  }

  overview(): StaticPage {
    const {older, newer, pages, name} = this.comparison;
    const of = (kind: PageChange['kind']) => pages.filter((page) => page.kind === kind);
    const list = (title: string, kind: PageChange['kind'], item: (page: PageChange) => string) =>
      of(kind).length === 0
        ? ''
        : `<h2>${title} (${of(kind).length})</h2><ul>${of(kind)
            .map((page) => `<li>${item(page)}</li>`)
            .join('')}</ul>`;
    const compared = (page: PageChange): string =>
      link(this.baseUrl + comparisonAddress(name, page.slug), page.title);
    const {added, withdrawn} = this.references;
    return {
      title: this.title,
      description: `Pages, sections and references that differ between ${named(older)} and ${named(newer)}.`,
      main: [
        this.trail(),
        `<h1>${escapeHtml(capital(this.title))}</h1>`,
        `<p>${escapeHtml(capital(dated(older)))}; ${escapeHtml(dated(newer))}. Texts are compared as they stand on the pages; figures and tables that are drawn from data are not.</p>`,
        `<p>${link(
          this.baseUrl + comparisonAddress(name, 'references'),
          `References: ${added.length} added, ${withdrawn.length} withdrawn`,
        )}</p>`,
        list('Changed pages', 'changed', (page) => `${compared(page)}: ${sectionCounts(page)}`),
        list(
          'Moved pages',
          'moved',
          (page) =>
            `${compared(page)}, before at <code>${escapeHtml(page.movedFrom!)}</code>: ${sectionCounts(page)}`,
        ),
        list('New pages', 'added', (page) => this.pageLink(newer, page.slug, page.title)),
        list(
          'Pages that are gone',
          'removed',
          (page) =>
            this.pageLink(older, page.slug, page.title) +
            (page.movedTo ? `, now part of ${this.namedLink(newer, page.movedTo)}` : ''),
        ),
        list('Pages that are the same', 'same', (page) =>
          this.pageLink(newer, page.slug, page.title),
        ),
      ].join(''),
    };
  }

  referenceLists(): StaticPage {
    const {older, newer} = this.comparison;
    const list = (title: string, texts: readonly string[]): string =>
      `<h2>${title} (${texts.length})</h2>${
        texts.length === 0
          ? '<p>None.</p>'
          : `<ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`
      }`;
    return {
      title: `References: ${this.title}`,
      description: `References added and withdrawn between ${named(older)} and ${named(newer)}.`,
      main: [
        this.trail(true),
        `<h1>References added and withdrawn</h1>`,
        list(`Added in ${escapeHtml(named(newer))}`, this.references.added),
        list(`Withdrawn since ${escapeHtml(named(older))}`, this.references.withdrawn),
      ].join(''),
    };
  }

  page(page: PageChange): StaticPage {
    const {older, newer} = this.comparison;
    const {slug, title, movedFrom, titleWas} = page;
    return {
      title: `${title}: ${this.title}`,
      description: `What changed on the page ${title} between ${named(older)} and ${named(newer)}.`,
      main: [
        this.trail(true),
        `<h1>${escapeHtml(title)}: what changed</h1>`,
        `<p>Read the page in ${this.pageLink(older, movedFrom ?? slug, named(older))} or in ${this.pageLink(newer, slug, named(newer))}. `,
        'Words that were taken out are <del>struck out</del> in the older text, words that were put in are <ins>underlined</ins> in the newer.</p>',
        ...(titleWas ? [`<p>Its title was <del>${escapeHtml(titleWas)}</del>.</p>`] : []),
        ...page.sections.map((section) => this.section(page, section)),
      ].join(''),
    };
  }

  private section(page: PageChange, change: SectionChange): string {
    const {older, newer} = this.comparison;
    const {kind, id, title, movedFrom, movedTo} = change;
    const read = (lines: readonly string[] = []): string[] => lines.map((line) => this.cited(line));
    const columns = diffColumns(read(change.old?.lines), read(change.new?.lines));
    const facts = [
      kind === 'added' ? 'New section.' : '',
      kind === 'removed' && !movedTo ? 'Removed.' : '',
      movedTo ? `Removed; its address leads to ${this.namedLink(newer, movedTo)}.` : '',
      movedFrom ? `Moved from ${this.namedLink(older, movedFrom)}.` : '',
      change.old && change.new && change.old.title !== title
        ? `Its heading was <del>${escapeHtml(change.old.title)}</del>.`
        : '',
      columns.rewritten ? 'Rewritten.' : '',
    ].filter(Boolean);
    const [side, slug] =
      kind === 'removed' ? [older, page.movedFrom ?? page.slug] : ([newer, page.slug] as const);
    const heading = this.pageLink(side, id ? `${slug}#${id}` : slug, title);
    const column = (place: DocsPlace, html: string): string =>
      `<div><p class="kb-compare-edition">${escapeHtml(capital(named(place)))}</p>${html || '<p>Nothing.</p>'}</div>`;
    return [
      `<section class="kb-compare"><h2>${heading}</h2>`,
      facts.length > 0 ? `<p>${facts.join(' ')}</p>` : '',
      `<div class="kb-compare-columns">${column(older, columns.old)}${column(newer, columns.new)}</div></section>`,
    ].join('');
  }

  /** `[@a; @b, table 2]` as `[Zarate 2006; Murrough 2013, table 2]`. */
  private cited(line: string): string {
    let text = '';
    let from = 0;
    for (const {start, end, items} of parseCitations(line).clusters) {
      const labels = items.map(({key, locator}) =>
        [this.references.label(key), locator].filter(Boolean).join(', '),
      );
      text += `${line.slice(from, start)}[${labels.join('; ')}]`;
      from = end;
    }
    return text + line.slice(from);
  }

  private pageLink(place: DocsPlace, target: string, text: string): string {
    return link(this.baseUrl + place.path + addressBelow(target), text);
  }

  /** With the title of its page. */
  private namedLink(place: DocsPlace, target: string): string {
    const [slug, id] = target.split('#');
    const page = this.comparison.pages.find(
      (candidate) => candidate.slug === slug || candidate.movedFrom === slug,
    );
    return this.pageLink(place, target, [page?.title ?? slug, ...(id ? [id] : [])].join(' # '));
  }

  private trail(withComparison = false): string {
    const links = [
      link(this.baseUrl, 'Home'),
      link(`${this.baseUrl}editions/`, 'Editions'),
      ...(withComparison
        ? [link(this.baseUrl + comparisonAddress(this.comparison.name), capital(this.title))]
        : []),
    ];
    return `<nav aria-label="Breadcrumbs">${links.join(' › ')}</nav>`;
  }
}

/** `edition 2.0`, `the draft`. */
function named({edition, released}: DocsPlace): string {
  return released ? `edition ${edition}` : 'the draft';
}

function dated(place: DocsPlace): string {
  return place.released
    ? `${named(place)} was released on ${place.released}`
    : 'the draft changes without notice';
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function sectionCounts({sections, titleWas}: PageChange): string {
  const of = (kind: SectionChange['kind']) => sections.filter((s) => s.kind === kind).length;
  const parts = [
    ...(of('changed') ? [`${count(of('changed'), 'section')} changed`] : []),
    ...(of('added') ? [`${of('added')} new`] : []),
    ...(of('removed') ? [`${of('removed')} gone`] : []),
    ...(titleWas ? ['new title'] : []),
  ];
  return parts.join(', ') || 'the same text';
}

function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}
