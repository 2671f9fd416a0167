/**
 * The service worker: keeps a copy of the latest edition for reading offline, whole or not at all.
 *
 * - Each build has a cache of its own. It is filled while the build before still serves, from that one's cache where a
 *   file is the same; every file is checked against the manifest. Only a full one takes over. What was loaded before an
 *   interruption is not loaded again.
 * - Pages come from the network while it answers in time, so that corrections reach readers at once; else from the copy.
 * - Files named by their content come from the copy first. A file whose bytes are not what they should be is loaded anew.
 * - Other pages (older editions, studies, posts) are kept when they are read, with what they need.
 */
import {
  COMPLETE,
  EDITION_CACHE,
  hashOf,
  MANIFEST,
  OFFLINE_PAGE,
  READ_CACHE,
  type Failure,
  type OfflineManifest,
  type PageMessage,
  type SavedFile,
  type WorkerMessage,
} from './manifest';

/** Put in by the build. */
declare const BUILD: string;

const worker = self as unknown as ServiceWorkerGlobal;
const scope = new URL(worker.registration.scope);

/** Files loaded at once: the page that is open goes first. */
const AT_ONCE = 3;
/** A page that is not there by then is taken from the copy. */
const PATIENCE_MS = 4000;
/** Pages and files kept from reading besides the latest edition; the oldest go first. */
const MOST_READ = 300;

/** Below the base, in a folder for files named by their content, or one of search's files. */
const HASHED = /^(assets\/|(.*\/)?search-(index|texts)-)/;
const PICTURE = /^img\//;

class Stopped extends Error {
  constructor(readonly reason: Failure) {
    super(reason);
  }
}

const editionCache = (): Promise<Cache> => caches.open(EDITION_CACHE + BUILD);
const readCache = (): Promise<Cache> => caches.open(READ_CACHE + BUILD);
const urlOf = (address: string): string => new URL(address, scope).href;

/** Address below the base; undefined outside of it. */
function addressOf(url: URL): string | undefined {
  return url.origin === scope.origin && url.pathname.startsWith(scope.pathname)
    ? url.pathname.slice(scope.pathname.length)
    : undefined;
}

async function tell(message: WorkerMessage): Promise<void> {
  const pages = await worker.clients.matchAll({type: 'window', includeUncontrolled: true});
  pages.forEach((page) => page.postMessage(message));
}

/** Of this worker's copy, once it is complete. */
let manifest: Promise<OfflineManifest> | undefined;

function savedManifest(): Promise<OfflineManifest> {
  manifest ??= editionCache()
    .then((cache) => cache.match(urlOf(COMPLETE)))
    .then((response) => {
      if (!response) {
        throw new Stopped('interrupted');
      }
      return response.json() as Promise<OfflineManifest>;
    });
  manifest.catch(() => {
    manifest = undefined;
  });
  return manifest;
}

/** Without what spoke of the packed bytes, and of where it came from. */
function responseOf(bytes: ArrayBuffer, {headers}: Response): Response {
  const kept = new Headers(headers);
  kept.delete('content-encoding');
  kept.delete('content-length');
  return new Response(bytes, {headers: kept});
}

/** A file as the manifest has it, from a cache; undefined where there is none, or another. */
async function checked(cache: Cache, {address, hash}: SavedFile): Promise<Response | undefined> {
  const found = await cache.match(urlOf(address));
  if (!found) {
    return undefined;
  }
  const bytes = await found.arrayBuffer();
  return (await hashOf(bytes)) === hash ? responseOf(bytes, found) : undefined;
}

/** A file as the manifest has it, from the network. @throws Stopped */
async function loaded({address, hash}: SavedFile): Promise<Response> {
  let response: Response;
  let bytes: ArrayBuffer;
  try {
    response = await fetch(urlOf(address), {
      cache: HASHED.test(address) ? 'default' : 'no-cache',
      credentials: 'same-origin',
      priority: 'low',
    });
    bytes = await response.arrayBuffer();
  } catch {
    throw new Stopped('interrupted');
  }
  // A file of another build has another hash: the site was changed in the middle.
  if (!response.ok || (await hashOf(bytes)) !== hash) {
    throw new Stopped('interrupted');
  }
  return responseOf(bytes, response);
}

async function keep(cache: Cache, address: string, response: Response): Promise<void> {
  try {
    await cache.put(urlOf(address), response);
  } catch (error) {
    throw new Stopped((error as Error).name === 'QuotaExceededError' ? 'full' : 'refused');
  }
}

