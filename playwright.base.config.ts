import {defineConfig} from '@playwright/test';
import site from './playwright.config';

/** The site below a path (`npm run test:base`); each test has a host of its own, which gives out nothing outside it. */
const {launchOptions, viewport} = site.use!;
export default defineConfig({
  testDir: 'tests/base',
  outputDir: 'test-results/base',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {launchOptions, viewport, serviceWorkers: 'block'},
});
