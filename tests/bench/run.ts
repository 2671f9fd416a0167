/**
 * `npm run bench`: our site beside the same pages in other tools, in one run, alternating.
 *
 *   npm run bench -- --install                      installs the other tools first (once)
 *   npm run bench -- --build build --rounds 5       takes a built site instead of building it
 *   npm run bench -- --sites ours,docusaurus --pages docs,search --rounds 1 --no-steps
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {audit, type Sample} from './audit';
import {
  inBrowser,
  clickWarm,
  firstSearch,
  firstTap,
  offline,
  secondVisit,
  warmUp,
  type Walk,
} from './interactions';
import {readContent, type Content} from './content';
import {load, machine, summarize, tables, type Samples} from './report';
import {buildRival, install, isInstalled, RIVAL_NAMES, ROOT} from './rivals';
import {serve, type BenchServer} from './server';
import {CONTROLS, type SiteName} from './sites';

const FROM = '/docs/clinical-uses/treatment-resistant-depression/overview/';
const TO = '/docs/clinical-uses/treatment-resistant-depression/intravenous-ketamine/';
const POST = '/blog/elekt-d/';

/** Kinds of pages, and which sites have them. */
const PAGES: Record<string, {path: string; sites: readonly SiteName[]}> = {
  home: {path: '/', sites: ['ours', 'docusaurus', 'vitepress', 'starlight']},
  docs: {path: FROM, sites: ['ours', 'docusaurus', 'vitepress', 'starlight']},
  post: {path: POST, sites: ['ours', 'docusaurus', 'vitepress', 'starlight']},
  studies: {path: '/studies/', sites: ['ours']},
  search: {path: '/search/', sites: ['ours', 'docusaurus']},
};

const STEPS = [clickWarm, firstTap, firstSearch, secondVisit];

async function main(): Promise<void> {
  const {values} = parseArgs({
    allowNegative: true,
    options: {
      build: {type: 'string'},
      install: {type: 'boolean', default: false},
      rounds: {type: 'string', default: '5'},
      sites: {type: 'string', default: Object.keys(CONTROLS).join()},
      pages: {type: 'string', default: Object.keys(PAGES).join()},
      steps: {type: 'boolean', default: true},
      out: {type: 'string', default: path.join(ROOT, 'test-results/bench')},
    },
  });
  const rounds = Number(values.rounds);
  const wanted = values.sites.split(',') as SiteName[];
  const rivals = RIVAL_NAMES.filter((name) => wanted.includes(name));
  if (values.install) {
    rivals.forEach((name) => {
      log(`Installing ${name} ...`);
      install(name);
    });
  }
  const ours = values.build ? path.resolve(values.build) : build();
  const content = readContent(ours);
  const missing = rivals.filter((name) => !isInstalled(name));
  if (missing.length > 0) {
    log(`Without ${missing.join(', ')}: not installed (npm run bench -- --install).`);
  }
  const dirs: [SiteName, string][] = [
    ['ours', ours],
    ...rivals.filter(isInstalled).map((name): [SiteName, string] => {
      log(`Building ${name} ...`);
      return [name, buildRival(name, content)];
    }),
  ];
  const begun = {date: new Date().toISOString(), load: load()};
  const samples = await measure(dirs, content, {
    rounds,
    pages: values.pages.split(','),
    steps: values.steps,
  });
  const names = dirs.map(([name]) => name);
  const where = {
    ...begun,
    'load at the end': load(),
    ...machine(),
    commit: commit(),
    rounds,
    'pages of each site': content.docs.length + content.posts.length + 1,
  };
  const table = [
    Object.entries(where)
      .map(([key, value]) => `${key}: ${value}`)
      .join('; '),
    tables(samples, names),
  ].join('\n\n');
  fs.mkdirSync(values.out, {recursive: true});
  fs.writeFileSync(path.join(values.out, 'bench.md'), `${table}\n`);
  fs.writeFileSync(
    path.join(values.out, 'bench.json'),
    `${JSON.stringify({where, summary: summarize(samples), samples}, undefined, 2)}\n`,
  );
  console.log(table);
  log(`Written to ${path.relative(process.cwd(), values.out)}/bench.md and bench.json`);
}

/** Round by round, page by page, site after site, each round beginning with another site. */
async function measure(
  dirs: readonly [SiteName, string][],
  content: Content,
  {rounds, pages, steps}: {rounds: number; pages: readonly string[]; steps: boolean},
): Promise<Samples> {
  const servers = new Map<SiteName, BenchServer>();
  for (const [name, dir] of dirs) {
    servers.set(name, await serve(dir));
  }
  const names = [...servers.keys()];
  const samples: Samples = {};
  const note = async (page: string, site: string, take: () => Promise<Sample>): Promise<void> => {
    try {
      const sample = await take();
      ((samples[page] ??= {})[site] ??= []).push(sample);
    } catch (error) {
      // One sample less; the table shows how many there are where some are missing.
      log(`No sample of ${page}, ${site}: ${String(error)}`);
    }
  };
  const to = content.docs.find(({path: address}) => address === TO)!;
  const walkOf = (name: SiteName): Walk => ({
    server: servers.get(name)!,
    controls: CONTROLS[name],
    from: FROM,
    to,
  });
  const visits = pages.flatMap((page) => {
    const known = PAGES[page];
    if (!known) {
      throw new Error(`No page ${page}: one of ${Object.keys(PAGES).join(', ')}`);
    }
    return [{page, ...known}];
  });
  try {
    log('Visiting each page once, so that the servers have compressed its files ...');
    for (const name of names) {
      const paths = visits.flatMap(({path: address, sites}) =>
        sites.includes(name) ? [address] : [],
      );
      await inBrowser((browser) => warmUp(browser, walkOf(name), paths));
    }
    for (let round = 0; round < rounds; round += 1) {
      const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
      for (const {page, path: address, sites} of visits) {
        for (const name of order.filter((one) => sites.includes(one))) {
          log(`Round ${round + 1} of ${rounds}: ${page}, ${name}`);
          await note(page, name, () => audit(servers.get(name)!.url + address, round === 0));
        }
      }
      for (const step of steps ? STEPS : []) {
        for (const name of order) {
          log(`Round ${round + 1} of ${rounds}: ${step.name}, ${name}`);
          await note(step.name, name, () => inBrowser((browser) => step(browser, walkOf(name))));
        }
      }
    }
    for (const name of steps ? names : []) {
      await note('offline', name, () => inBrowser((browser) => offline(browser, walkOf(name))));
    }
  } finally {
    await Promise.all([...servers.values()].map((server) => server.close()));
  }
  return samples;
}

function build(): string {
  log('Building our site ...');
  execFileSync(path.join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path.join(ROOT, 'build');
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** Progress goes to standard error, so that the table can be piped. */
function log(message: string): void {
  console.error(message);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
