/** The Chromium of the bench, and the phone that Lighthouse emulates. */
import {findChromium} from '../../src/cli/setup.mjs';
import type {BrowserContextOptions} from '@playwright/test';
import type {Line} from './server';

export function chromium(): string {
  const found = findChromium();
  if (!found) {
    throw new Error('No Chromium found: install one, or name it in CHROMIUM_PATH.');
  }
  return found;
}

export const FLAGS = [
  // Root (in containers) cannot use Chromium's sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Lighthouse's phone. */
export const PHONE: BrowserContextOptions = {
  viewport: {width: 412, height: 823},
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
export const CPU_SLOWDOWN = 4;

/** Lighthouse's slow 4G where it really slows the line: 150 ms by 3.75, 1.6 Mbit/s by 0.9. */
export const SLOW_4G: Line = {latency: 562.5, bytesPerSecond: (1.6e6 * 0.9) / 8};
