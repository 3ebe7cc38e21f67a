import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawCall } from './testing/rawCall.ts';
import { EMPTY_PAGE } from './testing/recordingUpstream.ts';
import { type Pair, startPair } from './testing/startPair.ts';

let pair: Pair;
beforeEach(async () => {
  pair = await startPair(undefined, { basePath: '/tools/builds/' });
});
afterEach(() => pair.close());

const get = (path: string, lines = '') =>
  rawCall(pair.gateway.url, `GET ${path} HTTP/1.1\r\nHost: ${pair.host}\r\n${lines}\r\n`);
const BEARER = 'Authorization: Bearer t0ken\r\n';

describe('below a path', () => {
  it('stand the page, its files, the API and what is behind it', async () => {
    expect((await get('/tools/builds/?status=FAILED')).body).toContain('<title>Page</title>');
    expect((await get('/tools/builds/assets/main-1a2b.js')).body).toBe('let a;');
    expect((await get('/tools/builds/gateway.json')).body).toContain('api.example');
    expect((await get('/tools/builds/api/v1/images/builds?limit=1', BEARER)).body).toBe(EMPTY_PAGE);
    expect(pair.upstream.received[0]).toMatch(/^GET \/api\/v1\/images\/builds\?limit=1 HTTP/);
  });

  it.each(['/', '/?x', '/tools/builds', '/tools/', '/assets/main-1a2b.js', '/gateway.json', '/x'])(
    'stands all there is: %s says where',
    async (path) => {
      const reply = await get(path);
      expect([reply.status, reply.body]).toEqual([
        404,
        'There is nothing here. The page is at /tools/builds/\n',
      ]);
    },
  );

  it('is no API above it, and none that is reached by going up', async () => {
    for (const path of ['/api/v1/images/builds', '/tools/builds/../builds/api/v1/images/builds']) {
      expect((await get(path, BEARER)).status).toBe(404);
    }
    expect(pair.upstream.received).toEqual([]);
  });

  it('and at the root stand the probes, which know no path', async () => {
    for (const path of ['/healthz', '/readyz', '/tools/builds/healthz', '/tools/builds/readyz']) {
      expect((await get(path)).status).toBe(200);
    }
  });

  it('ends a service worker that another program left there', async () => {
    const reply = await get('/tools/builds/sw.js', 'Service-Worker: script\r\n');
    expect(reply.body).toContain('registration.unregister()');
  });
});
