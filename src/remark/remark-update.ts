/**
 * Puts the facts of an update at the head of a What's new post: the date of the event beside the post's own date, and
 * the docs pages that it affects, from the front matter `event_date` and `affects` (slugs, with `#id` for a section).
 */
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import path from 'node:path';
import {nearest} from '../evidence/nearest';
import {listPages} from '../evidence/pages';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {readEditions, editionDir} from '../site/editions';
import {beforeLead, flowElement, frontMatterOf, relativePath} from './mdx';
import {isoDate} from './remark-notices';

export const remarkUpdate: Plugin<[{root: string; baseUrl: string}], Root> =
  ({root, baseUrl}) =>
  (tree, file) => {
    const {event_date: eventDate, affects} = frontMatterOf(file);
    const draft = new Map(listPages(path.join(root, 'docs')).map(({slug, title}) => [slug, title]));
    const latest = readEditions(root)[0];
    const released = latest
      ? new Set(listPages(editionDir(root, latest.edition)).map(({slug}) => slug))
      : new Set<string>();
    const problems: Problem[] = [];
    const links = (Array.isArray(affects) ? affects.map(String) : []).map((target) => {
      const [slug = '', id] = target.split('#');
      const title = draft.get(slug);
      if (title === undefined) {
        problems.push({
          file: relativePath(file, root),
          line: 1,
          column: 1,
          rule: 'update/affects',
          found: `affects: ${target}`,
          expected: 'the slug of a docs page',
          closest: nearest(slug, draft.keys()),
        });
      }
      // A page that is not in the latest edition yet is read in the draft.
      const base = !latest || released.has(slug) ? 'docs/' : 'docs/next/';
      const page = slug === 'index' ? '' : `${slug}/`;
      return flowElement('AffectedPage', {
        to: `${baseUrl}${base}${page}${id ? `#${id}` : ''}`,
        title,
      });
    });
    stopOnProblems(problems);
    tree.children.splice(
      beforeLead(tree),
      0,
      flowElement('UpdateFacts', {event: isoDate(eventDate)}, links),
    );
  };
