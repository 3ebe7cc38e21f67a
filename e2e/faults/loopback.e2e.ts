import { createServer } from 'node:http';
import { expect } from '@playwright/test';
import { listen } from '../../src/gateway/exchange/listen.ts';
import { startGateway } from '../support/startGateway.ts';
import { test } from '../support/workerServers.ts';

const WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const headers = { 'content-type': 'text/html' };
  event.respondWith(new Response('<h1>The program before</h1>', { headers }));
});`;
const PAGE = `<script>navigator.serviceWorker.register('/sw.js').then(() =>
  navigator.serviceWorker.ready).then(() => { document.title = 'registered'; });</script>`;

test('gets rid of a service worker that another program left at this address', async ({ page }) => {
  const program = createServer((request, response) => {
    const worker = request.url === '/sw.js';
    response.setHeader('content-type', worker ? 'text/javascript' : 'text/html');
    response.end(worker ? WORKER : PAGE);
  });
  const port = await listen(program, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/`;
  await page.goto(url);
  await expect(page).toHaveTitle('registered');
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'The program before' })).toBeVisible();
  const ended = new Promise((resolve) => program.close(resolve));
  program.closeAllConnections();
  await ended;

  const gateway = await startGateway(['--port', String(port)]);
  // The worker answers once more; then it asks for its own script, as it does at every visit.
  await page.goto(`${url}?status=FAILED`);
  await expect(page.getByLabel('API token')).toBeVisible();
  await expect(page.getByText('The program before')).toHaveCount(0);
  expect(new URL(page.url()).search).toContain('status=FAILED');
  const left = await page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return [registrations.length, navigator.serviceWorker.controller];
  });
  expect(left).toEqual([0, null]);
  await gateway.stop();
});
