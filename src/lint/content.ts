/**
 * Finds and reads everything that the checks judge: the draft, every released edition, the posts, and the evidence of
 * each. Problems of loading (syntax, schema, encoding, names of files) are found here; all others by rules.
 */
import fs from 'node:fs';
import path from 'node:path';
import {parseCitations} from '../evidence/citations';
import {loadEvidence, type Evidence} from '../evidence/load';
import {loadAudits} from '../evidence/audits';
import type {DataFile} from '../evidence/data-file';
import {loadStudies, type Studies} from '../evidence/load-studies';
import {loadMoves, type Moves} from '../evidence/moves';
import {nearest} from '../evidence/nearest';
import {loadSelfAssessment, type SelfAssessment} from '../evidence/self-assessment';
import {dataIn, type EditionData} from '../evidence/store';
import {linkProblem} from '../evidence/read-text';
import {figureIds, loadFigure} from '../figures/load';
import type {Figure} from '../figures/schema';
import {blockIds, BLOCKS, blockText, isBlock, type Block, type BlockName} from '../remark/blocks';
import {flowElement} from '../remark/mdx';
import {componentsOf, loadDocument, NEXT, type Document} from './document';
import type {Problem} from './problem';

export interface EditionContent {
  /** `next` or `1.0`. */
  edition: string;
  /** Absolute path of its docs folder. */
  dir: string;
  /** The same, relative to the root, as messages show it. */
  folder: string;
  /** By slug. */
  pages: Map<string, Document>;
  evidence: Evidence;
  studies: Studies;
  /** By id; undefined where the file has a problem. */
  figures: Map<string, Figure | undefined>;
  /** The site's own assessment; editions older than it have none. */
  assessment: DataFile<SelfAssessment>;
  /** What blocks show. */
  data: EditionData;
}

export interface Content {
  root: string;
  next: EditionContent;
  /** Released editions, newest first. */
  released: EditionContent[];
  posts: Document[];
  moves: Moves;
  problems: Problem[];
}

const DOCS = 'docs';
const BLOG = 'blog';
const VERSIONED_DOCS = 'versioned_docs';
const EVIDENCE = '_evidence';

/** Reads the whole content of a repository. */
export function loadContent(root: string): Content {
  const problems: Problem[] = [];
  const next = loadEdition(root, path.join(root, DOCS), NEXT, problems);
  const released = releasedFolders(root).map(({dir, edition}) =>
    loadEdition(root, dir, edition, problems),
  );
  const blog = path.join(root, BLOG);
  const posts = listFiles(root, blog, problems).map((absolute) => {
    const post = loadDocument({absolute, root, kind: 'post', edition: NEXT, dir: blog});
    problems.push(...post.problems);
    return post.document;
  });
  const moves = loadMoves(next.dir, root);
  problems.push(...moves.problems);
  return {root, next, released, posts, moves, problems};
}

function loadEdition(
  root: string,
  dir: string,
  edition: string,
  problems: Problem[],
): EditionContent {
  const data = dataIn(path.join(dir, EVIDENCE), root);
  problems.push(...Object.values(data).flatMap((file) => file.problems));
  const pages = new Map<string, Document>();
  for (const absolute of listFiles(root, dir, problems)) {
    const page = loadDocument({absolute, root, kind: 'doc', edition, dir});
    problems.push(...page.problems);
    pages.set(page.document.slug, withBlockIds(page.document, data));
  }
  const evidence = loadEvidence(path.join(dir, EVIDENCE), root);
  problems.push(...evidence.problems);
  const studies = loadStudies(evidence.dir, root);
  problems.push(...studies.problems);
  const figures = new Map<string, Figure | undefined>();
  for (const id of figureIds(evidence.dir)) {
    const loaded = loadFigure(id, evidence.dir, root, () => ({
      studies,
      references: evidence.references,
    }));
    problems.push(...loaded.problems);
    figures.set(id, loaded.figure);
  }
  problems.push(...unreadEvidence(evidence.dir, root));
  problems.push(...loadAudits(evidence.dir, root).problems);
  const assessment = loadSelfAssessment(evidence.dir, root);
  problems.push(...assessment.problems);
  return {
    edition,
    dir,
    folder: relative(root, dir),
    pages,
    evidence,
    studies,
    figures,
    assessment,
    data,
  };
}

