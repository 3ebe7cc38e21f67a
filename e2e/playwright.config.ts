import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS } from './browserFlags.mjs';

/** A test lives for seconds: what is compiled a second and third time is hardly run. */
const BRIEF = ['--js-flags=--no-maglev --no-opt'];

/** The built page behind the real gateway, in Chromium; `npm test` says which browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  // `npm test` looks for an nginx, and says so where there is none.
  testIgnore: process.env['IMAGE_BUILDS_NGINX'] ? [] : ['**/nginx.e2e.ts'],
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Most of a test is waiting for the page: two are run at a time for each of two processors.
  workers: Math.max(4, Math.floor(availableParallelism() / 2)),
  // Limits against hanging, not measures: a shared machine may be busy.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: process.env['CI'] ? 'line' : 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      ...(process.env['IMAGE_BUILDS_BROWSER'] && {
        executablePath: process.env['IMAGE_BUILDS_BROWSER'],
      }),
      args: [...BROWSER_FLAGS, ...BRIEF],
    },
  },
});
