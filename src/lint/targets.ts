/** Places that front matter and data name as `slug` or `slug#id`. */
import {splitTarget} from '../evidence/moves';
import {nearest} from '../evidence/nearest';
import type {Content, EditionContent} from './content';
import {anchorsOf, hasAnchor} from './links';
import type {Finding} from './rule';

/** What is wrong with a place of an edition, or undefined for one that exists. */
export function missingTarget(
  target: string,
  {pages, folder}: EditionContent,
  {moves}: Content,
): Pick<Finding, 'found' | 'expected' | 'closest' | 'fix'> | undefined {
  const moved = moves.moves.find(({from}) => from === target);
  const {slug, id} = splitTarget(target);
  const page = pages.get(slug);
  if (!page) {
    return {
      found: target,
      expected: `the slug of a page in ${folder}/`,
      closest: moved ? [moved.to] : nearest(slug, pages.keys()),
      fix: moved ? `write ${moved.to}, where it moved` : 'correct the slug, or remove it',
    };
  }
  return id === undefined || hasAnchor(page, id)
    ? undefined
    : {
        found: target,
        expected: `the id of a heading in ${page.file}`,
        closest: moved
          ? [moved.to]
          : nearest(id, anchorsOf(page)).map((anchor) => `${slug}#${anchor}`),
        fix: moved ? `write ${moved.to}, where it moved` : 'correct the id, or name the page alone',
      };
}
