/**
 * `npm run pr-summary -- --base main`: what the files here change against a commit, as Markdown for a comment: pages with
 * their sections and words, references, other data, posts, and whether a released edition is touched.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {diffArrays} from 'diff';
import {compareEditions, type PageChange, type SectionChange} from '../editions/compare';
import {editionTexts, type SectionText} from '../editions/texts';
import {loadMoves} from '../evidence/moves';
import {loadEvidence, type Evidence} from '../evidence/load';
import {count} from '../lint/report';
import {siteAddress} from '../site/address';
import {Refusal} from './new/answers';

const USAGE = 'npm run pr-summary -- --base COMMIT [--site ADDRESS]';

export interface SummaryOptions {
  /** Absolute path of the repository. */
  root: string;
  /** Commit, branch or tag. */
  base: string;
  /** Address of the preview, where there is one. */
  site?: string;
  /** Address of the repository and the commit that links lead to. */
  source?: {repository: string; commit: string};
}

/**
 * The summary as Markdown.
 * @throws Error, in a sentence, where Git does not know the commit
 */
export function summarize({root, base, site, source}: SummaryOptions): string {
  const from = git(root, 'merge-base', base, 'HEAD');
  if (from === undefined) {
    throw new Refusal(
      `Git knows no common commit of ${JSON.stringify(base)} and HEAD: is the history there (fetch-depth: 0)?`,
    );
  }
  const changed = changedFiles(root, from);
  const before = checkout(root, from);
  try {
    const pages = pageChanges(before, root);
    const lines = [
      '## What this changes',
      '',
      ...releasedNote(changed),
      ...pageLines(pages, {root, ...(site ? {site} : {}), ...(source ? {source} : {})}),
      ...referenceLines(before, root),
      ...otherLines(changed),
    ];
    return `${lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  } finally {
    fs.rmSync(before, {recursive: true, force: true});
  }
}

interface ChangedFile {
  kind: 'added' | 'removed' | 'changed';
  file: string;
}

function git(root: string, ...args: string[]): string | undefined {
  const {status, stdout} = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Files that differ from a commit, with those that nobody has added yet. */
function changedFiles(root: string, from: string): ChangedFile[] {
  const parts = (git(root, 'diff', '--name-status', '--no-renames', '-z', from) ?? '').split('\0');
  const tracked: ChangedFile[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const kind = {A: 'added', D: 'removed'}[parts[i]!.trim()] ?? 'changed';
    tracked.push({kind: kind as ChangedFile['kind'], file: parts[i + 1]!});
  }
  const others = (git(root, 'ls-files', '--others', '--exclude-standard', '-z') ?? '')
    .split('\0')
    .filter(Boolean)
    .map((file): ChangedFile => ({kind: 'added', file}));
  return [...tracked, ...others].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** docs/ of a commit, in a temporary folder. */
function checkout(root: string, commit: string): string {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'summary-'));
  fs.mkdirSync(path.join(dir, 'docs'));
  const {stdout, status} = spawnSync('git', ['archive', commit, 'docs'], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status === 0) {
    spawnSync('tar', ['-x', '-C', dir], {input: stdout});
  }
  return dir;
}

function pageChanges(before: string, root: string): PageChange[] {
  const docs = path.join(root, 'docs');
  return compareEditions(
    editionTexts(path.join(before, 'docs')),
    editionTexts(docs),
    loadMoves(docs, root).moves,
  ).filter(({kind, sections}) => kind !== 'same' || sections.length > 0);
}

/** Words that stand in the newer text only, and in the older only. */
export function wordChange(
  older: SectionText | undefined,
  newer: SectionText | undefined,
): {added: number; removed: number} {
  const words = (section: SectionText | undefined): string[] =>
    [section?.title ?? '', ...(section?.lines ?? [])]
      .join(' ')
      .replace(/\[@[^\]]*\]/g, '')
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return diffArrays(words(older), words(newer)).reduce(
    (sum, part) => ({
      added: sum.added + (part.added ? part.value.length : 0),
      removed: sum.removed + (part.removed ? part.value.length : 0),
    }),
    {added: 0, removed: 0},
  );
}

type Links = Pick<SummaryOptions, 'root' | 'site' | 'source'>;

function pageLines(pages: readonly PageChange[], links: Links): string[] {
  if (pages.length === 0) {
    return ['No page of the draft says anything else.', ''];
  }
  const rows = pages.map((page) => {
    const sum = page.sections.reduce(
      (total, section) => {
        const {added, removed} = wordChange(section.old, section.new);
        return {added: total.added + added, removed: total.removed + removed};
      },
      {added: 0, removed: 0},
    );
    const sections = page.sections.map((section) => sectionText(page, section, links)).join(', ');
    return `| ${page.kind === 'removed' ? cell(page.title) : linked(cell(page.title), page.slug, '', links)} | ${page.kind === 'same' ? 'changed' : page.kind} | +${sum.added} −${sum.removed} | ${sections} |`;
  });
  return [
    `### ${count(pages.length, 'page')}`,
    '',
    '| Page | | Words | Sections |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function sectionText({slug, kind: page}: PageChange, section: SectionChange, links: Links): string {
  const {kind, id, title} = section;
  const text = cell(title);
  if (kind === 'removed' || page === 'removed') {
    return `~~${text}~~`;
  }
  const name = linked(text, slug, id, links);
  return kind === 'added' && page !== 'added' ? `${name} (new)` : name;
}

/** A link to the preview, else to the source at its line, else the words alone. */
function linked(text: string, slug: string, id: string, {root, site, source}: Links): string {
  if (site) {
    const address = slug === 'index' ? '' : `${slug}/`;
    return `[${text}](${site.replace(/\/+$/, '')}/docs/next/${address}${id ? `#${id}` : ''})`;
  }
  if (source) {
    const file = `docs/${slug}.mdx`;
    const lines = fs.readFileSync(path.join(root, file), 'utf8').split('\n');
    const line = id ? lines.findIndex((one) => one.includes(`{/* #${id} */}`)) + 1 : 0;
    const at = line > 0 ? `?plain=1#L${line}` : '';
    return `[${text}](${source.repository}/blob/${source.commit}/${file}${at})`;
  }
  return text;
}

function referenceLines(before: string, root: string): string[] {
  const load = (dir: string): Evidence['references'] =>
    loadEvidence(path.join(dir, 'docs', '_evidence'), dir).references;
  const [older, newer] = [load(before), load(root)];
  const name = (key: string, from: Evidence['references']): string =>
    `\`${key}\` ${cell(from.get(key)!.title)}`;
  const added = [...newer.keys()].filter((key) => !older.has(key));
  const removed = [...older.keys()].filter((key) => !newer.has(key));
  const changed = [...newer.keys()].filter(
    (key) => older.has(key) && JSON.stringify(older.get(key)) !== JSON.stringify(newer.get(key)),
  );
  const group = (title: string, keys: string[], from: Evidence['references']): string[] =>
    keys.length > 0
      ? [`**${title}** (${keys.length})`, '', ...keys.map((key) => `- ${name(key, from)}`), '']
      : [];
  const lines = [
    ...group('Added', added, newer),
    ...group('Changed', changed, newer),
    ...group('Removed', removed, older),
  ];
  return lines.length > 0 ? ['### References', '', ...lines] : [];
}

const OTHERS: readonly [title: string, pattern: RegExp][] = [
  ['Studies', /^docs\/_evidence\/studies\//],
  ['Figures', /^docs\/_evidence\/figures\//],
  ['Other data', /^docs\/_evidence\/(?!references\.yml$)|^docs\/_moves\.yml$/],
  ['Updates', /^blog\//],
];

function otherLines(changed: readonly ChangedFile[]): string[] {
  const told = new Set<string>();
  const groups = OTHERS.flatMap(([title, pattern]) => {
    const files = changed.filter(({file}) => pattern.test(file) && !told.has(file));
    files.forEach(({file}) => told.add(file));
    return files.length > 0
      ? [
          `- ${title}: ${files.map(({kind, file}) => `\`${path.posix.basename(file)}\` ${kind}`).join(', ')}`,
        ]
      : [];
  });
  const code = changed.filter(
    ({file}) => !/^(docs|blog|versioned_docs|versioned_sidebars)\//.test(file),
  );
  const rest = code.length > 0 ? [`- Code and the rest: ${count(code.length, 'file')}`] : [];
  return groups.length + rest.length > 0 ? ['### Other files', '', ...groups, ...rest] : [];
}

function releasedNote(changed: readonly ChangedFile[]): string[] {
  const files = changed.filter(({file}) => file.startsWith('versioned_docs/'));
  return files.length > 0
    ? [
        `> **A released edition changes** (${count(files.length, 'file')}): only an error of fact may be mended there, with an erratum. ${files
          .slice(0, 5)
          .map(({file}) => `\`${file}\``)
          .join(', ')}${files.length > 5 ? ' …' : ''}`,
        '',
      ]
    : [];
}

/** Text of a contributor as text: no markup, no row of its own. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~@#]/g, '\\$&');
}

function main(): number {
  try {
    const {values} = parseArgs({options: {base: {type: 'string'}, site: {type: 'string'}}});
    if (!values.base) {
      throw new Refusal(`Say what to compare with.\nUse: ${USAGE}`);
    }
    const root = process.cwd();
    const {repository} = siteAddress(process.env);
    const commit = git(root, 'rev-parse', 'HEAD');
    process.stdout.write(
      summarize({
        root,
        base: values.base,
        ...(values.site ? {site: values.site} : {}),
        ...(repository && commit ? {source: {repository, commit}} : {}),
      }),
    );
    return 0;
  } catch (error) {
    console.error((error as Error).message.trim());
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`Use: ${USAGE}`);
    }
    return 1;
  }
}

if (require.main === module) {
  process.exitCode = main();
}
