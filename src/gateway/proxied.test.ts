import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from './exchange/listen.ts';
import { type BuiltGateway, buildGateway } from './testing/builtGateway.ts';
import { rawCall } from './testing/rawCall.ts';
import {
  bytesOf,
  EMPTY_PAGE,
  type RecordingUpstream,
  recordUpstream,
  type Script,
} from './testing/recordingUpstream.ts';
import { API_TEST } from './testing/selfSigned.ts';
import { UPSTREAM_LIMITS } from './upstream/UpstreamCall.ts';
import { callUpstream } from './upstream/upstream.ts';

// Each test starts a process, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

let proxy: RecordingUpstream | undefined;
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
});

describe('through a proxy', () => {
  let built: BuiltGateway;
  let folder = '';
  let api: Server;
  let port = 0;
  const heard: string[] = [];
  beforeAll(async () => {
    built = await buildGateway();
    folder = mkdtempSync(join(tmpdir(), 'proxied-'));
    writeFileSync(join(folder, 'ca.pem'), API_TEST.cert);
  }, 60_000);
  beforeEach(async () => {
    heard.length = 0;
    api = createServer(API_TEST, ({ url, headers }, response) => {
      heard.push(`${headers.host}${url} ${headers.authorization}`);
      response.setHeader('content-type', 'application/json').end(EMPTY_PAGE);
    });
    port = await listen(api, 0, '127.0.0.1');
  });
  afterEach(() => {
    built.stop();
    api.close();
  });
  afterAll(() => {
    built.remove();
    rmSync(folder, { recursive: true });
  });

  /** What the page is answered, what the log says, and what the proxy was sent. */
  async function ask(script: Script, env: Record<string, string>) {
    proxy = await recordUpstream(script);
    const address = proxy.origin.host;
    const run = built.start(['--port', '0', '--api', 'https://api.test/inside'], {
      HTTPS_PROXY: `http://user:p%40ss@${address}`,
      ...env,
    });
    const url = await run.said(/http:\/\/127\.0\.0\.1:\d+/);
    const head = `GET /api/v1/images/builds?limit=3 HTTP/1.1\r\nHost: ${new URL(url).host}`;
    const reply = await rawCall(url, `${head}\r\nAuthorization: Bearer canary\r\n\r\n`);
    await run.said(/ GET api /);
    run.child.kill('SIGTERM');
    const { output, errors } = await run.ended;
    expect(output + errors).not.toMatch(/canary|p%40ss|p@ss/);
    return { reply, output, errors, address, sent: proxy.received.join('') };
  }

  const tunnel: Script = (socket) => {
    const behind = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(behind).pipe(socket);
    });
    behind.on('error', () => socket.destroy());
  };

  it('goes a call by CONNECT, to a name that the proxy knows, under a certificate of one’s own', async () => {
    const trust = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
    const { reply, errors, address, sent } = await ask(tunnel, trust);
    expect([reply.status, reply.body]).toEqual([200, EMPTY_PAGE]);
    expect(heard).toEqual(['api.test/inside/api/v1/images/builds?limit=3 Bearer canary']);
    expect(errors).toContain(`the API is called through the proxy ${address}`);
    expect(sent).toMatch(/^CONNECT api\.test:443 HTTP\/1\.1\r\n/);
    const signed = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(sent).toContain(`proxy-authorization: ${signed}\r\n`);
    expect(sent).not.toContain('canary');
  });

  it('is a certificate that nobody trusts still refused, and named', async () => {
    const { reply, output } = await ask(tunnel, {});
    expect(reply.status).toBe(502);
    expect(output).toMatch(/ GET api 502 .* tls:DEPTH_ZERO_SELF_SIGNED_CERT$/m);
    expect(heard).toEqual([]);
  });

  it('goes no call that NO_PROXY names', async () => {
    const { reply, sent } = await ask(tunnel, { NO_PROXY: '.test' });
    // No such name: by itself, or not before the time is up.
    expect([502, 504]).toContain(reply.status);
    expect(sent).toBe('');
  });
});

describe('a proxy', () => {
  const call = (limits = {}) =>
    callUpstream({
      origin: new URL('https://api.test'),
      proxy: proxy?.origin ?? null,
      request: { offset: null, limit: null, teamId: null, authorization: 'Bearer canary' },
      requestId: 'id',
      limits: { ...UPSTREAM_LIMITS, ...limits },
      signal: AbortSignal.timeout(20_000),
    });

  it.each([
    ['that wants a password', bytesOf('407 Proxy Authentication Required'), 'proxy:407'],
    ['that forbids the host', bytesOf('403 Forbidden'), 'proxy:403'],
    ['that speaks before it is asked', 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n', 'proxy:200'],
    ['that is none', 'SSH-2.0-OpenSSH_9.9\r\n', 'proxy:no-http'],
    ['that hangs up', '', 'proxy:reset'],
  ])('%s is named, and is not told the token', async (_name, bytes, why) => {
    proxy = await recordUpstream((socket) => socket.end(bytes));
    expect(await call()).toEqual({ failure: 'unreachable', why });
    await proxy.quiet();
    expect(proxy.received.join('')).not.toContain('canary');
  });

  it('that is not there is named', async () => {
    proxy = await recordUpstream();
    await proxy.close();
    expect(await call()).toEqual({ failure: 'unreachable', why: 'proxy:refused' });
  });

  it('that does not answer is given up, and let go', async () => {
    proxy = await recordUpstream(() => {});
    expect(await call({ connectMs: 60 })).toEqual({ failure: 'slow', why: 'connect-timeout' });
    await proxy.quiet();
  });

  it('is let go with the client', async () => {
    proxy = await recordUpstream(() => {});
    const client = new AbortController();
    const answer = callUpstream({
      origin: new URL('https://api.test'),
      proxy: proxy.origin,
      request: { offset: null, limit: null, teamId: null, authorization: 'Bearer canary' },
      requestId: 'id',
      limits: UPSTREAM_LIMITS,
      signal: client.signal,
    });
    await proxy.asked();
    client.abort();
    expect(await answer).toEqual({ failure: 'left', why: null });
    await proxy.quiet();
  });
});
