/**
 * Replaces `<Timeline />` by the events of the edition's timeline.yml: a heading for each decade (`#1960s`), for each year
 * where a decade has many, and each event at an address of its own, with its sources and links to the pages that it
 * affects. Run this before remark-citations.
 */
import type {PhrasingContent, Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {Plugin} from 'unified';
import {timelineDecades, type TimelineEvent} from '../evidence/timeline';
import {cited, fillBlocks, pageLinks} from './blocks';
import {flowElement, heading, paragraph} from './mdx';

export const remarkTimeline: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    fillBlocks(tree, file, root, 'Timeline', (_, {timeline}, depth) => {
      const linkTo = pageLinks(file, root);
      const deeper = Math.min(depth + 1, 6) as typeof depth;
      return timelineDecades(timeline.value ?? []).flatMap(({id, years}): RootContent[] => [
        heading(depth, id, id),
        ...years.flatMap(({year, events}): RootContent[] => [
          ...(year === undefined ? [] : [heading(deeper, year, year)]),
          flowElement(
            'TimelineEvents',
            {},
            events.map((event) => eventElement(event, linkTo)),
          ),
        ]),
      ]);
    });
  };

function eventElement(
  {id, date, kind, title, summary, refs, affects}: TimelineEvent,
  linkTo: ReturnType<typeof pageLinks>,
): MdxJsxFlowElement {
  // A page that is not there is told by timeline/affects, with its place in the data.
  const links = affects.flatMap((target) => linkTo(target) ?? []);
  return flowElement('TimelineEvent', {id, date, kind, title}, [
    cited(summary, refs),
    flowElement('TimelinePages', {}, [paragraph(separated(links))]),
  ]);
}

/** Links in a line, with semicolons: titles have commas. */
function separated(links: readonly PhrasingContent[]): PhrasingContent[] {
  return links.flatMap((item, i): PhrasingContent[] =>
    i === 0 ? [item] : [{type: 'text', value: '; '}, item],
  );
}