function withBlockIds(document: Document, data: EditionData): Document {
  const blocks = blocksOf(document);
  return {
    ...document,
    blockIds: new Map(
      blocks.flatMap((block) => blockIds(block, data).map((id) => [id, blockText(block)] as const)),
    ),
    idsKnown: blocks.every(({name}) => data[BLOCKS[name].data].problems.length === 0),
  };
}

const BLOCK_IN_SOURCE = new RegExp(
  `<(${Object.keys(BLOCKS).join('|')})(?:\\s+cell="([^"]*)")?\\s*/>`,
  'g',
);

/** Blocks of a page; read off the source where its syntax error hides them. */
export function blocksOf(document: Document): Block[] {
  return document.parsed
    ? componentsOf(document).filter(isBlock)
    : [...document.source.matchAll(BLOCK_IN_SOURCE)].map(
        ([, name, cell]) => flowElement(name as BlockName, {cell}) as Block,
      );
}

/** Folders of released editions, newest first: `version-10.0` comes before `version-2.0`. */
function releasedFolders(root: string): {dir: string; edition: string}[] {
  const parent = path.join(root, VERSIONED_DOCS);
  if (!fs.existsSync(parent)) {
    return [];
  }
  return fs
    .readdirSync(parent)
    .flatMap((name) => {
      const edition = /^version-(?<edition>.+)$/.exec(name)?.groups?.edition;
      return edition === undefined ? [] : [{dir: path.join(parent, name), edition}];
    })
    .sort((a, b) => b.edition.localeCompare(a.edition, 'en', {numeric: true}));
}

/**
 * All .mdx files below a folder, sorted. Names that begin with `_` hold data, not pages. A link is followed only while
 * it stays in the repository, and no folder is read twice, so that a loop of links ends.
 */
function listFiles(root: string, dir: string, problems: Problem[]): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const lowerCase = new Map<string, string>();
  const realRoot = fs.realpathSync(root);

  const visitPath = (absolute: string): void => {
    const file = relative(root, absolute);
    const start = {file, line: 1, column: 1};
    const real = realPath(absolute);
    if (real === undefined || !isInside(real, realRoot)) {
      problems.push({
        ...start,
        ...linkProblem(
          real === undefined
            ? 'a link that leads nowhere'
            : 'a link that leads out of the repository',
        ),
      });
      return;
    }
    const other = lowerCase.get(file.toLowerCase());
    if (other !== undefined) {
      problems.push({
        ...start,
        rule: 'content/case-clash',
        found: `${file} beside ${other}`,
        expected: 'names that differ in more than upper and lower case',
        fix: 'rename one of them',
        help: 'On macOS and Windows the two are one file, and one of the pages is lost.',
      });
    }
    lowerCase.set(file.toLowerCase(), file);
    if (fs.statSync(real).isDirectory()) {
      if (!seen.has(real)) {
        seen.add(real);
        visitFolder(absolute);
      }
    } else if (file.endsWith('.mdx')) {
      files.push(absolute);
    } else if (/\.(md|markdown|mdx)$/i.test(file)) {
      problems.push({
        ...start,
        rule: 'content/extension',
        found: path.basename(file),
        expected: 'a name that ends in .mdx',
        fix: `rename it: git mv ${file} ${file.replace(/\.\w+$/, '.mdx')}`,
        help: 'Other Markdown files would be published without any check.',
      });
    } else if (!OTHER_FILES.test(path.basename(file))) {
      problems.push({
        ...start,
        ...unknownFile(path.basename(file), 'a page or post (.mdx), or a picture'),
      });
    }
  };
  const visitFolder = (folder: string): void => {
    for (const name of fs.readdirSync(folder).sort()) {
      if (!name.startsWith('_')) {
        visitPath(path.join(folder, name));
      }
    }
  };

  if (fs.existsSync(dir)) {
    seen.add(fs.realpathSync(dir));
    visitFolder(dir);
  }
  return files;
}

