import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rawCall } from './testing/rawCall.ts';
import { type Pair, startPair } from './testing/startPair.ts';

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const get = (path: string, lines: readonly string[] = [], method = 'GET') =>
  rawCall(
    pair.gateway.url,
    `${[`${method} ${path} HTTP/1.1`, `Host: ${pair.host}`, ...lines].join('\r\n')}\r\n\r\n`,
  );

describe('the gateway about itself', () => {
  it.each(['evil.test', '10.1.2.3:4400', 'localhost', ''])(
    'says ok, and nothing else, to a health check that calls it %j',
    async (host) => {
      const bytes = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      const reply = await rawCall(pair.gateway.url, bytes);
      expect([reply.status, reply.body]).toEqual([200, 'ok\n']);
      expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect((await rawCall(pair.gateway.url, bytes.replace('/healthz', '/'))).status).toBe(421);
    },
  );

  it('says ok to a health check', async () => {
    const reply = await get('/healthz');
    expect([reply.status, reply.body.trim()]).toEqual([200, 'ok']);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it('says what is behind it', async () => {
    const reply = await get('/gateway.json');
    expect(JSON.parse(reply.body)).toEqual({
      upstream: 'api.example',
      tokensUrl: null,
      demoAccounts: [],
    });
    expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('says what it does not have, and what may not be done', async () => {
    for (const [method, path, status, text, allow] of [
      ['GET', '/none', 404, 'There is nothing here.', undefined],
      ['POST', '/none', 404, 'There is nothing here.', undefined],
      ['POST', '/', 405, 'Only GET and HEAD are answered here.', 'GET, HEAD'],
      ['PUT', '/healthz', 405, 'Only GET and HEAD are answered here.', 'GET, HEAD'],
      ['DELETE', '/gateway.json', 405, 'Only GET and HEAD are answered here.', 'GET, HEAD'],
    ] as const) {
      const reply = await get(path, [], method);
      expect([reply.status, reply.body]).toEqual([status, `${text}\n`]);
      expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(reply.headers.get('allow')).toBe(allow);
    }
  });

  it('says in JSON what may not be done with the API, and how to sign in', async () => {
    const api = '/api/v1/images/builds';
    const post = await get(api, [], 'POST');
    expect([post.status, JSON.parse(post.body)]).toEqual([
      405,
      { detail: 'Only GET is answered here.' },
    ]);
    expect(post.headers.get('allow')).toBe('GET');
    const unsigned = await get(api);
    expect([unsigned.status, unsigned.body]).toEqual([401, '']);
    expect(unsigned.headers.get('www-authenticate')).toBe('Bearer');
    expect(post.headers.has('www-authenticate')).toBe(false);
  });

  it('ends the connection of a host that is not served', async () => {
    const stranger = 'GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n';
    const own = `GET / HTTP/1.1\r\nHost: ${pair.host}\r\n\r\n`;
    const reply = await rawCall(pair.gateway.url, stranger + own, true);
    expect(reply.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 421']);
  });

  it('logs method, route, status, time, bytes and id alone', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(1_000_000);
    vi.spyOn(Date, 'now').mockReturnValue(1_795_000_000_000);
    const before = pair.log.length;
    const reply = await get('/?q=private', ['X-Private: 1']);
    await pair.logged(before + 1);
    const entry = pair.log.at(-1);
    expect(entry).toEqual({
      time: 1_795_000_000_000,
      method: 'GET',
      route: 'page',
      status: 200,
      ms: 0,
      bytes: '<!doctype html><title>Page</title>'.length,
      id: reply.headers.get('x-request-id'),
      why: null,
    });
  });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answers to %s', async (name) => {
    const port = pair.host.split(':')[1];
    const bytes = `GET / HTTP/1.1\r\nHost: ${name}:${port}\r\n\r\n`;
    expect((await rawCall(pair.gateway.url, bytes)).status).toBe(200);
  });

  it('answers to a configured name', async () => {
    const named = await startPair(undefined, { allowedHosts: ['builds.example.com'] });
    const ask = (host: string) =>
      rawCall(named.gateway.url, `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect((await ask('builds.example.com')).status).toBe(200);
    expect((await ask('builds.example.org')).status).toBe(421);
    await named.close();
  });
});
