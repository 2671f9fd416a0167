/**
 * The static server of the bench and of the budgets, the same for every site: brotli of the highest level, hashed files
 * cached for ever, HTML asked for again each time. Files are pressed once and kept in memory, so a first visit is slower
 * than the next: visit a page before you measure it.
 */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';

export interface Line {
  /** Milliseconds before a response begins. */
  latency: number;
  /** Shared by all responses. */
  bytesPerSecond: number;
}

export interface BenchServer {
  /** Without a slash at its end. */
  url: string;
  /** Bodies sent so far, as they went over the line. */
  sent: {bytes: number; requests: number};
  /** Responses that have not ended. */
  busy: number;
  /** A slow line between server and browser, for pages and their workers alike; undefined for a fast one. */
  line?: Line;
  /** While true, the server does not answer. */
  offline: boolean;
  close(): Promise<void>;
}

interface File {
  body: Buffer;
  headers: http.OutgoingHttpHeaders;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const COMPRESSED = /^(text|application)\/|svg/;
const HASHED = /^\/(assets|_astro)\/|[.-][0-9a-f]{8,}\.\w+$/;
const NOT_FOUND: File = {
  body: Buffer.from('Not found'),
  headers: {'content-type': 'text/plain; charset=utf-8'},
};
/** How long nothing comes before a page counts as done, in ms. */
export const QUIET = 2000;
const CHUNK = 16 * 1024;
const compress = promisify(brotliCompress);

/** Serves a folder on loopback. @param port a free one where none is given */
export async function serve(dir: string, port = 0): Promise<BenchServer> {
  const files = new Map<string, Promise<File>>();
  // When the slow line has sent what it was given so far.
  let free = 0;

  const read = (address: string): Promise<File> => {
    const known = files.get(address);
    if (known) {
      return known;
    }
    const file = load(dir, address);
    files.set(address, file);
    return file;
  };

  const answer = async (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> => {
    const address = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
    const found = locate(dir, address);
    if (found === undefined && isFolder(dir, address)) {
      response.writeHead(301, {location: `${address}/`}).end();
      return;
    }
    const {body, headers} = await read(found ?? '/404.html').catch(() => NOT_FOUND);
    const {line} = server;
    if (line) {
      await sleep(line.latency);
    }
    server.sent.requests += 1;
    if (found !== undefined && request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(found === undefined ? 404 : 200, {
      ...headers,
      'content-length': body.length,
    });
    for (let at = 0; at < body.length && !response.destroyed; at += CHUNK) {
      const chunk = body.subarray(at, at + CHUNK);
      if (line) {
        free = Math.max(free, performance.now()) + (chunk.length / line.bytesPerSecond) * 1000;
        await sleep(free - performance.now());
      }
      server.sent.bytes += chunk.length;
      response.write(chunk);
    }
    response.end();
  };

  const listener = http.createServer((request, response) => {
    if (server.offline) {
      request.socket.destroy();
      return;
    }
    server.busy += 1;
    answer(request, response)
      .catch(() => request.socket.destroy())
      .finally(() => (server.busy -= 1));
  });
  await new Promise<void>((done) => listener.listen(port, '127.0.0.1', done));
  const server: BenchServer = {
    url: `http://localhost:${(listener.address() as AddressInfo).port}`,
    sent: {bytes: 0, requests: 0},
    busy: 0,
    offline: false,
    close: async () => {
      listener.closeAllConnections();
      await new Promise((done) => listener.close(done));
    },
  };
  return server;
}

/** Waits until nothing has been asked for or sent for a while. @param quiet in ms */
export async function settle(server: BenchServer, quiet = QUIET): Promise<void> {
  const deadline = performance.now() + 60_000;
  let last = {...server.sent};
  let since = performance.now();
  while (performance.now() - since < quiet && performance.now() < deadline) {
    await sleep(100);
    const {bytes, requests} = server.sent;
    if (server.busy > 0 || bytes !== last.bytes || requests !== last.requests) {
      last = {bytes, requests};
      since = performance.now();
    }
  }
}

/** @returns the address of the file that answers, undefined where there is none */
function locate(dir: string, address: string): string | undefined {
  const candidate = address.endsWith('/') ? `${address}index.html` : address;
  const file = path.join(dir, path.posix.normalize(candidate));
  return fs.statSync(file, {throwIfNoEntry: false})?.isFile() ? candidate : undefined;
}

function isFolder(dir: string, address: string): boolean {
  const place = path.join(dir, path.posix.normalize(address));
  return Boolean(fs.statSync(place, {throwIfNoEntry: false})?.isDirectory());
}

async function load(dir: string, address: string): Promise<File> {
  const raw = await fs.promises.readFile(path.join(dir, path.posix.normalize(address)));
  const type = TYPES[path.extname(address)] ?? 'application/octet-stream';
  const isText = COMPRESSED.test(type) && !type.includes('octet-stream');
  return {
    body: isText
      ? await compress(raw, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
          },
        })
      : raw,
    headers: {
      'content-type': type,
      ...(isText ? {'content-encoding': 'br'} : {}),
      etag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
      'cache-control': HASHED.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  };
}
