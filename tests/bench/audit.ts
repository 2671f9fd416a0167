/** One visit of Lighthouse: scores, times, and what was loaded before any interaction. */
import {launch} from 'chrome-launcher';
import {chromium, FLAGS} from './browser';
import {kindOf, KINDS} from './kinds';

/** By name of a figure; the same for every site. */
export type Sample = Record<string, number>;

interface NetworkItem {
  url: string;
  resourceType?: string;
  sessionTargetType?: string;
  transferSize: number;
}

/**
 * Lighthouse 12 with its defaults for mobile: slow 4G and a CPU four times slower, both simulated.
 * @param whole also accessibility, best practices and SEO, which do not change from visit to visit
 * @returns scores from 0 to 100, times in ms, sizes in KB (1000 bytes) as they went over the line
 */
export async function audit(url: string, whole: boolean): Promise<Sample> {
  const {default: lighthouse} = await import('lighthouse');
  const browser = await launch({
    chromePath: chromium(),
    chromeFlags: ['--headless=new', ...FLAGS],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(url, {
      port: browser.port,
      logLevel: 'silent',
      onlyCategories: whole
        ? ['performance', 'accessibility', 'best-practices', 'seo']
        : ['performance'],
    });
    const {audits, categories, runtimeError} = result!.lhr;
    if (runtimeError) {
      throw new Error(`${url}: ${runtimeError.message}`);
    }
    const details = audits['network-requests']!.details as unknown as {items: NetworkItem[]};
    const requests = details.items.filter(
      // A service worker fills its cache behind the page, which does not wait for it.
      (item) => item.sessionTargetType !== 'service_worker' && item.url.startsWith('http'),
    );
    const sizes = Object.fromEntries(KINDS.map((kind) => [`${kind} KB`, 0]));
    for (const {resourceType, transferSize} of requests) {
      sizes[`${kindOf(resourceType)} KB`]! += transferSize / 1000;
    }
    return {
      ...Object.fromEntries(
        Object.entries(categories).map(([name, {score}]) => [name, (score ?? 0) * 100]),
      ),
      'LCP ms': audits['largest-contentful-paint']!.numericValue!,
      'FCP ms': audits['first-contentful-paint']!.numericValue!,
      'TBT ms': audits['total-blocking-time']!.numericValue!,
      CLS: audits['cumulative-layout-shift']!.numericValue!,
      'total KB': requests.reduce((sum, {transferSize}) => sum + transferSize / 1000, 0),
      ...sizes,
      requests: requests.length,
    };
  } finally {
    browser.kill();
  }
}
