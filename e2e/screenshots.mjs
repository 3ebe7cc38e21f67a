// Makes the pictures of the README from the demo data: node e2e/screenshots.mjs (after a build).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './findBrowser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'pictures');
mkdirSync(folder, { recursive: true });

const server = spawn(process.execPath, [join(here, '../dist/server/main.js'), '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve) => {
  createInterface({ input: server.stdout }).on('line', (line) => {
    const found = line.match(/http:\/\/[\w.:-]+/);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({
      colorScheme,
      viewport: { width: 1280, height: 760 },
      locale: 'en-GB',
    });
    page.setDefaultTimeout(30_000);
    await page.goto(`${url}/?status=FAILED`);
    await page.getByRole('textbox', { name: 'API token' }).fill('demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('complete', { exact: true }).waitFor();
    await page
      .getByRole('button', { name: /^Show artifacts of/ })
      .nth(1)
      .click();
    await page.getByRole('table', { name: /^Artifacts of/ }).waitFor();
    await page.screenshot({ path: join(folder, `builds-${colorScheme}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
}
