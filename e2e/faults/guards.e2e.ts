import { expect, type Page } from '@playwright/test';
import { type FaultServer, startFaultServer } from '../support/faultServer.ts';
import { guard } from '../support/guards.ts';
import { test as base } from '../support/workerServers.ts';

// A page that leaks on purpose: what the guards do not find here they would not find elsewhere.
const test = base.extend<{ server: FaultServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
  server: async ({}, use) => {
    const html = Buffer.from('<!doctype html><title>Leaky</title><link rel="icon" href="/">');
    const server = await startFaultServer(
      (_call, reply) => reply.json({}),
      new Map([['/', { type: 'text/html', cacheControl: 'no-store', plain: html }]]),
    );
    await use(server);
    await server.close();
  },
});

const TOKEN = 'pit_f00dcafe00112233445566778899aabb';

/** Each way out, by the place that the guards name. */
const LEAKS: Record<string, (page: Page) => Promise<unknown>> = {
  document: (page) => page.evaluate((token) => document.body.append(token), TOKEN),
  fields: (page) =>
    page.evaluate((token) => {
      const field = document.createElement('input');
      document.body.append(field);
      field.value = token;
    }, TOKEN),
  address: (page) => page.evaluate((token) => history.replaceState(null, '', `?q=${token}`), TOKEN),
  'past addresses': (page) =>
    page.evaluate((token) => {
      history.replaceState(null, '', `?q=${token}`);
      history.pushState(null, '', '/');
    }, TOKEN),
  history: (page) => page.evaluate((token) => history.replaceState({ token }, ''), TOKEN),
  title: (page) =>
    page.evaluate((token) => {
      document.title = token;
    }, TOKEN),
  'window name': (page) =>
    page.evaluate((token) => {
      window.name = token;
    }, TOKEN),
  cookie: (page) =>
    page.evaluate((token) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the leak that is to be found
      document.cookie = `a=${token}`;
    }, TOKEN),
  localStorage: (page) => page.evaluate((token) => localStorage.setItem('a', token), TOKEN),
  'cache a': (page) =>
    page.evaluate(async (token) => {
      const cache = await caches.open('a');
      await cache.put('/b', new Response(token));
    }, TOKEN),
  'database a': (page) =>
    page.evaluate(
      (token) =>
        new Promise((resolve) => {
          const opening = indexedDB.open('a');
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('b').put({ token }, 'c');
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve(null);
          };
        }),
      TOKEN,
    ),
  'the console': (page) => page.evaluate((token) => console.debug(token), TOKEN),
  'a page error': async (page) => {
    const error = page.context().waitForEvent('weberror');
    await page.evaluate((token) => void setTimeout(() => Promise.reject(new Error(token))), TOKEN);
    await error;
  },
  'the address of a request': (page) => page.evaluate((token) => fetch(`/b?${token}`), TOKEN),
  'a header of a request': (page) =>
    page.evaluate((token) => fetch('/b', { headers: { authorization: token } }), TOKEN),
  'the body of a request': (page) =>
    page.evaluate((token) => fetch('/b', { method: 'POST', body: token }), TOKEN),
  'a download': async (page) => {
    const download = page.waitForEvent('download');
    await page.evaluate((token) => {
      const link = document.createElement('a');
      link.download = 'builds.csv';
      link.href = URL.createObjectURL(new Blob([token]));
      link.click();
    }, TOKEN);
    await download;
  },
  'the clipboard': (page) =>
    page.evaluate((token) => navigator.clipboard.writeText(token).catch(() => {}), TOKEN),
};

for (const [place, leak] of Object.entries(LEAKS)) {
  test(`the canary is found in ${place}`, async ({ page, server }) => {
    const guards = await guard(page, server.origin, TOKEN);
    await page.goto(server.origin);
    await leak(page);
    await guards.inspect();
    expect(guards.problems).toContain(`token in ${place}`);
  });
}

test('the canary is not found where the token belongs', async ({ page, server }) => {
  const guards = await guard(page, server.origin, TOKEN);
  await page.goto(server.origin);
  await page.evaluate(async (token) => {
    await fetch('/api/v1/images/builds', { headers: { authorization: `Bearer ${token}` } });
    sessionStorage.setItem('a', token);
  }, TOKEN);
  await guards.inspect();
  expect(guards.problems).toEqual([]);
});

test('an error, a warning, a rejection and a broken policy are found', async ({ page, server }) => {
  const guards = await guard(page, server.origin);
  await page.goto(server.origin);
  const rejected = page.context().waitForEvent('weberror');
  await page.evaluate(() => {
    console.warn('a warning');
    void fetch('http://127.0.0.1:9/elsewhere').catch(() => {});
    setTimeout(() => Promise.reject(new Error('nobody listens')));
  });
  await rejected;
  const found = guards.problems.join('\n');
  expect(found).toContain('console warning: a warning');
  expect(found).toContain('policy violation: connect-src http://127.0.0.1:9/elsewhere');
  expect(found).toContain('page error: nobody listens');
});
