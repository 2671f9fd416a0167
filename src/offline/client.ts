/**
 * What a page does about the copy for reading offline. Loaded after the page and idle time (src/client/offline.ts), or
 * with the page about offline reading.
 */
import {
  EDITION_CACHE,
  megabytes,
  OFFLINE_PAGE,
  READ_CACHE,
  WORKER,
  type PageMessage,
  type WorkerMessage,
} from './manifest';
import {hideNotice, showNotice} from './notice';

/** `yes`: asked for; `no`: removed by the reader, and not made again unasked. */
const CHOICE = 'kb-offline';
/** The last thing that was said once, so that it is not said again. */
const SAID = 'kb-offline-said';

export type Saved = Extract<WorkerMessage, {type: 'state'}>;

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it is said, or asked for, again.
  }
}

/** Says something once, not at each visit. Where nothing can be kept it is not said at all. */
function once(what: string, say: () => void): void {
  if (recall(SAID) !== what) {
    remember(SAID, what);
    if (recall(SAID) === what) {
      say();
    }
  }
}

/** What the browser tells of the connection, where it does. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** The reader pays for bytes, or waits long for them: nothing is loaded unasked. */
export function isSparing(
  connection = (navigator as Navigator & {connection?: Connection}).connection,
): boolean {
  return connection?.saveData === true || /(^|-)[23]g$/.test(connection?.effectiveType ?? '');
}

function workers(): ServiceWorkerContainer | undefined {
  // Undefined without a secure context; refused by some private windows.
  try {
    return navigator.serviceWorker as ServiceWorkerContainer | undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes the copy, or keeps it up to date. Rejects where the browser refuses.
 * @param base path of the site, with slashes
 */
export async function saveCopy(base: string): Promise<void> {
  const container = workers();
  if (!container) {
    throw new Error('refused');
  }
  remember(CHOICE, 'yes');
  const registration = await container.register(base + WORKER, {
    scope: base,
    updateViaCache: 'none',
  });
  watch(registration, base);
}

/** Removes the copy and what was read, and remembers that it is not wanted. */
export async function removeCopy(base: string): Promise<void> {
  remember(CHOICE, 'no');
  const registration = await workers()?.getRegistration(base);
  await registration?.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(EDITION_CACHE) || name.startsWith(READ_CACHE)) {
      await caches.delete(name);
    }
  }
}

/** What the worker that serves this page has; undefined where none does, or its copy is gone. */
export function savedCopy(): Promise<Saved | undefined> {
  const container = workers();
  const controller = container?.controller;
  if (!container || !controller) {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const listen = ({data}: MessageEvent<WorkerMessage>): void => {
      if (data.type === 'state') {
        container.removeEventListener('message', listen);
        resolve(data);
      }
    };
    container.addEventListener('message', listen);
    container.startMessages();
    controller.postMessage({type: 'state'} satisfies PageMessage);
  });
}

/** Tells of a newer build that waits. */
function watch(registration: ServiceWorkerRegistration, base: string): void {
  const ready = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) {
      void offer(registration.waiting, base);
    }
  };
  ready();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', ready);
  });
}

async function offer(waiting: ServiceWorker, base: string): Promise<void> {
  // A page that was loaded since is of the newer build already.
  const runtime = document.querySelector<HTMLScriptElement>('script[src*="/runtime~main."]')?.src;
  const newest = await fetch(base, {cache: 'no-cache'})
    .then((response) => response.text())
    .catch(() => '');
  if (runtime && newest.includes(new URL(runtime).pathname)) {
    return;
  }
  showNotice('A newer version of this site is saved on your device.', {
    choices: [
      {
        label: 'Show it now',
        action: () => {
          navigator.serviceWorker.addEventListener('controllerchange', () =>
            window.location.reload(),
          );
          waiting.postMessage({type: 'activate'} satisfies PageMessage);
        },
      },
    ],
  });
}

/**
 * To be called once a page: makes the copy unless that would cost the reader dear or is not wanted, and tells what a
 * reader must know.
 */
export async function start(base: string): Promise<void> {
  const container = workers();
  const more = {label: 'What is saved', href: base + OFFLINE_PAGE};
  container?.addEventListener('message', ({data}: MessageEvent<WorkerMessage>) => {
    if (data.type === 'failed' && data.reason === 'full') {
      once('full', () =>
        showNotice(
          'There is no room on this device to save the reference for reading offline. The site works as before.',
          {link: more},
        ),
      );
    }
  });
  container?.startMessages();

  window.addEventListener('offline', () => void tellOffline(more));
  window.addEventListener('online', hideNotice);
  const saved = await savedCopyInTime();
  if (!navigator.onLine || saved?.fromCopy) {
    await tellOffline(more, saved);
    return;
  }
  const choice = recall(CHOICE);
  const registration = await container?.getRegistration(base).catch(() => undefined);
  if (choice === 'no' || !container || (!registration && choice !== 'yes' && isSparing())) {
    return;
  }
  const isFirst = !registration?.active;
  await saveCopy(base).catch(() => undefined);
  if (isFirst) {
    await container.ready;
    const copy = await controlled(container).then(savedCopy);
    if (copy) {
      once('saved', () =>
        showNotice(
          `Edition ${copy.edition} is saved on this device (${megabytes(copy.size.stored)}): it can be read and searched offline.`,
          {link: more},
        ),
      );
    }
  }
}

/** A worker whose copy is gone does not answer. */
function savedCopyInTime(): Promise<Saved | undefined> {
  return Promise.race([
    savedCopy(),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 3000)),
  ]);
}

function controlled(container: ServiceWorkerContainer): Promise<void> {
  return container.controller
    ? Promise.resolve()
    : new Promise((resolve) =>
        container.addEventListener('controllerchange', () => resolve(), {once: true}),
      );
}

async function tellOffline(link: {label: string; href: string}, known?: Saved): Promise<void> {
  const saved = known ?? (await savedCopyInTime());
  const state = navigator.onLine ? 'The site cannot be reached.' : 'You are offline.';
  showNotice(
    saved
      ? `${state} You are reading the copy of edition ${saved.edition} on this device.`
      : `${state} Only this page can be read.`,
    saved ? {link} : {},
  );
}
