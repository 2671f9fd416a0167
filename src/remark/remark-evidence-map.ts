/**
 * Replaces `<EvidenceMap />` by a table of all clinical uses of the page's edition, made from their At-a-glance cards.
 *
 *   <EvidenceMap><EvidenceGroup><EvidenceRow main="true">
 *     <EvidenceUse>[Alcohol](./addiction/alcohol.mdx)<EvidenceStatus status="off-label" where="United States" /></EvidenceUse>
 *     <EvidenceFinding effect="mixed" certainty="low" />
 *     <EvidenceOutcome>Drinking (days abstinent, relapse) over 3 weeks to 6 months</EvidenceOutcome>
 *     <EvidenceStudies trials="3" participants="201">[@grabski2022]</EvidenceStudies>
 *   </EvidenceRow></EvidenceGroup></EvidenceMap>
 *
 * The cards' strings cite: run this before remark-citations.
 */
import type {Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {Plugin} from 'unified';
import type {VFile} from 'vfile';
import {listPages} from '../evidence/pages';
import {docsDirOf} from '../evidence/store';
import {useGroups, type Use} from '../evidence/uses';
import {flowElement, inlineMarkdown, link, linkToFile, paragraph, replaceBlocks} from './mdx';

export const remarkEvidenceMap: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) =>
    replaceBlocks(tree, file, root, 'EvidenceMap', () => {
      const docsDir = docsDirOf(file.path, root);
      const groups = useGroups(listPages(docsDir), docsDir);
      return [
        flowElement(
          'EvidenceMap',
          {},
          groups.map(({main, parts}) =>
            flowElement('EvidenceGroup', {}, [
              row(main, file, 'main'),
              ...parts.map((part) => row(part, file, 'part')),
            ]),
          ),
        ),
      ];
    });

function row(use: Use, file: VFile, level: 'main' | 'part'): MdxJsxFlowElement {
  const {label, status, effect, outcome, trials, participants, sources, certainty} = use;
  return flowElement('EvidenceRow', {level}, [
    flowElement('EvidenceUse', {}, [
      paragraph([link(linkToFile(file, use.file), label)]),
      ...status.map(({status: value, where}) =>
        flowElement('EvidenceStatus', {status: value, where}),
      ),
    ]),
    flowElement('EvidenceFinding', {effect, certainty}),
    flowElement('EvidenceOutcome', {}, outcome ? inlineMarkdown(outcome) : []),
    flowElement('EvidenceStudies', {trials, participants}, sources ? inlineMarkdown(sources) : []),
  ]);
}