/** Pictures beside pages, what Docusaurus reads beside them, and what systems leave behind. */
const OTHER_FILES =
  /\.(?:png|jpe?g|webp|avif|gif|svg)$|^(?:_category_\.(?:json|yml)|tags\.yml|authors\.yml)$|^\./;

const EVIDENCE_FILES = [
  'audits.yml',
  'references.yml',
  'regulation.yml',
  'self-assessment.yml',
  'timeline.yml',
  'vocabulary.yml',
];

function unknownFile(name: string, expected: string, known: string[] = []) {
  return {
    rule: 'content/unknown-file',
    found: name,
    expected,
    ...(known.length > 0 ? {closest: nearest(name, known)} : {}),
    fix: 'rename it, or remove it',
    help: 'Nothing reads it: what it holds would be left out without a word.',
  };
}

/** Files of an `_evidence` folder that no loader reads: `vocabulary.yaml`, `studies/Example.YML`. */
function unreadEvidence(dir: string, root: string): Problem[] {
  const list = (folder: string): fs.Dirent[] =>
    fs.existsSync(folder)
      ? fs
          .readdirSync(folder, {withFileTypes: true})
          .filter(({name}) => !name.startsWith('.'))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      : [];
  const place = (absolute: string) => ({file: relative(root, absolute), line: 1, column: 1});
  return [
    ...list(dir)
      .filter(({name}) => ![...EVIDENCE_FILES, 'figures', 'studies'].includes(name))
      .map(({name}) => ({
        ...place(path.join(dir, name)),
        ...unknownFile(name, EVIDENCE_FILES.join(', '), EVIDENCE_FILES),
      })),
    ...['figures', 'studies'].flatMap((folder) =>
      list(path.join(dir, folder))
        .filter(({name}) => !/^[a-z0-9-]+\.yml$/.test(name))
        .map(({name}) => ({
          ...place(path.join(dir, folder, name)),
          ...unknownFile(
            name,
            'a name of lower-case letters, digits and hyphens that ends in .yml',
          ),
        })),
    ),
  ];
}

function realPath(absolute: string): string | undefined {
  try {
    return fs.realpathSync(absolute);
  } catch {
    return undefined;
  }
}

function isInside(real: string, folder: string): boolean {
  return real === folder || real.startsWith(folder + path.sep);
}

function relative(root: string, absolute: string): string {
  return path.relative(root, absolute).split(path.sep).join('/');
}

/** The edition whose pages and evidence a document speaks of: its own; for posts, the draft. */
export function editionOf(content: Content, {edition}: Document): EditionContent {
  return content.released.find((released) => released.edition === edition) ?? content.next;
}

/** All editions, the draft first. */
export function allEditions({next, released}: Content): EditionContent[] {
  return [next, ...released];
}

/** Keys that the data of a figure or study cites: what any `refs` field in it lists, whatever its kind. */
export function dataRefs(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) {
    return [];
  }
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'refs' && Array.isArray(value) ? value.map(String) : dataRefs(value),
  );
}

/** Keys in a text, in order: for pages whose syntax error hides where they stand. */
export function citedKeys(text: string): string[] {
  return parseCitations(text).clusters.flatMap(({items}) => items.map(({key}) => key));
}

/** Ids of a page's headings and blocks; read off the source where its syntax error hides the headings. */
export function headingIds({parsed, headings, blockIds: ofBlocks, source}: Document): string[] {
  return [
    ...(parsed
      ? headings.flatMap(({id}) => id ?? [])
      : [...source.matchAll(/^#+ .*\{\/\*\s*#([^\s*]+)/gm)].map((match) => match[1]!)),
    ...ofBlocks.keys(),
  ];
}
