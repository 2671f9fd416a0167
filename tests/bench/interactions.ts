/** What a reader does after a page has loaded, timed in the page itself from the event to the frame that shows it. */
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import {chromium, FLAGS} from './browser';
import {CPU_SLOWDOWN, PHONE, SLOW_4G} from './phone';
import type {Sample} from './audit';
import {QUIET, settle, type BenchServer} from './server';
import type {SiteControls} from './sites';

export interface Walk {
  server: BenchServer;
  controls: SiteControls;
  /** Where the reader begins. */
  from: string;
  /** A page of the same section of the sidebar. */
  to: {path: string; title: string};
}

/** Words that pages of every site have. */
const QUERY = 'bladder';
/** In ms: to compress the largest index for the first time takes a minute on a busy machine. */
const PATIENCE = 180_000;
/** How long a site may take to begin a service worker, in ms. */
const WORKER = 20_000;

/** Starts a Chromium for one sample and ends it. */
export async function inBrowser<T>(task: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await playwright.launch({executablePath: chromium(), args: FLAGS});
  try {
    return await task(browser);
  } finally {
    await browser.close();
  }
}

/** From a click in the sidebar to the next page's text, in a wide window, both pages seen before. */
export async function clickWarm(browser: Browser, walk: Walk): Promise<Sample> {
  const context = await browser.newContext({viewport: {width: 1350, height: 940}});
  const page = await newPage(context);
  await page.goto(walk.server.url + walk.to.path, {waitUntil: 'load'});
  await settle(walk.server);
  await page.goto(walk.server.url + walk.from, {waitUntil: 'load'});
  await settle(walk.server);
  const time = await timeToText(page, walk, () => sidebarLink(page, walk).click());
  await context.close();
  return {'click to text ms': time};
}

/**
 * A reader with a phone who has never been here: opens the menu as soon as the page has loaded, then goes to the next
 * page.
 */
export async function firstTap(browser: Browser, walk: Walk): Promise<Sample> {
  return onPhone(browser, walk, async (page) => {
    await page.goto(walk.server.url + walk.from, {waitUntil: 'load'});
    let taps = 0;
    let open: number | undefined;
    do {
      await page.locator(walk.controls.menu).tap();
      taps += 1;
      // A tap that came before the page could answer is lost: the reader taps again.
      open = await menuOpen(page, walk);
    } while (open === undefined && taps < 5);
    if (open === undefined) {
      throw new Error(`${walk.controls.menu} does not open the menu of ${page.url()}`);
    }
    await page.waitForTimeout(500);
    const paint = await page.evaluate(() => Math.max(0, ...window.bench.interactions));
    const text = await timeToText(page, walk, () => sidebarLink(page, walk).tap());
    return {
      'first tap to next paint ms': paint,
      'first tap to open menu ms': open,
      'taps until the menu opened': taps,
      'tap to text, phone ms': text,
    };
  });
}

/** From the tap on the search field to the first result, on a phone that has not searched yet. */
export async function firstSearch(browser: Browser, walk: Walk): Promise<Sample> {
  return onPhone(browser, walk, async (page) => {
    await page.goto(walk.server.url + walk.from, {waitUntil: 'load'});
    await settle(walk.server);
    const before = walk.server.sent.bytes;
    await page.evaluate(() => (window.bench.begun = undefined));
    await search(page, walk);
    const time = await page.evaluate(() => performance.now() - window.bench.begun!);
    return {
      'first search result ms': time,
      'first search KB': (walk.server.sent.bytes - before) / 1000,
    };
  });
}

async function search(page: Page, {controls}: Walk): Promise<void> {
  const {searchButton, searchField, searchResult} = controls;
  await page
    .locator(searchButton ?? searchField)
    .first()
    .tap();
  await page.locator(searchField).first().fill(QUERY);
  await page.locator(searchResult).first().waitFor();
}

/** Visits pages and searches once, so that the server has compressed all files of what will be measured. */
export async function warmUp(
  browser: Browser,
  walk: Walk,
  paths: readonly string[],
): Promise<void> {
  const context = await browser.newContext(PHONE);
  const page = await newPage(context);
  for (const path of [...paths, walk.to.path, walk.from]) {
    await page.goto(walk.server.url + path, {waitUntil: 'load'});
    await settle(walk.server);
  }
  await search(page, walk);
  await settle(walk.server);
  await context.close();
}

/** The same page again in the same browser: what still comes over the line, and when its text is there. */
export async function secondVisit(browser: Browser, walk: Walk): Promise<Sample> {
  return onPhone(browser, walk, async (page) => {
    // The first visit needs no slow line.
    walk.server.line = undefined;
    await page.goto(walk.server.url + walk.from, {waitUntil: 'load'});
    await settle(walk.server);
    await page.goto('about:blank');
    walk.server.line = SLOW_4G;
    const before = {...walk.server.sent};
    await page.goto(walk.server.url + walk.from, {waitUntil: 'load'});
    await settle(walk.server);
    const lcp = await page.evaluate(() => window.bench.lcp);
    return {
      'second visit KB': (walk.server.sent.bytes - before.bytes) / 1000,
      'second visit requests': walk.server.sent.requests - before.requests,
      'second visit LCP ms': lcp,
    };
  });
}

