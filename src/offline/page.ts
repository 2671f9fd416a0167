/** Brings the page about offline reading to life: what is saved, and the choice. It also stands where a page is missing. */
import {isSparing, removeCopy, saveCopy, savedCopy, start} from './client';
import {
  EDITION_CACHE,
  MANIFEST,
  megabytes,
  OFFLINE_PAGE,
  READ_CACHE,
  type OfflineManifest,
  type WorkerMessage,
} from './manifest';

/** This script lies in assets/offline/. */
const base = new URL('../../', (document.currentScript as HTMLScriptElement).src).pathname;

/** How often a page that is missing is asked for. */
const AGAIN_MS = 5000;

function part(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-offline="${name}"]`)!;
}

function say(text: string): void {
  part('status').textContent = text;
}

function button(label: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button button--primary';
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}

function links(pages: readonly {href: string; title: string}[]): HTMLElement {
  const list = document.createElement('ul');
  for (const {href, title} of pages) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = href;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
  return list;
}

function manifestOf(response: Response | undefined): Promise<OfflineManifest | undefined> {
  return response?.ok
    ? (response.json() as Promise<OfflineManifest>).catch(() => undefined)
    : Promise.resolve(undefined);
}

/** Of the copy on the device. */
async function savedManifest(build: string): Promise<OfflineManifest | undefined> {
  const cache = await caches.open(EDITION_CACHE + build);
  return manifestOf(await cache.match(new URL(`${base}.complete`, location.href).href));
}

async function showSaved(build: string, edition: string): Promise<void> {
  const manifest = await savedManifest(build);
  const pages = (manifest?.files ?? []).flatMap(({address, title}) =>
    title === undefined ? [] : [{href: base + address, title}],
  );
  const cache = await caches.open(READ_CACHE + build);
  const read: {href: string; title: string}[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (response?.headers.get('content-type')?.startsWith('text/html')) {
      const text = await response.text();
      const title = new DOMParser().parseFromString(text, 'text/html').title;
      read.push({href: new URL(request.url).pathname, title: title.replace(/ \| [^|]*$/, '')});
    }
  }
  const heading = (text: string): HTMLElement =>
    Object.assign(document.createElement('h2'), {textContent: text});
  part('list').replaceChildren(
    heading(`Saved: edition ${edition}`),
    links(pages),
    ...(read.length > 0 ? [heading('Saved because you read them'), links(read)] : []),
  );
}

async function show(): Promise<void> {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined') {
    say(
      'This browser does not let the site keep anything on your device, so it cannot be read offline here.',
    );
    return;
  }
  try {
    // Where storage is refused this throws, and nothing else tells.
    await caches.keys();
  } catch {
    say(
      'Your browser refuses to keep anything for this site (a private window, or a setting), so it cannot be read offline here. The site works as before.',
    );
    return;
  }
  const saved = await savedCopy();
  if (saved) {
    say(
      `Edition ${saved.edition} is saved on this device and takes ${megabytes(saved.size.stored)}. It can be read and searched offline.`,
    );
    part('choice').replaceChildren(
      button('Remove it from this device', () => {
        void removeCopy(base).then(() => {
          part('list').replaceChildren();
          part('choice').replaceChildren(button('Save it again', () => void save()));
          say('Removed. Nothing will be saved again unless you ask for it here.');
        });
      }),
    );
    await showSaved(saved.build, saved.edition);
    return;
  }
  const manifest = await manifestOf(
    await fetch(base + MANIFEST, {cache: 'no-cache'}).catch(() => undefined),
  );
  const size = manifest
    ? ` It takes about ${megabytes(manifest.size.download)} to load and ${megabytes(manifest.size.stored)} on the device.`
    : '';
  say(
    `Nothing is saved on this device yet.${size}${isSparing() ? ' Your connection is slow or set to save data, so it is not saved unasked.' : ''}`,
  );
  part('choice').replaceChildren(
    button('Save the latest edition for reading offline', () => void save()),
  );
}

async function save(): Promise<void> {
  part('choice').replaceChildren();
  say('Saving …');
  try {
    await saveCopy(base);
  } catch {
    say('Your browser refuses to keep anything for this site. The site works as before.');
  }
}

function listen(): void {
  navigator.serviceWorker?.addEventListener('message', ({data}: MessageEvent<WorkerMessage>) => {
    if (data.type === 'progress' && !navigator.serviceWorker.controller) {
      // Not for each file: screen readers read it out.
      const tenth = Math.floor((10 * data.done) / data.of);
      if (tenth > Math.floor((10 * (data.done - 1)) / data.of)) {
        say(`Saving: ${tenth * 10}%`);
      }
    } else if (data.type === 'failed' && !navigator.serviceWorker.controller) {
      say(
        {
          full: 'There is no room on this device. Nothing was saved, and the site works as before.',
          refused: 'Your browser refuses to keep anything for this site. The site works as before.',
          interrupted:
            'Saving was interrupted. It goes on where it stopped at your next visit, or when you press the button.',
        }[data.reason],
      );
      part('choice').replaceChildren(button('Try again', () => void save()));
    }
  });
  navigator.serviceWorker?.addEventListener('controllerchange', () => void show());
}

/** Stands in place of a page that is not saved. */
function standIn(): void {
  const heading = document.querySelector('main h1')!;
  heading.textContent = 'This page is not saved on this device';
  document.title = heading.textContent;
  const text = part('intro');
  const address = document.createElement('code');
  address.textContent = location.pathname;
  text.replaceChildren(
    'The site cannot be reached, and ',
    address,
    ' is not among what is saved here, or its saved copy is damaged. It opens by itself when you are online again.',
  );
  part('again').replaceChildren(button('Try again', () => location.reload()));
  const openWhenThere = (): void => {
    // Past the worker, which answers for pages only.
    fetch(location.href, {method: 'HEAD', cache: 'no-store'}).then(
      ({status}) => status < 500 && location.reload(),
      () => undefined,
    );
  };
  window.addEventListener('online', openWhenThere);
  setInterval(openWhenThere, AGAIN_MS);
}

const isStandIn = location.pathname !== base + OFFLINE_PAGE;
if (isStandIn) {
  standIn();
}
listen();
void show().then(() => (isStandIn ? undefined : start(base)));
