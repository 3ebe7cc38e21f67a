import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ViteDevServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { devGateway } from './devPlugin.ts';
import { rawCall } from './testing/rawCall.ts';
import { EMPTY_PAGE, type RecordingUpstream, recordUpstream } from './testing/recordingUpstream.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** As much of Vite's server as the plugin touches. */
function viteServer() {
  const used: Middleware[] = [];
  const info = vi.fn();
  const httpServer = new EventEmitter();
  const server = {
    httpServer,
    config: { logger: { info } },
    middlewares: { use: (one: Middleware) => used.push(one) },
  };
  return { server: server as unknown as ViteDevServer, used, info, httpServer };
}

async function configure(server: ViteDevServer): Promise<void> {
  const hook = devGateway().configureServer;
  if (typeof hook !== 'function') throw new Error('no hook');
  await (hook as (server: ViteDevServer) => Promise<void>)(server);
}

let upstream: RecordingUpstream;
let listening: Server | undefined;
beforeEach(async () => {
  vi.stubEnv('VITEST', '');
  upstream = await recordUpstream();
  vi.stubEnv('IMAGE_BUILDS_API', upstream.origin.href);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await upstream.close();
  listening?.closeAllConnections();
  listening?.close();
});

/** Serves what the plugin put into Vite's server; what it passes on is answered `of Vite`. */
async function serve(used: readonly Middleware[]): Promise<string> {
  const [middleware] = used;
  if (!middleware) throw new Error('nothing was put in');
  const server = createServer((request, response) =>
    middleware(request, response, () => response.end('of Vite')),
  );
  listening = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const get = (url: string, target: string, headers = '') =>
  rawCall(url, `GET ${target} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n${headers}\r\n`);

describe("Vite's server", () => {
  it('serves the API path and what is behind it by the rules of the gateway', async () => {
    const vite = viteServer();
    await configure(vite.server);
    const url = await serve(vite.used);
    const bearer = 'Authorization: Bearer canary\r\n';
    const page = await get(url, '/api/v1/images/builds?limit=1', bearer);
    expect([page.status, page.body]).toEqual([200, EMPTY_PAGE]);
    expect(upstream.received[0]).toContain('GET /api/v1/images/builds?limit=1 HTTP/1.1');
    const foreign = await get(
      url,
      '/api/v1/images/builds',
      `${bearer}Origin: https://evil.test\r\n`,
    );
    expect(foreign.status).toBe(403);
    const behind = await get(url, '/gateway.json');
    expect(JSON.parse(behind.body)).toMatchObject({ upstream: upstream.origin.host });
    expect(upstream.received).toHaveLength(1);
    const lines = vite.info.mock.calls.map(([line]) => line);
    expect(lines[0]).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET api 200 \d+ ms \d+ B [0-9a-f]{16}$/,
    );
    expect(lines.join()).not.toContain('canary');
  });

  it.each(['/', '/src/main.tsx', '/gateway.json/x', '/x?/api/v1/images/builds'])(
    'keeps %s for itself',
    async (target) => {
      const vite = viteServer();
      await configure(vite.server);
      const reply = await get(await serve(vite.used), target);
      expect(reply.text).toContain('of Vite');
      expect(vite.info).not.toHaveBeenCalled();
    },
  );

  it('closes the demo when it is closed itself', async () => {
    vi.stubEnv('IMAGE_BUILDS_API', '');
    const vite = viteServer();
    await configure(vite.server);
    const url = await serve(vite.used);
    const { body } = await get(url, '/gateway.json');
    expect(JSON.parse(body).demoAccounts.length).toBeGreaterThan(5);
    const list = () =>
      get(url, '/api/v1/images/builds?limit=1', 'Authorization: Bearer demo-small\r\n');
    expect((await list()).status).toBe(200);
    expect(vite.httpServer.listenerCount('close')).toBe(1);
    vite.httpServer.emit('close');
    await vi.waitFor(async () => expect((await list()).status).toBe(502), 20_000);
  });

  it('does not start with settings that are wrong', async () => {
    vi.stubEnv('IMAGE_BUILDS_API', 'nonsense');
    const vite = viteServer();
    await expect(configure(vite.server)).rejects.toThrow('--api must be an address');
    expect(vite.used).toEqual([]);
  });

  it('has no API while unit tests run', async () => {
    vi.stubEnv('VITEST', 'true');
    const vite = viteServer();
    await configure(vite.server);
    expect(vite.used).toEqual([]);
    expect(devGateway()).toMatchObject({ name: 'image-builds:gateway', apply: 'serve' });
  });
});