/** After one visit, the server gone: 1 where the same page, and a page not yet visited, can still be read. */
export async function offline(browser: Browser, walk: Walk): Promise<Sample> {
  const context = await browser.newContext(PHONE);
  const page = await newPage(context);
  await page.goto(walk.server.url + walk.from, {waitUntil: 'load'});
  await page.evaluate(
    (patience) =>
      Promise.race([
        navigator.serviceWorker?.ready,
        new Promise((done) => setTimeout(done, patience)),
      ]).then(() => undefined),
    WORKER,
  );
  await settle(walk.server, 3 * QUIET);
  walk.server.offline = true;
  try {
    const readable = async (path: string): Promise<number> => {
      const response = await page.goto(walk.server.url + path).catch(() => null);
      const text = await page
        .locator('main')
        .first()
        .innerText({timeout: 5000})
        .catch(() => '');
      return response?.ok() && text.length > 1000 ? 1 : 0;
    };
    return {
      'offline: same page': await readable(walk.from),
      'offline: another page': await readable(walk.to.path),
    };
  } finally {
    walk.server.offline = false;
    await context.close();
  }
}

async function onPhone(
  browser: Browser,
  {server}: Walk,
  task: (page: Page) => Promise<Sample>,
): Promise<Sample> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await newPage(context);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
    server.line = SLOW_4G;
    return await task(page);
  } finally {
    server.line = undefined;
    await context.close();
  }
}

declare global {
  interface Window {
    bench: {
      /** When the first press since the page loaded, or since it was unset, happened. */
      begun?: number;
      interactions: number[];
      lcp: number;
    };
  }
}

/** A page that notes presses, interactions, its largest paint, and the frame that shows a text waited for. */
async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  // tsx wraps named functions in a helper of this name, which a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(() => {
    if (!location.protocol.startsWith('http')) {
      return;
    }
    const bench: Window['bench'] = {interactions: [], lcp: 0};
    window.bench = bench;
    const watch = (type: string, entry: (one: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(entry)).observe({
        type,
        buffered: true,
        durationThreshold: 16,
      } as PerformanceObserverInit);
    watch('largest-contentful-paint', ({startTime}) => (bench.lcp = startTime));
    watch('event', (one) => {
      if ((one as PerformanceEntry & {interactionId: number}).interactionId > 0) {
        bench.interactions.push(one.duration);
      }
    });
    addEventListener('pointerdown', ({timeStamp}) => (bench.begun ??= timeStamp), true);
    addEventListener(
      'click',
      ({timeStamp}) => {
        if (sessionStorage.getItem('bench-title')) {
          sessionStorage.setItem('bench-click', String(performance.timeOrigin + timeStamp));
        }
      },
      true,
    );
    // The next page may be a new document or the same: both keep the session's storage.
    const look = (): void => {
      const title = sessionStorage.getItem('bench-title');
      const isThere =
        title !== null &&
        sessionStorage.getItem('bench-click') !== null &&
        document.querySelector('h1')?.textContent?.trim().startsWith(title) &&
        (document.querySelector('main')?.textContent ?? '').length > 1000;
      if (isThere) {
        // A task after this frame runs once the frame has been painted.
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.timeOrigin + performance.now();
          sessionStorage.setItem(
            'bench-time',
            String(now - Number(sessionStorage.getItem('bench-click'))),
          );
          sessionStorage.removeItem('bench-title');
          requestAnimationFrame(look);
        };
        port2.postMessage(undefined);
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
  return page;
}

/** @param press clicks or taps the link @returns milliseconds from the click to the frame with the text of `to` */
async function timeToText(page: Page, {to}: Walk, press: () => Promise<void>): Promise<number> {
  await page.evaluate((title) => {
    sessionStorage.removeItem('bench-click');
    sessionStorage.removeItem('bench-time');
    sessionStorage.setItem('bench-title', title);
  }, to.title);
  await press();
  await page.waitForURL(`**${to.path}`, {waitUntil: 'commit'});
  const time = await page.waitForFunction(() => sessionStorage.getItem('bench-time'));
  return Number(await time.jsonValue());
}

function sidebarLink(page: Page, {controls, to}: Walk): ReturnType<Page['locator']> {
  return page
    .locator(controls.sidebar)
    .locator(`a[href="${to.path}"]`)
    .filter({visible: true})
    .first();
}

/**
 * Waits up to two seconds until a link of the menu has slid into the window.
 * @returns milliseconds from the first press, undefined where the menu stays shut
 */
async function menuOpen(page: Page, {controls, to}: Walk): Promise<number | undefined> {
  const selector = controls.sidebar
    .split(', ')
    .map((sidebar) => `${sidebar} a[href="${to.path}"]`)
    .join(', ');
  return page.evaluate(
    (links) =>
      new Promise<number | undefined>((done) => {
        const deadline = performance.now() + 2000;
        const look = (): void => {
          const isOpen = [...document.querySelectorAll(links)].some((link) => {
            const {left, right, width} = link.getBoundingClientRect();
            const isShown = link.checkVisibility({opacityProperty: true, visibilityProperty: true});
            return isShown && width > 0 && left >= 0 && right <= innerWidth;
          });
          if (isOpen || performance.now() > deadline) {
            done(isOpen ? performance.now() - window.bench.begun! : undefined);
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      }),
    selector,
  );
}
