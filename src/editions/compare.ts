/** What differs between two editions: pages, sections, references. Words are compared where they are shown. */
import {followMoves, type Move} from '../evidence/moves';
import type {PageText, SectionText} from './texts';

export interface SectionChange {
  kind: 'added' | 'removed' | 'changed';
  id: string;
  title: string;
  old?: SectionText;
  new?: SectionText;
  /** `slug#id` of the place it had in the older edition, where that was another one. */
  movedFrom?: string;
  /** Where a removed section's address leads now. */
  movedTo?: string;
}

export interface PageChange {
  kind: 'added' | 'removed' | 'moved' | 'changed' | 'same';
  slug: string;
  title: string;
  /** Slug in the older edition, where that was another one. */
  movedFrom?: string;
  /** Title in the older edition, where that was another one. */
  titleWas?: string;
  /** Where a removed page's address leads now. */
  movedTo?: string;
  /** In the order of the newer page, what was removed at the end. */
  sections: SectionChange[];
}

/**
 * Compares two editions. A section is the same section when its page and id are, or when a move leads from one to the
 * other.
 * @param moves those of the newer edition
 * @returns every page of the newer edition, then those that are gone, each by slug
 */
export function compareEditions(
  older: ReadonlyMap<string, PageText>,
  newer: ReadonlyMap<string, PageText>,
  moves: readonly Move[],
): PageChange[] {
  const targets = new Set(
    [...newer.values()].flatMap(({slug, sections}) => sections.map(({id}) => targetOf(slug, id))),
  );
  const exists = (target: string): boolean => targets.has(target);
  const sources = new Map<string, {page: PageText; section: SectionText; target: string}>();
  const leadsTo = new Map<string, string | undefined>();
  for (const page of older.values()) {
    for (const section of page.sections) {
      const from = targetOf(page.slug, section.id);
      const result = followMoves(from, moves, exists);
      const to = result.kind === 'exists' ? result.at : undefined;
      leadsTo.set(from, to);
      // A section that is led to the top of a page is not what that page was.
      const isTaken = to !== undefined && (section.id === '' || to.includes('#'));
      // What stayed in place is the source of its place, whatever else has been led there.
      if (isTaken && (to === from || !sources.has(to))) {
        sources.set(to, {page, section, target: from});
      }
    }
  }

  const present = [...newer.values()].map((page): PageChange => {
    const source = sources.get(page.slug)?.page;
    const sections = page.sections.flatMap((section): SectionChange[] => {
      const {id, title} = section;
      const from = sources.get(targetOf(page.slug, id));
      if (!from) {
        return section.lines.length > 0 || id ? [{kind: 'added', id, title, new: section}] : [];
      }
      // A page that moved takes its sections along: only what came from elsewhere, or was renamed, has moved itself.
      const hasMoved = id !== '' && (from.page !== source || from.section.id !== id);
      return hasMoved || !sameText(from.section, section)
        ? [
            {
              kind: 'changed',
              id,
              title,
              old: from.section,
              new: section,
              ...(hasMoved ? {movedFrom: from.target} : {}),
            },
          ]
        : [];
    });
    const removed = (source?.sections ?? []).flatMap((section): SectionChange[] => {
      const from = targetOf(source!.slug, section.id);
      const to = leadsTo.get(from);
      const taken = to !== undefined && sources.get(to)?.target === from;
      return taken || !section.id
        ? []
        : [
            {
              kind: 'removed',
              id: section.id,
              title: section.title,
              old: section,
              ...(to === undefined || to === page.slug ? {} : {movedTo: to}),
            },
          ];
    });
    const all = [...sections, ...removed];
    const titleWas = source && source.title !== page.title ? {titleWas: source.title} : {};
    const base = {slug: page.slug, title: page.title, sections: all, ...titleWas};
    if (!source) {
      return {kind: 'added', ...base};
    }
    if (source.slug !== page.slug) {
      return {kind: 'moved', ...base, movedFrom: source.slug};
    }
    return {kind: all.length > 0 || 'titleWas' in titleWas ? 'changed' : 'same', ...base};
  });

  const gone = [...older.values()]
    .filter(({slug}) => {
      const to = leadsTo.get(slug);
      return to === undefined || sources.get(to)?.target !== slug || to.includes('#');
    })
    .map((page): PageChange => {
      const to = leadsTo.get(page.slug);
      return {
        kind: 'removed',
        slug: page.slug,
        title: page.title,
        ...(to === undefined ? {} : {movedTo: to}),
        sections: page.sections
          .filter(({lines}) => lines.length > 0)
          .map((section) => ({
            kind: 'removed',
            id: section.id,
            title: section.title,
            old: section,
          })),
      };
    });
  return [...present, ...gone].sort(
    (a, b) => Number(a.kind === 'removed') - Number(b.kind === 'removed') || bySlug(a, b),
  );
}

/** Keys of references that one edition has and the other has not, sorted. */
export function compareReferences(
  older: Iterable<string>,
  newer: Iterable<string>,
): {added: string[]; withdrawn: string[]} {
  const [before, after] = [new Set(older), new Set(newer)];
  return {
    added: [...after].filter((key) => !before.has(key)).sort(),
    withdrawn: [...before].filter((key) => !after.has(key)).sort(),
  };
}

function targetOf(slug: string, id: string): string {
  return id ? `${slug}#${id}` : slug;
}

function sameText(a: SectionText, b: SectionText): boolean {
  return a.title === b.title && a.lines.join('\n') === b.lines.join('\n');
}

function bySlug(a: PageChange, b: PageChange): number {
  return a.slug.localeCompare(b.slug, 'en');
}
