import { afterEach, describe, expect, it } from 'vitest';
import { closed, openSocket } from './testing/openSocket.ts';
import { rawCall } from './testing/rawCall.ts';
import { bytesOf, EMPTY_PAGE } from './testing/recordingUpstream.ts';
import { type Pair, startPair } from './testing/startPair.ts';

const API = '/api/v1/images/builds';
let pair: Pair;
afterEach(() => pair.close());

const ask = (target = API, ...lines: string[]) =>
  `${[`GET ${target} HTTP/1.1`, `Host: ${pair.host}`, 'Authorization: Bearer t', ...lines].join('\r\n')}\r\n\r\n`;
const statuses = () => pair.log.map((entry) => entry.status);

describe('two hundred calls sent ahead on one connection', () => {
  it('end with it: one went up, and each has its line', async () => {
    pair = await startPair(() => {});
    const client = await openSocket(pair.gateway.url, ask().repeat(200));
    await pair.upstream.asked();
    client.destroy();
    await pair.upstream.quiet();
    await pair.logged(200);
    expect(pair.upstream.received).toHaveLength(1);
    expect(pair.log.every(({ route, status }) => route === 'api' && status === 499)).toBe(true);
    expect(new Set(pair.log.map(({ id }) => id)).size).toBe(200);
  });

  it('go up one after the other, and are answered in their order', async () => {
    let open = 0;
    let most = 0;
    pair = await startPair((socket) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        socket.end(bytesOf('200 OK'));
      });
    });
    const bytes = ask(`${API}?offset=1`).repeat(199) + ask(API, 'Connection: close');
    const reply = await rawCall(pair.gateway.url, bytes, true);
    expect(reply.text.split(EMPTY_PAGE)).toHaveLength(201);
    expect(most).toBe(1);
    expect(pair.upstream.received).toHaveLength(200);
    expect(pair.upstream.received.at(-1)).toContain(`GET ${API} `);
    await pair.logged(200);
    expect(new Set(statuses())).toEqual(new Set([200]));
  });
});

describe('what is sent ahead', () => {
  it('ends the connection where it is more than is kept', async () => {
    pair = await startPair(() => {});
    const client = await openSocket(pair.gateway.url, ask());
    await pair.upstream.asked();
    client.write(ask(`/?${'x'.repeat(40_000)}`).repeat(3));
    await closed(client);
    await pair.upstream.quiet();
    await pair.logged(2);
    expect(new Set(statuses())).toEqual(new Set([499]));
    expect(pair.upstream.received).toHaveLength(1);
  });

  it('is not looked at behind a refusal that ends the connection, but has its line', async () => {
    pair = await startPair();
    const bytes = ask('//evil.test') + ask() + ask('/healthz');
    const reply = await rawCall(pair.gateway.url, bytes, true);
    expect(reply.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
    await pair.logged(3);
    expect(statuses().sort()).toEqual([400, 499, 499]);
    expect(pair.upstream.received).toEqual([]);
  });

  it.each([
    ['an upgrade', 'GET / HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
    ['a tunnel', 'CONNECT evil.test:443 HTTP/1.1\r\nHost: {host}\r\n\r\n'],
    ['nonsense', '\0\r\n\r\n'],
  ])('takes no answer under way for its own: %s', async (_name, bytes) => {
    pair = await startPair(() => {});
    const reply = rawCall(pair.gateway.url, ask() + bytes.replace('{host}', pair.host), true);
    expect((await reply).text).toBe('');
    await pair.upstream.quiet();
    await pair.logged(2);
    expect(statuses()).toHaveLength(2);
    expect(statuses()).toContain(499);
  });
});

describe('an answer that is not read', () => {
  it('is kept for a time, then its client is let go', async () => {
    const body = `{"data":["${'x'.repeat(31 * 1024 * 1024)}"]}`;
    pair = await startPair(
      (socket) => socket.end(bytesOf('200 OK', ['content-type: application/json'], body)),
      { writeMs: 100 },
    );
    const client = await openSocket(pair.gateway.url, ask(), true);
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ route: 'api', status: 499 }]);
    client.destroy();
  });

  it('keeps no timer once it was read', async () => {
    pair = await startPair(undefined, { writeMs: 50 });
    const both = ask() + ask('/healthz', 'Connection: close');
    const reply = await rawCall(pair.gateway.url, both, true);
    expect(reply.text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    await pair.logged(2);
    expect(statuses()).toEqual([200, 200]);
  });
});
