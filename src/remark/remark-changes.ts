/**
 * Says at the head of every docs page what changed since the edition before, with a link to the comparison:
 * `<ChangedSince edition="1.0" changed="Dosing|Harms" added="2" href="/editions/1.0-to-2.0/safety/monitoring/" />`.
 * The first edition has nothing to compare with. Runs after remark-notices, whose lines come first.
 */
import type {Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';
import {slugOf} from '../evidence/pages';
import {compare} from '../editions/comparison';
import {comparisonAddress, hasComparison} from '../editions/comparison-pages';
import {placeOf} from '../editions/places';
import {beforeLead, flowElement} from './mdx';

export const remarkChanges: Plugin<[{root: string; baseUrl: string}], Root> =
  ({root, baseUrl}) =>
  (tree, file) => {
    const {place, previous} = placeOf(file.path, root);
    if (!previous) {
      return;
    }
    const slug = slugOf(file.path, place.dir);
    const {name, pages} = compare(previous, place, root);
    const page = pages.find((candidate) => candidate.slug === slug && candidate.kind !== 'removed');
    if (!page) {
      return;
    }
    const of = (kind: string) => page.sections.filter((section) => section.kind === kind);
    let index = beforeLead(tree);
    while (isNotice(tree.children[index])) {
      index += 1;
    }
    tree.children.splice(
      index,
      0,
      flowElement('ChangedSince', {
        edition: previous.edition,
        isNew: page.kind === 'added' ? 'true' : undefined,
        changed: of('changed')
          .map(({title}) => title)
          .join('|'),
        added: of('added').length || undefined,
        removed: of('removed').length || undefined,
        href: hasComparison(page) ? baseUrl + comparisonAddress(name, slug) : undefined,
      }),
    );
  };

function isNotice(node: RootContent | undefined): boolean {
  return (
    node?.type === 'mdxJsxFlowElement' && ['ReviewNotice', 'Erratum'].includes(node.name ?? '')
  );
}
