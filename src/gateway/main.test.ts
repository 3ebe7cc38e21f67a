import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { rawCall } from './testing/rawCall.ts';
import { bytesOf, EMPTY_PAGE, recordUpstream } from './testing/recordingUpstream.ts';

// Each test starts a process, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = resolve(import.meta.dirname, '../..');
let folder = '';
const running = new Set<ChildProcess>();

// The built gateway is what people run; it must stand inside the project to find its packages.
beforeAll(async () => {
  const results = join(ROOT, 'test-results');
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(join(results, 'gateway-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html>');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'src/gateway/main.ts',
      outDir: join(folder, 'server'),
      target: 'node20',
      minify: false,
    },
  });
}, 60_000);
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  /** Resolves once the output matches, with what was found. */
  said(words: RegExp): Promise<string>;
  readonly ended: Promise<{ code: number | null; output: string; errors: string }>;
}

function start(argv: readonly string[], env: Record<string, string> = {}): Run {
  return follow(
    spawn(process.execPath, [join(folder, 'server/main.js'), ...argv], {
      env: { PATH: process.env['PATH'], ...env },
    }),
  );
}

/** As a person starts it: npm, and the gateway below it, with or without a shell between them. */
function npmStart(between: 'shell' | 'nothing', env: Record<string, string>): Run {
  const command = `"${process.execPath}" server/main.js --port 0`;
  const start = between === 'nothing' ? `exec ${command}` : command;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', scripts: { start } }),
  );
  const options = { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, ...env } };
  return follow(spawn('npm', ['start'], { ...options, shell: process.platform === 'win32' }));
}

function follow(child: ChildProcessWithoutNullStreams): Run {
  running.add(child);
  let output = '';
  let errors = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (bytes) => {
    output += String(bytes);
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (bytes) => {
    errors += String(bytes);
  });
  const ended = new Promise<Awaited<Run['ended']>>((done) => {
    child.on('close', (code) => {
      running.delete(child);
      done({ code, output, errors });
    });
  });
  return {
    child,
    ended,
    said: (words) =>
      new Promise((done, fail) => {
        const look = () => {
          const found = output.match(words)?.[0];
          if (found !== undefined) done(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => fail(new Error(`ended early: ${errors}`)));
      }),
  };
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
    expect(output).toMatch(/^GET page 200 \d+ ms 15 B [0-9a-f]{16}$/m);
    expect(output).toMatch(/^GET api 200 \d+ ms \d+ B [0-9a-f]{16}$/m);
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
    expect((await run.ended).output).toMatch(/^GET api 200 \d+ ms \d+ B [0-9a-f]{16}$/m);
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
