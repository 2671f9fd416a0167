/** The phone that Lighthouse emulates, for what Lighthouse does not measure. */
import type {BrowserContextOptions} from '@playwright/test';
import type {Line} from './server';

export const PHONE: BrowserContextOptions = {
  viewport: {width: 412, height: 823},
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
export const CPU_SLOWDOWN = 4;

/** Lighthouse's slow 4G where it really slows the line: 150 ms by 3.75, 1.6 Mbit/s by 0.9. */
export const SLOW_4G: Line = {latency: 562.5, bytesPerSecond: (1.6e6 * 0.9) / 8};