/** Fills the cache of this build. @throws Stopped */
async function save(): Promise<void> {
  let text: string;
  try {
    const response = await fetch(urlOf(MANIFEST), {cache: 'no-cache'});
    text = await response.text();
  } catch {
    throw new Stopped('interrupted');
  }
  const wanted = parse(text);
  if (wanted?.build !== BUILD) {
    throw new Stopped('interrupted');
  }
  let cache: Cache;
  let others: Cache[];
  try {
    cache = await editionCache();
    const names = (await caches.keys()).filter(
      (name) => name.startsWith(EDITION_CACHE) && name !== EDITION_CACHE + BUILD,
    );
    others = await Promise.all(names.map((name) => caches.open(name)));
  } catch {
    throw new Stopped('refused');
  }
  const waiting = [...wanted.files];
  let done = 0;
  const one = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      if (!(await checked(cache, file))) {
        await keep(cache, file.address, (await known(others, file)) ?? (await loaded(file)));
      }
      done += 1;
      await tell({type: 'progress', done, of: wanted.files.length});
    }
  };
  try {
    await Promise.all(Array.from({length: AT_ONCE}, one));
  } finally {
    // The others stop too.
    waiting.length = 0;
  }
  await keep(cache, COMPLETE, new Response(text, {headers: {'content-type': 'application/json'}}));
}

function parse(text: string): OfflineManifest | undefined {
  try {
    return JSON.parse(text) as OfflineManifest;
  } catch {
    return undefined;
  }
}

async function known(others: readonly Cache[], file: SavedFile): Promise<Response | undefined> {
  for (const cache of others) {
    const response = await checked(cache, file);
    if (response) {
      return response;
    }
  }
  return undefined;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    save().catch(async (error: unknown) => {
      const reason = error instanceof Stopped ? error.reason : 'interrupted';
      if (reason === 'full') {
        // Half a copy helps nobody, and takes the room.
        await caches.delete(EDITION_CACHE + BUILD).catch(() => false);
      }
      await tell({type: 'failed', reason});
      throw error;
    }),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await takeOverRead();
      const pages = await worker.clients.matchAll({type: 'window', includeUncontrolled: true});
      const names = (await caches.keys()).filter(
        (name) =>
          (name.startsWith(EDITION_CACHE) || name.startsWith(READ_CACHE)) && !name.endsWith(BUILD),
      );
      // Other windows may still show the build before, and need its files: they are kept until the next one.
      const kept = pages.length > 1 ? 2 : 0;
      await Promise.all(names.slice(0, names.length - kept).map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

/** What was read under the build before: the pages anew, with the files that they name now. */
async function takeOverRead(): Promise<void> {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(READ_CACHE) && name !== READ_CACHE + BUILD,
  );
  const last = names.at(-1);
  if (!last) {
    return;
  }
  const [from, to] = [await caches.open(last), await readCache()];
  for (const request of await from.keys()) {
    const address = addressOf(new URL(request.url)) ?? '';
    const page = await from.match(request);
    if (HASHED.test(address) || !page) {
      continue;
    }
    const fresh = await fetch(request.url, {cache: 'no-cache', priority: 'low'}).catch(
      () => undefined,
    );
    try {
      await to.put(request.url, fresh?.ok ? fresh : page);
    } catch {
      return;
    }
  }
}

/** Windows whose page came from the copy. Forgotten when the browser ends the worker, which only costs a notice. */
const fromCopy = new Set<string>();

worker.addEventListener('message', (event) => {
  const message = event.data as PageMessage;
  if (message.type === 'activate') {
    event.waitUntil(worker.skipWaiting());
  } else if (message.type === 'state' && event.source) {
    const {source} = event;
    event.waitUntil(
      savedManifest().then(
        ({build, runtime, edition, size}) =>
          source.postMessage({
            type: 'state',
            build,
            runtime,
            edition,
            size,
            fromCopy: fromCopy.has(source.id),
          } satisfies WorkerMessage),
        // The browser has cleared the copy, for want of room perhaps.
        () => save().catch(() => undefined),
      ),
    );
  }
});

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const url = new URL(request.url);
  const address = addressOf(url);
  if (request.method !== 'GET' || address === undefined || request.headers.has('range')) {
    return;
  }
  // The app reads the text of the next page from that page (src/plugins/lean-client).
  if (request.mode === 'navigate' || address === '' || address.endsWith('/')) {
    event.respondWith(page(event, url, address));
  } else if (HASHED.test(address) || PICTURE.test(address) || address.endsWith('.webmanifest')) {
    event.respondWith(file(event, address));
  }
});

