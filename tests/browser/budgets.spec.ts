/** Bytes and requests of a first visit stay within tests/bench/budgets.json: a page does not grow unnoticed. */
import {test as base, expect, type BrowserContext} from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import {kindOf, type Kind} from '../bench/kinds';
import {PHONE} from '../bench/phone';
import {serve, settle, type BenchServer} from '../bench/server';

/** KB are 1000 bytes as they go over the line, brotli and headers included. */
type Limits = Partial<Record<`${Kind | 'total'} KB` | 'requests', number>>;

interface Budget {
  path: string;
  budget: Limits;
  /** What the project wants to come down to; told where it is not reached, not asserted. */
  target?: Limits;
}

const {pages} = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../bench/budgets.json'), 'utf8'),
) as {pages: Record<string, Budget>};

const test = base.extend<object, {server: BenchServer}>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants to see which fixtures are used.
    async ({}, use) => {
      const server = await serve(path.join(__dirname, '../../build'));
      await use(server);
      await server.close();
    },
    {scope: 'worker'},
  ],
});

test.use({...PHONE, serviceWorkers: 'block'});

for (const [name, {path: address, budget, target = {}}] of Object.entries(pages)) {
  test(`${name} loads no more than its budget`, async ({context, server}) => {
    const loaded = await firstVisit(context, server, address);
    const over = overrun(loaded, budget);
    expect(over, `${address} before any interaction:\n${over.join('\n')}`).toEqual([]);
    const still = overrun(loaded, target);
    if (still.length > 0) {
      test.info().annotations.push({type: 'above target', description: still.join('; ')});
    }
  });
}

/** `script: 130.2 KB, 20.2 more than 110 (largest: ...)` */
function overrun({figures, largest}: Visit, limits: Limits): string[] {
  return Object.entries(limits).flatMap(([figure, limit]) => {
    const value = figures[figure] ?? 0;
    const by = Math.round((value - limit) * 10) / 10;
    return by <= 0
      ? []
      : [`${figure}: ${value.toFixed(1)}, ${by} more than ${limit} (largest: ${largest(figure)})`];
  });
}

interface Visit {
  /** By name, as in the budget. */
  figures: Record<string, number>;
  /** Names the three largest files that count for a figure. */
  largest(figure: string): string;
}

/** Loads a page until its network is idle and sums up what came. */
async function firstVisit(
  context: BrowserContext,
  server: BenchServer,
  address: string,
): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const responses = new Map<string, {url: string; kind: Kind; size: number}>();
  session.on('Network.responseReceived', ({requestId, type, response}) => {
    if (response.url.startsWith('http')) {
      responses.set(requestId, {url: response.url, kind: kindOf(type), size: 0});
    }
  });
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    const response = responses.get(requestId);
    if (response) {
      response.size = encodedDataLength / 1000;
    }
  });
  await page.goto(server.url + address, {waitUntil: 'load'});
  await settle(server);
  const all = [...responses.values()].sort((a, b) => b.size - a.size);
  const figures: Record<string, number> = {'total KB': 0, requests: all.length};
  for (const {kind, size} of all) {
    figures['total KB']! += size;
    figures[`${kind} KB`] = (figures[`${kind} KB`] ?? 0) + size;
  }
  return {
    figures,
    largest: (figure) =>
      all
        .filter(
          ({kind}) => figure === `${kind} KB` || figure === 'total KB' || figure === 'requests',
        )
        .slice(0, 3)
        .map((file) => `${new URL(file.url).pathname} ${file.size.toFixed(1)} KB`)
        .join(', '),
  };
}
