/**
 * Notices that stand on pages by rule, from one place: the line on review and evidence date under the title of every
 * clinical page, errata, and crisis contacts on pages that discuss suicide (`crisis_notice: true`).
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {docsDirOf} from '../evidence/store';
import {
  afterLead,
  beforeLead,
  flowElement,
  frontMatterOf,
  link,
  linkToFile,
  paragraph,
} from './mdx';

export const remarkNotices: Plugin<[{root: string}], Root> =
  ({root}) =>
  (tree, file) => {
    const {type, evidence_searched: searched, crisis_notice: crisis, errata} = frontMatterOf(file);
    const aboutDir = path.join(docsDirOf(file.path, root), 'about');
    if (crisis === true) {
      tree.children.splice(
        afterLead(tree),
        0,
        flowElement('CrisisNotice', {}, [
          paragraph([
            {
              type: 'text',
              value:
                'Thinking about suicide, or worried about someone? In danger, call the local emergency number. ',
            },
            link(
              linkToFile(file, path.join(aboutDir, 'disclaimer.mdx'), 'crisis-contacts'),
              'Crisis lines by country',
            ),
            {type: 'text', value: '.'},
          ]),
        ]),
      );
    }
    if (Array.isArray(errata)) {
      tree.children.splice(
        beforeLead(tree),
        0,
        ...(errata as Record<string, unknown>[]).map(({date, was, now, section}) =>
          flowElement('Erratum', {
            date: isoDate(date),
            was: String(was),
            now: String(now),
            section: section === undefined ? undefined : String(section),
          }),
        ),
      );
    }
    if (type !== undefined && type !== 'about') {
      tree.children.splice(
        beforeLead(tree),
        0,
        flowElement('ReviewNotice', {searched: isoDate(searched)}, [
          paragraph([
            link(
              linkToFile(file, path.join(aboutDir, writtenPage(aboutDir))),
              'Drafted by AI from the cited sources; not yet clinically reviewed',
            ),
          ]),
        ]),
      );
    }
  };

/** The page that says how the pages were written: edition 1.0 says it in its editorial policy. */
function writtenPage(aboutDir: string): string {
  const [page, before] = ['how-this-was-written.mdx', 'editorial-policy.mdx'];
  return fs.existsSync(path.join(aboutDir, page)) ? page : before;
}

/** YAML 1.1 readers turn an unquoted date into a Date. */
export function isoDate(value: unknown): string | undefined {
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  return value === undefined ? undefined : String(value);
}
