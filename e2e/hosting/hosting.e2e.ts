import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PAGE_HEADERS } from '../../src/gateway/pages/headers.ts';
import { readPageFiles } from '../../src/gateway/pages/pageFiles.ts';
import { findViolations } from '../support/axe.ts';
import { test } from '../support/workerServers.ts';

const FILES = readPageFiles(join(import.meta.dirname, '../../dist/page'));
let server: Server;
let origin = '';
let headers: Readonly<Record<string, string>> = {};

test.beforeAll(async () => {
  // As simple as servers of files are.
  server = createServer(({ url = '' }, response) => {
    const file = FILES.get(url.replace(/^\/builds/, '').replace(/\?.*$/, ''));
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      ...headers,
    });
    response.end(file?.plain);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
test.afterAll(() => void server.close());

test('says before a token is pasted which headers its server leaves out', async ({ page }) => {
  headers = { ...PAGE_HEADERS, 'cache-control': 'no-store' };
  await page.goto(`${origin}/builds/`);
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  const title = page.getByText('This server guards the page badly.');
  await expect(title).toHaveCount(0);
  headers = { 'referrer-policy': 'no-referrer' };
  await page.goto(`${origin}/builds/?status=FAILED`);
  await expect(title).toBeVisible();
  await expect(
    page.getByText(/leaves out Content-Security-Policy, X-Content-Type-Options, .*Cache-Control/),
  ).toBeVisible();
  await expect(page.getByText(/find.* what to set under Hosting in the README/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
});
