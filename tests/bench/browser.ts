/** The Chromium of the bench. */
import {findChromium} from '../../src/cli/setup.mjs';

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
