import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { test } from '../support/workerServers.ts';

const ROOT = join(import.meta.dirname, '../..');
const STEPS = readFileSync(join(ROOT, 'src/gateway/Containerfile'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, name = '', rest = ''] = line.match(/^(\w+) (.*)$/) ?? [];
    return { name, rest };
  });
const only = (name: string) => {
  const found = STEPS.filter((step) => step.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]?.rest ?? '';
};
/** The words of a step that is written as JSON, which needs no shell. */
const words = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')));

let bare = '';
test.beforeAll(() => {
  bare = mkdtempSync(join(tmpdir(), 'container-'));
  chmodSync(bare, 0o755);
});
test.afterAll(() => {
  spawnSync('chmod', ['-R', 'u+w', bare]);
  rmSync(bare, { recursive: true, force: true });
});

/** A path of the container, where it stands in the bare folder. */
const inBare = (path: string) => join(bare, path);

/** Does what the first stage does; the packages come from here, since only a registry has them. */
function build(): void {
  let workdir = '/';
  for (const { name, rest } of STEPS.slice(
    0,
    STEPS.findIndex((step) => /from=/.test(step.rest)),
  )) {
    if (name === 'WORKDIR') {
      workdir = rest;
      for (const path of [rest, '/tmp']) mkdirSync(inBare(path), { recursive: true });
    } else if (name === 'COPY') {
      const paths = rest.split(' ');
      const to = join(inBare(workdir), paths.pop() ?? '');
      const single = paths.length === 1;
      for (const path of paths) {
        cpSync(join(ROOT, path), single ? to : join(to, path), { recursive: true });
      }
    } else if (name === 'RUN' && rest.startsWith('npm ci ')) {
      symlinkSync(join(ROOT, 'node_modules'), join(inBare(workdir), 'node_modules'));
    } else if (name === 'RUN') {
      const line = rest.replace(/ \/(tmp|app)/g, ` ${bare}/$1`);
      const options = { cwd: inBare(workdir), encoding: 'utf8', shell: true } as const;
      const { status, stderr } = spawnSync(line, {
        ...options,
        env: { PATH: process.env['PATH'] },
      });
      expect([rest, status, status === 0 ? '' : stderr]).toEqual([rest, 0, '']);
    }
  }
}

/** Who a container runs as: nobody here, where that may be chosen. */
const nobody = process.getuid?.() === 0 ? { uid: 65_532, gid: 65_532 } : {};

function start(line: readonly string[], env: Record<string, string>): ChildProcess {
  const [node, ...args] = line;
  expect(node).toBe('/nodejs/bin/node');
  return spawn(
    process.execPath,
    args.map((arg) => arg.replace(/^\/app\//, `${bare}/app/`)),
    { cwd: '/', env, stdio: ['ignore', 'pipe', 'inherit'], ...nobody },
  );
}

const filesOf = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

const ask = (port: number, path: string, host: string, headers = {}) =>
  new Promise<number>((resolve) => {
    const options = { host: '127.0.0.1', port, path, headers: { host, ...headers } };
    request(options, (response) => resolve(response.resume().statusCode ?? 0)).end();
  });

test('runs read-only as nobody, without a shell, by the steps of its file', async () => {
  test.setTimeout(900_000);
  build();
  expect(only('USER')).toBe('65532:65532');
  const [from = '', to = ''] =
    STEPS.findLast(({ name }) => name === 'COPY')
      ?.rest.split(' ')
      .slice(1) ?? [];
  expect([from, to]).toEqual(['/app', '/app']);
  expect(filesOf(inBare('/app'))).toContain('dist/server/image-builds.js');
  expect(filesOf(inBare('/app')).filter((path) => /test|node_modules|\.tsx?$/.test(path))).toEqual(
    [],
  );
  spawnSync('chmod', ['-R', 'a-w', inBare('/app')]);
  const before = filesOf(inBare('/app'));

  const given = Object.fromEntries(
    only('ENV')
      .split(' ')
      .map((pair) => pair.split('=')),
  );
  expect(given).toEqual({ HOST: '0.0.0.0', PORT: '4400' });
  const entry = words(only('ENTRYPOINT'));
  const nameless = start(entry, given);
  expect(await once(nameless, 'exit'), 'it wants to know by which names it is called').toEqual([
    1,
    null,
  ]);

  const env = { ...given, PORT: '0', IMAGE_BUILDS_HOSTS: 'builds.example.com' };
  const served = start(entry, env);
  let port = 0;
  for await (const line of createInterface({ input: served.stdout ?? process.stdin })) {
    port = Number(line.match(/http:\/\/localhost:(\d+)/)?.[1] ?? 0);
    if (port > 0) break;
  }
  expect(await ask(port, '/', 'builds.example.com')).toBe(200);
  expect(await ask(port, '/', 'evil.test')).toBe(421);
  const authorization = 'Bearer demo-small';
  const list = '/api/v1/images/builds?limit=1';
  expect(await ask(port, list, 'builds.example.com', { authorization })).toBe(200);
  const check = words(only('HEALTHCHECK'));
  const health = { ...env, PORT: String(port) };
  expect(await once(start(check, health), 'exit')).toEqual([0, null]);
  served.kill('SIGTERM');
  expect(await once(served, 'exit')).toEqual([0, null]);
  expect(await once(start(check, health), 'exit')).toEqual([1, null]);
  expect(filesOf(inBare('/app'))).toEqual(before);
});

test('has a second stage without a shell, and no step there that would need one', () => {
  const second = STEPS.slice(STEPS.findLastIndex(({ name }) => name === 'FROM'));
  expect(second.map(({ name }) => name)).toEqual([
    'FROM',
    'COPY',
    'ENV',
    'USER',
    'EXPOSE',
    'HEALTHCHECK',
    'ENTRYPOINT',
  ]);
  expect(second[0]?.rest).toMatch(/^gcr\.io\/distroless\/nodejs\d+-debian\d+:nonroot$/);
});
