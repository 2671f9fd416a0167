/**
 * `npm run bench:build`: time and memory of builds, cold and warm, and how long the dev server takes to show a changed
 * page; for the site as it is and for ten times its pages in the same editions. Works on copies below .cache/bench/size.
 *
 *   npm run bench:build -- --times 1,10 --port 3470 --profile
 */
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {inBrowser} from './interactions';
import {load, machine} from './report';
import {CACHE, ROOT} from './rivals';

const DOCUSAURUS = path.join(ROOT, 'node_modules/.bin/docusaurus');
/** What is changed in dev: a page, and data that it shows. */
const SECTION = 'clinical-uses/treatment-resistant-depression/ketamine-versus-ect';
const ADDRESS = `/docs/next/${SECTION}/`;
/** Each gives the text of its file with a mark that the page then shows. */
const CHANGES: {what: string; file: string; change: (text: string, mark: string) => string}[] = [
  {
    what: 'page',
    file: `docs/${SECTION}.mdx`,
    change: (text, mark) => `${text}\n${mark}.\n`,
  },
  {
    what: 'reference',
    file: 'docs/_evidence/references.yml',
    change: (text, mark) => text.replace(/(?<=- id: anand2023\n(?: .*\n)*? {2}title: ).*/, mark),
  },
  {
    what: 'figure',
    file: 'docs/_evidence/figures/ketamine-vs-ect.yml',
    change: (text, mark) => text.replace(/(?<=^title: ).*$/m, mark),
  },
  {
    what: 'study',
    file: 'docs/_evidence/studies/anand2023.yml',
    change: (text, mark) => text.replace(/(?<=^name: ).*$/m, mark),
  },
];
const EDITS = 5;

interface Run {
  seconds: number;
  /** Most memory that the process and its children held at once; pages that they share count for each. */
  'peak MB'?: number;
}

type Figures = Record<string, number | undefined>;

async function main(): Promise<void> {
  const {values} = parseArgs({
    allowNegative: true,
    options: {
      times: {type: 'string', default: '1,10'},
      port: {type: 'string', default: '3470'},
      dev: {type: 'boolean', default: true},
      profile: {type: 'boolean', default: false},
      out: {type: 'string', default: path.join(ROOT, 'test-results/bench')},
    },
  });
  const where = {date: new Date().toISOString(), load: load(), ...machine()};
  const results: Record<string, Figures> = {};
  for (const times of values.times.split(',').map(Number)) {
    const dir = copySite(times);
    console.error(`${times} times the pages: cold build ...`);
    const cold = await build(dir, values.profile);
    console.error(`${times} times the pages: warm build ...`);
    const warm = await build(dir, values.profile);
    results[`${times} x`] = {
      pages: countPages(dir),
      'cold build s': cold.seconds,
      'cold build peak MB': cold['peak MB'],
      'warm build s': warm.seconds,
      'warm build peak MB': warm['peak MB'],
      'build MB': sizeOf(path.join(dir, 'build')) / 1e6,
      ...(values.dev ? await devFigures(dir, Number(values.port)).catch(without) : {}),
    };
  }
  const end = {...where, 'load at the end': load()};
  const table = report(results);
  fs.mkdirSync(values.out, {recursive: true});
  const text = `${Object.entries(end)
    .map(([key, value]) => `${key}: ${value}`)
    .join('; ')}\n\n${table}\n`;
  fs.writeFileSync(path.join(values.out, 'size.md'), text);
  fs.writeFileSync(
    path.join(values.out, 'size.json'),
    `${JSON.stringify({where: end, results}, undefined, 2)}\n`,
  );
  console.log(text);
}

/** Figures of builds, which took long, are not lost where the dev server or the browser ends early. */
function without(error: unknown): Figures {
  console.error(error);
  return {};
}

/**
 * A copy of the tracked files with each docs page so many times, in every edition. Copies lie in folders of their own,
 * so that links from page to page stay within a copy; packages are found in the folder above.
 */
function copySite(times: number): string {
  const dir = path.join(CACHE, 'size', String(times));
  fs.rmSync(dir, {recursive: true, force: true});
  for (const file of execFileSync('git', ['ls-files', '-z'], {cwd: ROOT, encoding: 'utf8'})
    .split('\0')
    .filter(Boolean)) {
    fs.cpSync(path.join(ROOT, file), path.join(dir, file));
  }
  const editions = [
    'docs',
    ...fs.readdirSync(path.join(dir, 'versioned_docs')).map((name) => `versioned_docs/${name}`),
  ];
  for (const edition of editions) {
    const source = path.join(dir, edition);
    const entries = fs.readdirSync(source).filter((name) => !name.startsWith('_'));
    for (let copy = 2; copy <= times; copy += 1) {
      const folder = `copy-${copy}`;
      for (const entry of entries) {
        fs.cpSync(path.join(source, entry), path.join(source, folder, entry), {recursive: true});
      }
      adapt(path.join(source, folder), folder, copy);
    }
  }
  // The dates of pages come from git: a repository of its own, with one commit.
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], {
      cwd: dir,
    });
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '--no-verify', '-m', 'Copy');
  return dir;
}

