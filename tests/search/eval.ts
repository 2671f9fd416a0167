/**
 * `npm run search:eval`: how well search answers the judged queries, next to Pagefind and MiniSearch over the same pages.
 * Needs a build. `--misses` lists the queries of the given set whose page is not among the first three.
 */
import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {parse} from 'yaml';
import {fileAddress} from '../../src/search/addresses';
import {FIRST} from '../../src/search/engine';
import type {IndexFile} from '../../src/search/files';
import {BUILD, builtEngine} from './built';
import {figures, rankOf, type Judged, type Ranked} from './measure';
import {miniSearch, pagefind, rivalPages, type Rival} from './rivals';

const judgedSchema = z.array(
  z.strictObject({
    q: z.string(),
    kind: z.enum(['abbreviation', 'brand', 'lay', 'misspelling', 'spelling variant', 'multi-word']),
    pages: z.array(z.string()).min(1),
  }),
);

const SETS = ['queries.yml', 'second.yml', 'third.yml'];
const LIMIT = 50;

async function main(): Promise<void> {
  const sets = SETS.map((file) => ({
    file,
    queries: judgedSchema.parse(parse(fs.readFileSync(path.join(__dirname, file), 'utf8'))),
  }));
  const {engine, template} = await builtEngine();
  const {base, pages} = editionWith(
    template,
    new Set(sets.flatMap(({queries}) => queries.flatMap((query) => query.pages))),
  );
  console.log(`Edition in ${base}, ${pages.size} pages`);

  const scope = {edition: base, root: '/'};
  await engine.load(scope);
  const slugs = new Map([...pages].map(([slug, address]) => [address, slug]));
  const rivals = rivalPages(BUILD, pages);
  const finder = await pagefind(rivals);
  const contenders: [name: string, search: Rival][] = [
    [
      'this site',
      async (query) =>
        (await engine.full(scope, query, LIMIT)).pages.map(({url}) => slugs.get(url)!),
    ],
    ['Pagefind', finder.search],
    ['MiniSearch', miniSearch(rivals)],
  ];
  try {
    for (const {file, queries} of sets) {
      console.log(`\n${file}: ${queries.length} queries`);
      for (const [name, search] of contenders) {
        const begun = performance.now();
        const answers: Ranked[] = [];
        for (const {q} of queries) {
          answers.push(await search(q));
        }
        const time = (performance.now() - begun) / queries.length;
        report(name, queries, answers, time);
        if (name === 'this site' && file === SETS[0] && process.argv.includes('--misses')) {
          printMisses(queries, answers);
        }
      }
    }
  } finally {
    await finder.close();
  }
}

/** The latest edition where it has all judged pages, else the draft. @returns its pages by slug */
function editionWith(
  template: string,
  wanted: ReadonlySet<string>,
): {base: string; pages: Map<string, string>} {
  const missing: string[] = [];
  for (const base of ['/', '/docs/next/']) {
    const address = path.join(BUILD, fileAddress(template, base, FIRST));
    const [titles] = JSON.parse(fs.readFileSync(address, 'utf8')) as IndexFile;
    const root = base === '/' ? '/docs/' : base;
    const pages = new Map(
      titles!.documents.map(({u}) => [u.slice(root.length).replace(/\/$/, ''), u]),
    );
    const lacking = [...wanted].filter((slug) => !pages.has(slug));
    if (lacking.length === 0) {
      return {base, pages};
    }
    missing.push(`${base} lacks ${lacking.join(', ')}`);
  }
  throw new Error(`No edition has all judged pages:\n${missing.join('\n')}`);
}

function report(name: string, queries: readonly Judged[], answers: Ranked[], time: number): void {
  const kinds = [...new Set(queries.map(({kind}) => kind))].sort();
  const row = (
    label: string,
    part: (query: Judged) => boolean,
  ): Record<string, string | number> => {
    const {
      at1,
      at3,
      at8,
      mrr,
      none,
      queries: n,
    } = figures(
      queries.filter(part),
      answers.filter((_, at) => part(queries[at]!)),
    );
    return {
      what: label,
      queries: n,
      'first %': at1.toFixed(1),
      'in 3 %': at3.toFixed(1),
      'in 8 %': at8.toFixed(1),
      MRR: mrr.toFixed(3),
      'no result': none,
    };
  };
  console.log(`\n${name} (${time.toFixed(1)} ms a query)`);
  console.table([
    row('all', () => true),
    ...kinds.map((kind) => row(kind, (query) => query.kind === kind)),
  ]);
}

/** Of the other sets nobody looks at misses: they would be tuned on. */
function printMisses(queries: readonly Judged[], answers: readonly Ranked[]): void {
  queries.forEach((query, n) => {
    const rank = rankOf(query, answers[n]!);
    if (rank === 0 || rank > 3) {
      console.log(
        `${query.q} | wanted ${query.pages.join(', ')} | rank ${rank || 'none'} | got ${answers[n]!.slice(0, 3).join(', ')}`,
      );
    }
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
