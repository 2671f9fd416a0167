/**
 * Draws the At-a-glance card from the page's `at_a_glance` front matter, after the page's first paragraph.
 *
 *   at_a_glance: {what: "...", certainty: moderate, ...}
 *
 * becomes `## At a glance` and `<AtAGlance><GlanceRow label="What">...</GlanceRow>...</AtAGlance>`. Its strings are
 * Markdown and may cite: run this before remark-citations.
 */
import type {Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {Plugin} from 'unified';
import {glanceOf, GLANCE_LABELS, type Glance} from '../evidence/glance';
import {afterLead, flowElement, frontMatterOf, heading, inlineMarkdown} from './mdx';

export const remarkAtAGlance: Plugin<[], Root> = () => (tree, file) => {
  const glance = glanceOf(frontMatterOf(file));
  if (glance) {
    tree.children.splice(
      afterLead(tree),
      0,
      heading(2, 'at-a-glance', 'At a glance'),
      flowElement('AtAGlance', {}, rows(glance)),
    );
  }
};

function rows(glance: Glance): MdxJsxFlowElement[] {
  const result: MdxJsxFlowElement[] = [];
  for (const [field, label] of GLANCE_LABELS) {
    const value = glance[field];
    if (value === undefined || (field === 'why' && glance.certainty)) {
      continue;
    }
    if (field === 'status' && Array.isArray(value)) {
      result.push(
        flowElement(
          'GlanceRow',
          {label},
          value.map(({where, status, detail}) =>
            flowElement('GlanceStatus', {where, status}, detail ? inlineMarkdown(detail) : []),
          ),
        ),
      );
    } else if (field === 'certainty') {
      result.push(
        flowElement('GlanceRow', {label}, [
          flowElement('Certainty', {level: String(value)}),
          ...(glance.why ? inlineMarkdown(glance.why) : []),
        ]),
      );
    } else {
      result.push(flowElement('GlanceRow', {label}, inlineMarkdown(String(value))));
    }
  }
  return result;
}
