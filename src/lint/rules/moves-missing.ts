import {headingIds, type Content} from '../content';
import {existsInNext, resolveMove} from '../moves';
import {defineRule, placeOf, type Finding} from '../rule';
import type {Document} from '../document';

export const movesMissing = defineRule({
  id: 'moves/missing',
  title: 'What was once published is still there, or has an entry that says where it went',
  why: 'Published addresses are cited in papers and guidelines: nothing published ever leads nowhere.',
  scope: 'next',
  check({content}) {
    const told = new Set<string>();
    return content.released.flatMap(({edition, pages}) =>
      [...pages.values()].flatMap((page) => {
        const missing = missingOf(page, content).filter(({target}) => !told.has(target));
        missing.forEach(({target}) => told.add(target));
        return missing.map(({target, place}): Finding => ({
          ...place,
          found: `${target}, published in edition ${edition} and gone from ${content.next.folder}/`,
          expected: `the same ${target.includes('#') ? 'heading id' : 'page'} in ${content.next.folder}/, or an entry in ${content.next.folder}/_moves.yml`,
          fix: `write in _moves.yml: - {from: ${target}, to: NEW_PLACE, since: "${nextEdition(content)}", reason: "WHY"}`,
        }));
      }),
    );
  },
});

interface Missing {
  target: string;
  place: Pick<Finding, 'file' | 'line' | 'column'>;
}

/** The page alone where it is gone as a whole: its sections need no entries of their own. */
function missingOf(page: Document, {next, moves}: Content): Missing[] {
  const isMissing = (target: string): boolean =>
    !existsInNext(target, next) && resolveMove(target, moves.moves, next).kind === 'gone';
  if (isMissing(page.slug)) {
    return [{target: page.slug, place: {file: page.file, line: 1, column: 1}}];
  }
  return headingIds(page)
    .map((id) => ({
      target: `${page.slug}#${id}`,
      place: placeOf(page, page.headings.find((heading) => heading.id === id)?.node ?? {}),
    }))
    .filter(({target}) => isMissing(target));
}

/** `2.0` after `1.0`: the edition that the draft becomes. */
function nextEdition({released}: Content): string {
  const major = Number.parseInt(released[0]?.edition ?? '0', 10);
  return `${major + 1}.0`;
}