/** Gives a copy's pages titles of their own, and its categories names and overviews of their own. */
function adapt(place: string, folder: string, copy: number): void {
  for (const entry of fs.readdirSync(place, {recursive: true, withFileTypes: true})) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.name === '_category_.yml') {
      const key = path.relative(place, entry.parentPath).split(path.sep).join('/');
      edit(
        file,
        (text) =>
          `${text.replace(/^( +id: )/m, `$1${folder}/`).trimEnd()}\nkey: ${folder}/${key}\n`,
      );
    } else if (entry.name.endsWith('.mdx')) {
      // The introduction names the root as its address.
      edit(file, (text) =>
        text.replace(/^(title: "?)/m, `$1Copy ${copy}, `).replace(/^slug: .*\n/m, ''),
      );
    }
  }
  fs.writeFileSync(
    path.join(place, '_category_.yml'),
    `label: Copy ${copy}\nkey: ${folder}\nlink: {type: doc, id: ${folder}/index}\n`,
  );
}

function edit(file: string, change: (text: string) => string): void {
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}

/** One build, cold where the folder has no caches yet. */
async function build(dir: string, profile: boolean): Promise<Run> {
  const begun = performance.now();
  const child = docusaurus(
    dir,
    ['build'],
    profile ? ['--cpu-prof', '--cpu-prof-dir=profiles'] : [],
  );
  let peak: number | undefined;
  const timer = setInterval(() => {
    peak = Math.max(peak ?? 0, treeMemory(child.pid!) ?? 0) || undefined;
  }, 250);
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  clearInterval(timer);
  if (code !== 0) {
    throw new Error(`The build in ${path.relative(ROOT, dir)} failed.`);
  }
  return {
    seconds: (performance.now() - begun) / 1000,
    ...(peak === undefined ? {} : {'peak MB': peak / 1e6}),
  };
}

function docusaurus(dir: string, args: string[], nodeArgs: string[] = []): ChildProcess {
  return spawn(process.execPath, [...nodeArgs, DOCUSAURUS, ...args], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, NODE_ENV: undefined},
  });
}

/** Resident memory of a process and all below it, in bytes; undefined where the system does not tell (no /proc). */
function treeMemory(root: number): number | undefined {
  if (!fs.existsSync('/proc/self/stat')) {
    return undefined;
  }
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readIfThere(`/proc/${name}/stat`);
    // The command before the last bracket may hold spaces.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) {
      parents.set(Number(name), Number(parent));
    }
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => {
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`) ?? '')?.[1];
    return sum + Number(resident ?? 0) * 1024;
  }, 0);
}

/** Processes end while they are read. */
function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Starts the dev server, opens a page, changes it and its data some times: medians until the browser shows each change. */
async function devFigures(dir: string, port: number): Promise<Figures> {
  console.error('Dev server ...');
  const begun = performance.now();
  const server = docusaurus(dir, [
    'start',
    '--no-open',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
  ]);
  const ended = new Promise<void>((done) => server.on('exit', () => done()));
  try {
    return await inBrowser(async (browser) => {
      const page = await browser.newPage();
      const address = `http://127.0.0.1:${port}${ADDRESS}`;
      while ((await page.goto(address).catch(() => null)) === null) {
        if (server.exitCode !== null) {
          throw new Error('The dev server ended.');
        }
        await sleep(500);
      }
      await page.locator('article').waitFor({timeout: 600_000});
      const start = (performance.now() - begun) / 1000;
      const figures: Figures = {'dev start to page s': start};
      for (const {what, file, change} of CHANGES) {
        const times: number[] = [];
        for (let n = 1; n <= EDITS; n += 1) {
          // What the last change set off must have come to its end.
          await sleep(5000);
          const mark = `Changed ${n} times by the bench in the ${what}`;
          const before = performance.now();
          edit(path.join(dir, file), (text) => change(text, mark));
          await page.getByText(mark).first().waitFor({timeout: 600_000});
          times.push((performance.now() - before) / 1000);
        }
        figures[`dev change of a ${what} s`] = times.sort((a, b) => a - b)[Math.floor(EDITS / 2)];
      }
      return figures;
    });
  } finally {
    server.kill();
    await ended;
  }
}

function countPages(dir: string): number {
  return fs
    .readdirSync(path.join(dir, 'build'), {recursive: true})
    .filter((name) => path.basename(String(name)) === 'index.html').length;
}

function sizeOf(dir: string): number {
  return fs
    .readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** A row a figure, a column a size, and how much the last is of the first. */
function report(results: Record<string, Figures>): string {
  const sizes = Object.keys(results);
  const first = results[sizes[0]!]!;
  const last = results[sizes.at(-1)!]!;
  const show = (value: number | undefined): string =>
    value === undefined ? '' : value >= 100 ? value.toFixed(0) : value.toPrecision(2);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...sizes, 'growth']),
    row(['-', ...sizes.map(() => '-:'), '-:']),
    ...Object.keys(first).map((figure) =>
      row([
        figure,
        ...sizes.map((size) => show(results[size]![figure])),
        first[figure] && last[figure] ? (last[figure] / first[figure]).toFixed(1) : '',
      ]),
    ),
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
