/**
 * `npm run load`: serving under load. A real nginx with the configuration that the build wrote serves the latest edition
 * on loopback; wrk asks for its pages over many connections. Then again, and in the middle nginx is killed and started
 * anew, while a reader in Chromium, who has visited once, reads on. Prints what was measured; fails where the first run
 * has an error or the reader is stopped. Bounded in connections and time.
 */
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import zlib from 'node:zlib';
import {chromium} from '@playwright/test';
import type {OfflineManifest} from '../../src/offline/manifest';
import {freePort, startNginx, type NginxSettings} from '../helpers/nginx';

const MOST_SECONDS = 120;
const MOST_CONNECTIONS = 1000;

export interface LoadResult {
  requestsPerSecond: number;
  transferPerSecond: string;
  p99: string;
  /** Connections that broke, and answers that were not 2xx. */
  errors: number;
}

/** What wrk prints. */
export function parseWrk(output: string): LoadResult {
  const number = (pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? 0);
  const sockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    output,
  );
  return {
    requestsPerSecond: number(/Requests\/sec:\s+([\d.]+)/),
    transferPerSecond: /Transfer\/sec:\s+(\S+)/.exec(output)?.[1] ?? '',
    p99: /^\s+99%\s+(\S+)/m.exec(output)?.[1] ?? '',
    errors:
      (sockets?.slice(1) ?? []).reduce((sum, n) => sum + Number(n), 0) +
      number(/Non-2xx or 3xx responses: (\d+)/),
  };
}

/** The files of the latest edition, with packed copies, in a folder of their own. @returns it and its pages' addresses */
function prepare(build: string): {root: string; addresses: string[]} {
  const manifest = JSON.parse(
    fs.readFileSync(path.join(build, 'offline.json'), 'utf8'),
  ) as OfflineManifest;
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'load-'));
  const files = manifest.files.map(({address}) =>
    address === '' || address.endsWith('/') ? `${address}index.html` : address,
  );
  for (const file of [...files, 'offline.json', 'sw.js']) {
    const target = path.join(root, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.copyFileSync(path.join(build, file), target);
    if (/\.(html|js|css|json|svg)$/.test(file)) {
      fs.writeFileSync(`${target}.gz`, zlib.gzipSync(fs.readFileSync(target)));
    }
  }
  const addresses = manifest.files.flatMap(({address, title}) =>
    title === undefined ? [] : [`/${address}`],
  );
  return {root, addresses};
}

/** wrk asks for the pages in turn, as a browser that takes gzip. */
function script(addresses: readonly string[]): string {
  return [
    `local addresses = {${addresses.map((address) => JSON.stringify(address)).join(', ')}}`,
    'local n = 0',
    'request = function()',
    '  n = n % #addresses + 1',
    '  return wrk.format("GET", addresses[n], {["Accept-Encoding"] = "gzip"})',
    'end',
    '',
  ].join('\n');
}

function wrk(
  origin: string,
  lua: string,
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const child = spawn(
    'wrk',
    ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', lua, origin],
    {stdio: ['ignore', 'pipe', 'inherit']},
  );
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(parseWrk(output)) : reject(new Error(`wrk ended with ${code}`)),
    );
  });
}

function print(name: string, result: LoadResult): void {
  console.log(
    `${name}: ${Math.round(result.requestsPerSecond)} requests/s, ${result.transferPerSecond}/s, p99 ${result.p99}, ${result.errors} errors`,
  );
}

/** A reader visits once, then reads on while nginx is killed and started anew. @returns the load's result @throws where the reader is stopped */
async function readOn(
  origin: string,
  stop: () => Promise<void>,
  begin: () => Promise<void>,
  load: () => Promise<LoadResult>,
): Promise<LoadResult> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${origin}/docs/`);
    await page
      .locator('#kb-offline', {hasText: 'is saved on this device'})
      .waitFor({timeout: 120_000});
    const running = load();
    await sleep(1000);
    await stop();
    console.log('nginx killed');
    await page
      .getByRole('navigation', {name: 'Docs sidebar'})
      .getByRole('link', {name: 'Key points'})
      .click();
    await page.locator('main h1', {hasText: 'Key points'}).waitFor();
    console.log('reader: went on to another page by a link');
    await page.goto(`${origin}/docs/safety/overview/`);
    await page.locator('main h1').waitFor();
    await page.reload();
    await page.locator('main h1').waitFor();
    console.log('reader: opened a page by its address, and reloaded it');
    await begin();
    console.log('nginx started anew');
    const response = await page.goto(`${origin}/docs/safety/monitoring/`);
    await page.locator('main h1').waitFor();
    console.log(`reader: reads on (${response?.status()})`);
    return await running;
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      seconds: {type: 'string', default: '30'},
      connections: {type: 'string', default: '200'},
      build: {type: 'string', default: 'build'},
    },
  });
  const seconds = Math.min(Number(values.seconds), MOST_SECONDS);
  const connections = Math.min(Number(values.connections), MOST_CONNECTIONS);
  if (spawnSync('wrk', ['--version']).error) {
    throw new Error('No wrk found, which makes the load. Install it: `apt-get install wrk`.');
  }
  const {root, addresses} = prepare(values.build);
  const lua = path.join(root, '..', `${path.basename(root)}.lua`);
  fs.writeFileSync(lua, script(addresses));
  const settings: NginxSettings = {
    configuration: fs.readFileSync(`${path.resolve(values.build)}-nginx.conf`, 'utf8'),
    root,
    port: await freePort(),
    workers: os.cpus().length,
  };
  let nginx = await startNginx(settings);
  const {origin} = nginx;
  console.log(
    `${os.cpus().length} cores, load ${os.loadavg()[0]!.toFixed(1)} before; ${connections} connections, ${seconds} s, ${addresses.length} pages, gzip`,
  );
  try {
    const steady = await wrk(origin, lua, connections, seconds);
    print('steady', steady);
    const broken = await readOn(
      origin,
      () => nginx.stop('SIGKILL'),
      async () => void (nginx = await startNginx(settings)),
      () => wrk(origin, lua, connections, seconds),
    );
    print('killed and restarted', broken);
    console.log('Errors of the second run are requests made while nginx was down.');
    process.exitCode = steady.errors === 0 ? 0 : 1;
  } finally {
    await nginx.stop();
    fs.rmSync(root, {recursive: true, force: true});
    fs.rmSync(lua, {force: true});
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  });
}
