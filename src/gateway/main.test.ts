import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BuiltGateway, buildGateway, ROOT, type Run } from './testing/builtGateway.ts';
import { rawCall } from './testing/rawCall.ts';
import { bytesOf, EMPTY_PAGE, recordUpstream } from './testing/recordingUpstream.ts';

// Each test starts a process, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

let built: BuiltGateway;
beforeAll(async () => {
  built = await buildGateway();
}, 60_000);
afterEach(() => built.stop());
afterAll(() => built.remove());

const start: BuiltGateway['start'] = (argv, env) => built.start(argv, env);

/** As a person starts it: npm, and the gateway below it, with or without a shell between them. */
function npmStart(between: 'shell' | 'nothing', env: Record<string, string>): Run {
  const { folder } = built;
  const command = `"${process.execPath}" server/main.js --port 0`;
  const start = between === 'nothing' ? `exec ${command}` : command;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', scripts: { start } }),
  );
  const options = { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, ...env } };
  return built.follow(spawn('npm', ['start'], { ...options, shell: process.platform === 'win32' }));
}

const URL_WORDS = /http:\/\/127\.0\.0\.1:\d+/;
const call = (url: string) =>
  `GET /api/v1/images/builds?limit=3 HTTP/1.1\r\nHost: ${new URL(url).host}\r\nAuthorization: Bearer canary\r\n\r\n`;

describe('the command', () => {
  it('serves the page and an upstream, drains on TERM, and its output holds no token', async () => {
    const upstream = await recordUpstream(() => {});
    const run = start(['--port', '0'], { IMAGE_BUILDS_API: upstream.origin.href });
    const url = await run.said(URL_WORDS);
    const page = await rawCall(
      url,
      `GET /?q=canary HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`,
    );
    expect([page.status, page.body]).toEqual([200, '<!doctype html>']);

    const answer = rawCall(url, call(url));
    const socket = await upstream.asked();
    run.child.kill('SIGTERM');
    await refused(url);
    socket.end(bytesOf('200 OK'));
    expect((await answer).body).toBe(EMPTY_PAGE);
    const { code, output, errors } = await run.ended;
    await upstream.close();
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET page 200 \d+ ms 15 B [0-9a-f]{16}$/m,
    );
    expect(output).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET api 200 \d+ ms \d+ B [0-9a-f]{16}$/m,
    );
    expect(output).not.toContain('canary');
  });

  it('serves demo data by itself, with a token to sign in with', async () => {
    const run = start(['--port', '0']);
    const url = await run.said(URL_WORDS);
    await run.said(/demo-small +\S/);
    const reply = await rawCall(url, call(url).replace('canary', 'demo-small'));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({ total_count: 25, offset: 0, limit: 3 });
    expect((await rawCall(url, call(url))).status).toBe(401);
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 0, errors: '' });
  });

  // A shell between dies of the first without passing it on; the package has npm start have none.
  it.each([
    ['SIGTERM', 'shell'],
    ['SIGTERM', 'nothing'],
    ['SIGINT', 'nothing'],
  ] as const)('ends with npm start, drained, at %s with %s between', async (signal, between) => {
    const upstream = await recordUpstream(() => {});
    const run = npmStart(between, { IMAGE_BUILDS_API: upstream.origin.href });
    const url = await run.said(URL_WORDS);
    const answer = rawCall(url, call(url));
    const socket = await upstream.asked();
    run.child.kill(signal);
    await refused(url);
    socket.end(bytesOf('200 OK'));
    expect((await answer).body).toBe(EMPTY_PAGE);
    // Its output closes once nobody is left who could write to it.
    expect((await run.ended).output).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET api 200 \d+ ms \d+ B [0-9a-f]{16}$/m,
    );
    await upstream.close();
  });

  it('says in one line that a port is taken', async () => {
    const upstream = await recordUpstream();
    const { port } = upstream.origin;
    const { code, output, errors } = await start(['--port', port, '--api', 'https://a.test']).ended;
    await upstream.close();
    expect([code, output]).toEqual([1, '']);
    expect(errors).toBe(`image-builds: 127.0.0.1:${port} is taken: choose another --port\n`);
  });

  it('is what npm start becomes, with no shell between', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts.start).toBe('exec node src/gateway/start.mjs');
  });

  it.each([
    ['a bad address', ['--api', 'nonsense'], {}, /--api/],
    ['a file that is not there', ['--load', '/nowhere/builds.json'], {}, /builds\.json/],
    [
      'a host that is none of this machine',
      ['--host', '192.0.2.1', '--allow-host', 'a', '--api', 'https://a.test'],
      {},
      /--host 192\.0\.2\.1/,
    ],
    ['TLS checks switched off', [], { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /TLS/],
  ])('says in one line what is wrong with %s', async (_name, argv, env, words) => {
    const { code, output, errors } = await start(argv, env).ended;
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^image-builds: .+\n$/);
    expect(errors).toMatch(words);
  });

  it('explains itself', async () => {
    const { code, output } = await start(['--help']).ended;
    expect(code).toBe(0);
    for (const flag of [
      '--api',
      '--port',
      '--host',
      '--allow-host',
      '--load',
      '--latency',
      '--seed',
    ]) {
      expect(output).toContain(flag);
    }
  });
});

/** Resolves once the port takes no new connection. */
function refused(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((done) => {
    const tryOnce = () => {
      const socket = connect(Number(port), hostname);
      socket.on('connect', () => {
        socket.destroy();
        setImmediate(tryOnce);
      });
      socket.on('error', () => done());
    };
    tryOnce();
  });
}