async function fileOf(address: string): Promise<SavedFile | undefined> {
  const {files} = await savedManifest().catch(() => ({files: [] as SavedFile[]}));
  return files.find((one) => one.address === address);
}

/** From the copy: whole, or not at all. */
async function fromEdition(address: string): Promise<Response | undefined> {
  const saved = await fileOf(address);
  return saved && checked(await editionCache(), saved);
}

/** Keeps what was read, with the address alone: the words of a search are no part of it. */
async function keepRead(address: string, response: Response): Promise<void> {
  try {
    const cache = await readCache();
    await cache.put(urlOf(address), response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, keys.length - MOST_READ).map((key) => cache.delete(key)));
  } catch {
    // No room: the site works, this page will not be there offline.
  }
}

async function page(event: FetchEvent, url: URL, address: string): Promise<Response> {
  const network = fetch(event.request).catch(() => undefined);
  const patience = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  const soon = await Promise.race([network, patience]);
  if (soon && soon.status < 500) {
    return read(event, address, soon);
  }
  const copy = (await fromEdition(address)) ?? (await kept(address));
  if (copy) {
    fromCopy.add(event.resultingClientId || event.clientId);
    return copy;
  }
  const led = await ledOn(url, address);
  if (led) {
    return led;
  }
  const late = soon ?? (await network);
  if (late) {
    return late.status < 500 ? read(event, address, late) : late;
  }
  return (await fromEdition(OFFLINE_PAGE)) ?? Response.error();
}

/** A page from the network; kept where it is none of the copy, and mends the copy where that has lost it. */
async function read(event: FetchEvent, address: string, response: Response): Promise<Response> {
  const isPage = response.ok && response.headers.get('content-type')?.startsWith('text/html');
  if (isPage) {
    const copy = response.clone();
    event.waitUntil(
      fromEdition(address).then((saved) => (saved ? undefined : mend(address, copy))),
    );
  }
  return response;
}

/** What was read besides the edition. */
async function kept(address: string): Promise<Response | undefined> {
  try {
    return await (await readCache()).match(urlOf(address));
  } catch {
    return undefined;
  }
}

/** Where a host would lead on: to the folder, and from the pinned addresses of the latest edition to those of /docs/. */
async function ledOn(url: URL, address: string): Promise<Response | undefined> {
  const {pinned} = await savedManifest().catch(() => ({pinned: undefined}));
  let to = address;
  if (pinned && to.startsWith(pinned)) {
    to = `docs/${to.slice(pinned.length)}`;
  }
  if (!to.endsWith('/') && !to.endsWith('.html')) {
    to += '/';
  }
  const exists = to !== address && ((await fileOf(to)) ?? (await kept(to)));
  return exists ? Response.redirect(urlOf(to) + url.search, 302) : undefined;
}

/** A file that pages are made of: from the copy, else the network, and then kept where it belongs. */
async function file(event: FetchEvent, address: string): Promise<Response> {
  const copy = (await fromEdition(address)) ?? (HASHED.test(address) && (await kept(address)));
  if (copy) {
    return copy;
  }
  let response: Response;
  try {
    response = await fetch(event.request);
  } catch (error) {
    const found = await anywhere(address);
    if (found) {
      return found;
    }
    throw error;
  }
  if (response.status === 404 && HASHED.test(address)) {
    // Of a build that the host no longer has, while a window still shows it.
    return (await anywhere(address)) ?? response;
  }
  if (response.ok) {
    const again = response.clone();
    event.waitUntil(mend(address, again));
  }
  return response;
}

async function anywhere(address: string): Promise<Response | undefined> {
  try {
    return await caches.match(urlOf(address));
  } catch {
    return undefined;
  }
}

/** Puts a file of the copy back in its place, and any other with what was read. */
async function mend(address: string, response: Response): Promise<void> {
  const saved = await fileOf(address);
  if (!saved) {
    await keepRead(address, response);
    return;
  }
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) === saved.hash) {
    await keep(await editionCache(), address, responseOf(bytes, response)).catch(() => undefined);
  }
}
