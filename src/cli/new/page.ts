/** `npm run new -- page`: a page of the draft from the template of its type. */
import fs from 'node:fs';
import path from 'node:path';
import {isSeq, parseDocument, type Document} from 'yaml';
import {PAGE_TYPES, SLUG} from '../../evidence/front-matter';
import {loadMoves} from '../../evidence/moves';
import {nearest} from '../../evidence/nearest';
import {listPages} from '../../evidence/pages';
import {answersTo, eachOf, listOf, Refusal} from './answers';
import type {NewContext} from './context';
import {leftToWrite, type Plan} from './plan';

/** Page of the draft that a person names by its slug. */
export async function newPage({root, flags, ask}: NewContext): Promise<Plan> {
  const docs = path.join(root, 'docs');
  const pages = listPages(docs);
  const slugs = pages.map(({slug}) => slug);
  const moved = new Map(loadMoves(docs, root).moves.map(({from, to}) => [from, to]));

  const {type, slug, title} = await answersTo(
    {
      type: {question: 'What kind of page', choices: PAGE_TYPES},
      slug: {
        question: 'Address under docs/, such as safety/sleep',
        check: (answer) => slugFault(answer, docs, slugs, moved),
      },
      title: {question: 'Title'},
    },
    flags,
    ask,
  );
  const folder = path.posix.dirname(slug);
  const siblings = pages.filter((page) => path.posix.dirname(page.slug) === folder);
  const {label, related} = await answersTo(
    {
      label: {question: 'Short name for the sidebar', fallback: ''},
      related: {
        question: '3 to 6 related pages, with commas between',
        check: eachOf(slugs, 'page of docs/'),
        fallback: siblings
          .map((page) => page.slug)
          .sort((a, b) => Number(b.endsWith('/overview')) - Number(a.endsWith('/overview')))
          .slice(0, 3)
          .join(', '),
      },
    },
    flags,
    ask,
  );

  const file = `docs/${slug}.mdx`;
  const text = fillTemplate(root, `${type}.mdx`, (frontMatter) => {
    frontMatter.set('title', title);
    if (label) {
      // After the title, as on the other pages.
      const pair = frontMatter.createPair('sidebar_label', label);
      (frontMatter.contents as unknown as {items: unknown[]}).items.splice(1, 0, pair);
    }
    const positions = siblings.map((page) => Number(page.frontMatter.sidebar_position) || 0);
    frontMatter.set('sidebar_position', Math.max(0, ...positions) + 1);
    setList(frontMatter, 'related', listOf(related));
  });
  return {
    files: new Map([[file, text]]),
    notes: [
      `${file}: what is left to write is marked WRITE: (${leftToWrite(text)}) or empty; \`npm run check\` names each.`,
      'See it: npm run dev. Form of a page: CONTRIBUTING.md, "Write a page".',
    ],
  };
}

function slugFault(
  slug: string,
  docs: string,
  slugs: readonly string[],
  moved: ReadonlyMap<string, string>,
): string | undefined {
  if (!SLUG.test(slug)) {
    return 'lower-case words with hyphens, folders with slashes: safety/sleep';
  }
  if (slugs.includes(slug)) {
    return `docs/${slug}.mdx exists`;
  }
  const to = moved.get(slug);
  if (to !== undefined) {
    return `${slug} was once published and now leads to ${to}: an address is never used again`;
  }
  const folder = path.posix.dirname(slug);
  if (!fs.existsSync(path.join(docs, folder))) {
    const folders = new Set(slugs.map((known) => path.posix.dirname(known)));
    return `docs/${folder}/ does not exist (closest: ${nearest(folder, folders).join(', ')}); a new folder needs a _category_.yml and an overview first`;
  }
  return undefined;
}

const TEMPLATES = 'docs/_templates';

/**
 * A template with its front matter changed.
 * @param name of a file in docs/_templates
 */
export function fillTemplate(
  root: string,
  name: string,
  change: (frontMatter: Document) => void,
): string {
  const source = readTemplate(root, name);
  const match = /^---\n(?<yaml>[^]*?)\n---\n(?<body>[^]*)$/.exec(source);
  if (!match?.groups) {
    throw new Refusal(`${TEMPLATES}/${name} has no front matter: restore it from version control.`);
  }
  const frontMatter = parseDocument(match.groups.yaml!);
  change(frontMatter);
  return `---\n${frontMatter.toString({lineWidth: 0, flowCollectionPadding: false})}---\n${match.groups.body}`;
}

/** Text of a template. */
export function readTemplate(root: string, name: string): string {
  const file = path.join(root, TEMPLATES, name);
  if (!fs.existsSync(file)) {
    throw new Refusal(`${TEMPLATES}/${name} is missing: restore it from version control.`);
  }
  return fs.readFileSync(file, 'utf8');
}

/** Puts a list in the place of the template's, one entry a line. */
export function setList(document: Document, field: string, values: readonly string[]): void {
  const list = document.createNode(values);
  if (isSeq(list)) {
    list.flow = values.length === 0;
  }
  document.set(field, list);
}
