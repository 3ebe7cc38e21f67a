import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { DATA_HEADERS, PAGE_HEADERS } from '../../src/gateway/pages/headers.ts';
import { makeBuilds } from '../../src/local-api/makeBuilds.ts';
import { startLocalApi } from '../../src/local-api/startLocalApi.ts';
import { startGateway } from '../support/startGateway.ts';
import { test } from '../support/workerServers.ts';
import { type RunningNginx, startNginx } from './startNginx.ts';

const PAGE = join(import.meta.dirname, '../../dist/page');
const TOKEN = 'pit_behind_nginx_0123456789abcdef';
const ALLOWED = ['--allow-host', 'localhost'];

test.use({ ignoreHTTPSErrors: true });

const ends: (() => unknown)[] = [];
test.afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A gateway with these options, and nginx before it by the configuration that people are given. */
async function behindProxy(
  options: readonly string[],
  change: (conf: string) => string = (conf) => conf,
): Promise<{ nginx: RunningNginx; gateway: Awaited<ReturnType<typeof startGateway>> }> {
  const gateway = await startGateway([...ALLOWED, ...options]);
  ends.push(() => gateway.stop());
  const nginx = await startNginx('proxy.conf', (conf) =>
    change(conf).replace('http://127.0.0.1:4400', gateway.url),
  );
  ends.push(() => nginx.stop());
  return { nginx, gateway };
}

/** nginx alone, in front of an API with 25 builds. */
async function alone(change: (conf: string) => string = (conf) => conf): Promise<RunningNginx> {
  const api = await startLocalApi({ accounts: [] });
  ends.push(() => api.close());
  api.fill(TOKEN, makeBuilds({ count: 25, seed: 7, now: Date.now(), days: 30 }));
  const origin = await api.listen(0);
  const nginx = await startNginx('static.conf', (conf) =>
    change(conf)
      .replace('https://api.primeintellect.ai', origin)
      .replace('/srv/image-builds/page', PAGE),
  );
  ends.push(() => nginx.stop());
  return nginx;
}

/** What goes wrong on a page, and every path that it asks for. */
function watch(page: Page) {
  const problems: string[] = [];
  const paths = new Set<string>();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  page.on('request', (request) => paths.add(new URL(request.url()).pathname));
  return { problems, paths };
}

async function signIn(page: Page, token: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API token' }).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
  await expect(page.getByText('complete', { exact: true })).toBeVisible();
}

const protocol = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().nextHopProtocol);

const places: readonly [name: string, base: string, options: string[], conf: [string, string]][] = [
  ['at the root', '/', [], ['', '']],
  [
    'below a path that the gateway knows',
    '/builds/',
    ['--base-path', '/builds/'],
    ['location / {', 'location /builds/ {'],
  ],
  [
    'below a path that nginx takes off',
    '/tools/builds/',
    [],
    ['proxy_pass http://127.0.0.1:4400;', 'proxy_pass http://127.0.0.1:4400/;'],
  ],
];

for (const [name, base, options, [from, to]] of places) {
  test(`is whole behind nginx with TLS and HTTP/2, ${name}`, async ({ page }) => {
    const { nginx, gateway } = await behindProxy(options, (conf) =>
      conf.replace(from, to).replace('location / {', `location ${base} {`),
    );
    const { problems, paths } = watch(page);
    await page.goto(`${nginx.origin}${base}?status=FAILED`);
    expect(await protocol(page)).toBe('h2');
    await expect(page.getByText('This server guards the page badly.')).toHaveCount(0);
    await page.getByRole('button', { name: /^demo-small/ }).click();
    await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
    await page.getByRole('link', { name: 'Errors' }).click();
    await expect(page).toHaveURL(`${nginx.origin}${base}?lens=errors&status=FAILED`);
    await page.reload();
    await expect(page).toHaveURL(`${nginx.origin}${base}?lens=errors&status=FAILED`);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    expect([...paths].filter((path) => !path.startsWith(base))).toEqual([]);
    for (const file of ['theme.js', 'gateway.json', 'api/v1/images/builds']) {
      expect([...paths]).toContain(base + file);
    }
    expect(problems).toEqual([]);
    expect(gateway.output()).toMatch(/ GET page 200 /);
  });
}

test('serves a view with a search of 20,000 letters behind nginx', async ({ page }) => {
  const { nginx } = await behindProxy([]);
  const reply = await page.goto(`${nginx.origin}/?q=${'x'.repeat(20_000)}`);
  expect(reply?.status()).toBe(200);
});

test('has every header from nginx alone, signs in, and writes no view and no token to the log', async ({
  page,
  request,
}) => {
  const nginx = await alone();
  const { problems } = watch(page);
  const reply = await page.goto(`${nginx.origin}/?q=private`);
  expect(reply?.headers()).toMatchObject({ ...PAGE_HEADERS, 'cache-control': 'no-store' });
  expect(await protocol(page)).toBe('h2');
  await expect(page.getByRole('link', { name: 'Create a token' })).toBeVisible();
  await page.goto(nginx.origin);
  await signIn(page, TOKEN);
  await expect(page.getByText('This server guards the page badly.')).toHaveCount(0);
  const [script = ''] = readFileSync(join(PAGE, 'index.html'), 'utf8').match(/assets\/[^"]+/) ?? [];
  const asset = await request.get(`${nginx.origin}/${script}`);
  expect(asset.headers()['cache-control']).toContain('immutable');
  expect((await request.get(`${nginx.origin}/assets/gone.js`)).status()).toBe(404);
  const list = `${nginx.origin}/api/v1/images/builds?limit=1`;
  const data = await request.get(list, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect([data.status(), data.headers()]).toMatchObject([200, DATA_HEADERS]);
  expect((await request.post(list)).status()).toBe(403);
  expect(problems).toEqual([]);
  expect(nginx.log()).toMatch(/ GET 200 /);
  expect(nginx.log()).not.toMatch(/private|pit_/);
});

test('complains in words behind nginx where a header is left out', async ({ page }) => {
  const nginx = await alone((conf) =>
    conf.replace(/^.*add_header (?:Content-S|Referrer).*\n/gm, ''),
  );
  await page.goto(nginx.origin);
  await expect(page.getByText('This server guards the page badly.')).toBeVisible();
  await expect(
    page.getByText(/leaves out Content-Security-Policy, Referrer-Policy, or says too little/),
  ).toBeVisible();
});
