import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { test } from '../support/workerServers.ts';
import { firstSignIn } from './firstSignIn.mjs';
import { alone, installPacked, pack } from './packed.mjs';

const ROOT = join(import.meta.dirname, '../..');
let folder = '';
let tarball = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
  tarball = pack(join(folder, 'tarball'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the package in an empty folder, and gives where it serves once it says so. */
async function serve(command: string, args: string[], cwd: string, env = {}) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
  });
  const ended = once(child, 'exit');
  let url = '';
  for await (const line of createInterface({ input: child.stdout })) {
    url = line.match(/http:\/\/[\w.:]+/)?.[0] ?? '';
    if (url !== '') break;
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

test('holds the built page, the server, their licences and nothing else', () => {
  const [report] = JSON.parse(
    spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }).stdout,
  );
  const paths: string[] = report.files.map(({ path }: { path: string }) => path);
  const pieces =
    /^dist\/(?:page\/assets\/[\w.-]+-[\w-]{8}\.(?:js|css)|server\/(?!image-builds)\w+\.js)$/;
  const given = readdirSync(join(ROOT, 'public')).map((name) => `dist/page/${name}`);
  const others = paths.filter((path) => !pieces.test(path) && !given.includes(path));
  expect(paths).toEqual(expect.arrayContaining(given));
  expect(others.sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'dist/page/LICENSES.md',
    'dist/page/changes.txt',
    'dist/page/index.html',
    'dist/server/LICENSES.md',
    'dist/server/image-builds.js',
    'dist/server/node-sqlite3-wasm.wasm',
    'package.json',
    'src/gateway/README.md',
    'src/gateway/hosting/proxy.conf',
    'src/gateway/hosting/static.conf',
  ]);
  const built = ['dist/page/assets', 'dist/server']
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => pieces.test(path));
  expect(built).toContain('dist/server/main.js');
  expect(paths.filter((path) => pieces.test(path)).sort()).toEqual(built.sort());
  expect(report.size, 'bytes of the tarball').toBeLessThan(1_500_000);
});

test('is not published by accident, and is packed from what is here now', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({
    private: true,
    bin: { 'image-builds': 'dist/server/image-builds.js' },
    scripts: { prepack: 'node src/gateway/package/prepack.mjs' },
  });
  // Whoever installs it asks for nothing else, and runs nothing.
  for (const name of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
    expect(manifest).not.toHaveProperty(name);
  }
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) {
    expect(manifest.scripts).not.toHaveProperty(name);
  }
});

test('installs alone, with an empty cache and no network, and signs in', async ({ page }) => {
  const home = join(folder, 'installed');
  const command = installPacked(tarball, home);
  expect(readdirSync(join(home, 'node_modules')).sort()).toEqual([
    '.bin',
    '.package-lock.json',
    'image-builds',
  ]);
  const { url, stop } = await serve(command, ['--port', '0'], home);
  await page.goto(url);
  await page.getByRole('button', { name: /^demo-small/ }).click();
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
  await expect(page.getByText('complete', { exact: true })).toBeVisible();
  expect(await (await page.request.get(`${url}/changes.txt`)).text()).toMatch(/^# Changes\n/);
  await stop();
});

test('runs by one line from the tarball, and takes the calls to an API', async ({ request }) => {
  const home = mkdtempSync(join(folder, 'once-'));
  const line = [
    '--yes',
    `./${basename(tarball)}`,
    '--port',
    '0',
    '--api',
    'https://api.example.com',
  ];
  const { url, stop } = await serve('npx', line, dirname(tarball), alone(home));
  const info = await request.get(`${url}/gateway.json`);
  expect(await info.json()).toMatchObject({ upstream: 'api.example.com' });
  await stop();
});

test('leads from an empty folder by one line to the first rows', async ({ page }) => {
  const { actions } = await firstSignIn(tarball, page);
  expect(actions).toEqual([
    `type npx --yes ./${basename(tarball)}`,
    'open the address that it prints',
    'click a demo account',
  ]);
  // It is the line that the README tells.
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(
    `\nnpx --yes ./${basename(tarball)} `,
  );
});
