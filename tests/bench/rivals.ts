/** The same pages in other tools: their sources written from our build, their packages installed, their sites built. */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {stringify} from 'yaml';
import {bodyText, type BenchPage, type Content} from './content';

export const ROOT = path.join(__dirname, '../..');
/** Outside node_modules, whose files bundlers treat as packages; git ignores it. */
export const CACHE = path.join(ROOT, '.cache/bench');
const TEMPLATES = path.join(__dirname, 'rivals');

interface Rival {
  /** Files of a page's source: path below the site, and text. */
  source(page: BenchPage): [file: string, text: string];
  command: string[];
  /** Folder of the built site. */
  out: string;
}

const RIVALS: Record<string, Rival> = {
  docusaurus: {
    source(page) {
      const {title, description, date} = page;
      const body = bodyText(page, {format: 'mdx', title: true});
      const facts = {title, description, ...(date ? {date} : {})};
      if (page.path === '/') {
        return ['src/pages/index.mdx', withFacts(facts, body)];
      }
      const [, folder, ...rest] = page.path.split('/').slice(0, -1);
      return [`${folder}/${rest.join('/') || 'index'}.mdx`, withFacts(facts, body)];
    },
    command: ['docusaurus', 'build'],
    out: 'build',
  },
  vitepress: {
    source: (page) => [
      `pages${page.path}index.md`,
      withFacts(
        {title: page.title, description: page.description},
        bodyText(page, {format: 'md', title: true}),
      ),
    ],
    command: ['vitepress', 'build'],
    out: '.vitepress/dist',
  },
  starlight: {
    source: (page) => [
      `src/content/docs${page.path}index.md`,
      withFacts(
        {title: page.title, description: page.description},
        bodyText(page, {format: 'md', title: false}),
      ),
    ],
    command: ['astro', 'build'],
    out: 'dist',
  },
};

export type RivalName = 'docusaurus' | 'vitepress' | 'starlight';
export const RIVAL_NAMES = Object.keys(RIVALS) as RivalName[];

function withFacts(facts: Record<string, string>, body: string): string {
  return `---\n${stringify(facts)}---\n\n${body}`;
}

export function isInstalled(name: RivalName): boolean {
  return fs.existsSync(path.join(CACHE, name, 'node_modules/.bin', RIVALS[name]!.command[0]!));
}

/** Installs a rival's packages, pinned by its template, in a folder of its own. */
export function install(name: RivalName): void {
  const dir = path.join(CACHE, name);
  fs.mkdirSync(dir, {recursive: true});
  fs.copyFileSync(path.join(TEMPLATES, name, 'package.json'), path.join(dir, 'package.json'));
  run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], dir);
}

/** Builds a rival of the same pages; not again where nothing has changed. @returns folder of the built site */
export function buildRival(name: RivalName, content: Content): string {
  const {source, command, out} = RIVALS[name]!;
  const dir = path.join(CACHE, name);
  const files = new Map<string, string>(templateFiles(name));
  for (const page of [
    content.home,
    ...content.docs,
    ...content.posts,
    ...listOfPosts(name, content),
  ]) {
    files.set(...source(page));
  }
  files.set('sidebar.json', JSON.stringify(content.sidebar));
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');
  const mark = path.join(dir, 'built-from');
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === hash) {
    return path.join(dir, out);
  }
  for (const entry of fs.readdirSync(dir)) {
    if (entry !== 'node_modules') {
      fs.rmSync(path.join(dir, entry), {recursive: true});
    }
  }
  for (const [file, text] of files) {
    const target = path.join(dir, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, text);
  }
  copyStatic(name, dir);
  const [bin, ...args] = command;
  run(path.join(dir, 'node_modules/.bin', bin!), args, dir);
  fs.writeFileSync(mark, hash);
  return path.join(dir, out);
}

function templateFiles(name: RivalName): [file: string, text: string][] {
  const dir = path.join(TEMPLATES, name);
  return fs
    .readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(dir, file), fs.readFileSync(file, 'utf8')]);
}

/** Docusaurus lists posts by itself; the others get a page that does. */
function listOfPosts(name: RivalName, {posts}: Content): BenchPage[] {
  return name === 'docusaurus'
    ? []
    : [
        {
          path: '/blog/',
          title: 'What’s new',
          description: 'Developments on ketamine',
          body: {
            type: 'root',
            children: [
              {
                type: 'list',
                children: posts.map((post) => ({
                  type: 'listItem',
                  children: [
                    {
                      type: 'paragraph',
                      children: [
                        {
                          type: 'link',
                          url: post.path,
                          children: [{type: 'text', value: post.title}],
                        },
                      ],
                    },
                  ],
                })),
              },
            ],
          },
        },
      ];
}

/** What a service worker's manifest and the icon of a tab need. */
function copyStatic(name: RivalName, dir: string): void {
  const target = path.join(
    dir,
    name === 'vitepress' ? 'pages/public' : name === 'starlight' ? 'public' : 'static',
  );
  fs.mkdirSync(path.join(target, 'img'), {recursive: true});
  const icon = path.join(ROOT, 'static/img/logo.svg');
  fs.copyFileSync(icon, path.join(target, 'img/favicon.svg'));
  fs.copyFileSync(icon, path.join(target, 'favicon.svg'));
  fs.writeFileSync(
    path.join(target, 'manifest.json'),
    JSON.stringify({
      name: 'Ketamine Knowledge Base',
      start_url: '/',
      display: 'standalone',
      icons: [{src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml'}],
    }),
  );
}

function run(command: string, args: string[], cwd: string): void {
  const {status, error} = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_IGNORE_SSG_WARNINGS: 'true'},
  });
  if (status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed in ${cwd}${error ? `: ${error.message}` : ''}`,
    );
  }
}
