import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawCall } from './testing/rawCall.ts';
import { type Pair, startPair } from './testing/startPair.ts';

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const ask = (method: string, target: string, ...lines: string[]) =>
  rawCall(
    pair.gateway.url,
    `${[`${method} ${target} HTTP/1.1`, `Host: ${pair.host}`, ...lines].join('\r\n')}\r\n\r\n`,
  );

describe('a request for the script of a service worker', () => {
  it.each(['/sw.js', '/', '/assets/main-1a2b.js', '/api/v1/images/builds', '/gateway.json?x=1'])(
    'gets at %s one that removes itself, and nothing goes up',
    async (target) => {
      const reply = await ask('GET', target, 'Service-Worker: script', 'Authorization: Bearer t');
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'");
      expect(reply.headers.has('service-worker-allowed')).toBe(false);
      expect(reply.body).toContain('registration.unregister()');
      await pair.logged(1);
      expect(pair.log).toMatchObject([{ route: 'worker', status: 200 }]);
      expect(pair.upstream.received).toEqual([]);
    },
  );

  it('is met by the rules of the door like any other', async () => {
    const post = await ask('POST', '/sw.js', 'Service-Worker: script');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const stranger = `GET /sw.js HTTP/1.1\r\nHost: evil.test\r\nService-Worker: script\r\n\r\n`;
    expect((await rawCall(pair.gateway.url, stranger)).status).toBe(421);
  });

  it('is told from any other request for that file', async () => {
    expect((await ask('GET', '/sw.js')).status).toBe(404);
    expect((await ask('GET', '/', 'X: service-worker')).body).toContain('<!doctype html>');
  });
});
