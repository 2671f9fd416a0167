import {defineConfig} from '@playwright/test';

/** Another port lets two checkouts run their tests side by side. */
const PORT = Number(process.env.SITE_TEST_PORT ?? 3210);

/** Browser tests run the built site (`npm run build` first; `npm test` does both). */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  // A loaded machine may be slow once; a test that passed on the second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['line'],
    [
      'json',
      {outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/playwright.json'},
    ],
  ],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: {width: 1280, height: 900},
    // Tests of other things meet the site as at a first visit; offline.spec.ts allows them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        // Root (in containers) cannot use Chromium's sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `npx docusaurus serve --no-open --port ${PORT}`,
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
