import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

/** `npm run test:browsers` says which browser, and whether it is Playwright's own build. */
const name = process.env['IMAGE_BUILDS_ENGINE'] === 'webkit' ? 'webkit' : 'firefox';
const isDebians = process.env['IMAGE_BUILDS_FIREFOX'] !== undefined;

export default defineConfig({
  ...base,
  testDir: '..',
  outputDir: '../../test-results/browsers',
  use: {
    ...base.use,
    browserName: name,
    launchOptions: isDebians ? { executablePath: join(import.meta.dirname, 'firefox.mjs') } : {},
    ...(isDebians ? { channel: 'moz-firefox' } : {}),
  },
});
