import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayOptions } from './startGateway.ts';
import { type RawReply, rawCall } from './testing/rawCall.ts';
import { bytesOf, EMPTY_PAGE, type Script } from './testing/recordingUpstream.ts';
import { type Pair, startPair } from './testing/startPair.ts';

const JSON_TYPE = 'content-type: application/json';
const SLOW = { detail: 'The API did not answer in time.' };
let pair: Pair;
afterEach(() => pair.close());

/** One call through a gateway whose upstream answers by this script. */
async function call(script: Script, options: Partial<GatewayOptions> = {}): Promise<RawReply> {
  pair = await startPair(script, options);
  return rawCall(
    pair.gateway.url,
    `GET /api/v1/images/builds?limit=7&offset=14 HTTP/1.1\r\nHost: ${pair.host}\r\nAuthorization: Bearer t0ken\r\n` +
      'Cookie: a=b\r\nX-Forwarded-For: 1.2.3.4\r\nAccept-Encoding: gzip\r\nX-Request-Id: mine\r\nIf-None-Match: "x"\r\n' +
      'Sec-Fetch-Site: same-origin\r\nUser-Agent: secret-browser\r\nReferer: http://127.0.0.1/?q=private\r\n\r\n',
  );
}

const plainCall = (host: string) =>
  `GET /api/v1/images/builds HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer t0ken\r\n\r\n`;

const answer = (...parts: Parameters<typeof bytesOf>): Script => {
  return (socket) => socket.end(bytesOf(...parts));
};

describe('what goes up', () => {
  it('is the path, the integers, the token and three headers of our own', async () => {
    const reply = await call(answer('200 OK'));
    const id = reply.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(pair.upstream.received).toHaveLength(1);
    expect(pair.upstream.received[0]?.split('\r\n').sort()).toEqual(
      [
        'GET /api/v1/images/builds?offset=14&limit=7 HTTP/1.1',
        `host: ${pair.upstream.origin.host}`,
        'authorization: Bearer t0ken',
        'accept: application/json',
        'user-agent: image-builds',
        `x-request-id: ${id}`,
        'connection: close',
        '',
        '',
      ].sort(),
    );
  });

  it('never goes to a port that does not speak TLS when the upstream is https', async () => {
    let sent = '';
    const plain = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        sent += bytes.toString('latin1');
        socket.end(bytesOf('200 OK'));
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    pair = await startPair(undefined, { upstream: new URL(`https://127.0.0.1:${port}`) });
    const reply = await rawCall(pair.gateway.url, plainCall(pair.host));
    plain.close();
    expect([reply.status, JSON.parse(reply.body)]).toEqual([
      502,
      { detail: 'The API cannot be reached.' },
    ]);
    expect(sent).not.toBe('');
    expect(sent).not.toMatch(/t0ken|GET/);
  });

  it('waits for no port that never says what it speaks', async () => {
    const mute = await startPair(() => {});
    pair = await startPair(undefined, {
      upstream: new URL(`https://${mute.upstream.origin.host}`),
      limits: { connectMs: 60 },
    });
    const reply = await rawCall(pair.gateway.url, plainCall(pair.host));
    const sent = mute.upstream.received.join('');
    await mute.close();
    expect([reply.status, JSON.parse(reply.body)]).toEqual([504, SLOW]);
    expect(sent).not.toMatch(/t0ken|GET/);
  });
});

describe('what crosses', () => {
  it('is status, JSON body, retry-after, date and our request id, nothing else', async () => {
    const reply = await call(
      answer('200 Fine', [
        JSON_TYPE,
        'date: Tue, 24 Nov 2026 00:00:00 GMT',
        'retry-after: 7',
        'set-cookie: a=b',
        'location: http://evil.test/',
        'access-control-allow-origin: *',
        'clear-site-data: "*"',
        'refresh: 0; url=http://evil.test/',
        'link: <http://evil.test/x.js>; rel=preload',
        'content-security-policy: script-src *',
        'strict-transport-security: max-age=1',
        'cache-control: public, max-age=999',
        'etag: "x"',
        'x-request-id: theirs',
        'x-powered-by: evil',
        'service-worker-allowed: /',
      ]),
    );
    expect(reply.status).toBe(200);
    expect(reply.body).toBe(EMPTY_PAGE);
    expect(reply.text).not.toMatch(/evil|Fine|theirs|cookie/);
    expect(Object.fromEntries([...reply.headers].sort())).toEqual({
      connection: 'keep-alive',
      'keep-alive': 'timeout=75',
      'cache-control': 'no-store',
      'content-length': String(EMPTY_PAGE.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      date: 'Tue, 24 Nov 2026 00:00:00 GMT',
      'referrer-policy': 'no-referrer',
      'retry-after': '7',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it.each(['application/json; charset=utf-8', 'application/problem+json', 'APPLICATION/JSON'])(
    'is JSON by the type %s',
    async (type) => {
      const reply = await call(answer('422 No', [`content-type: ${type}`], '{"errors":[]}'));
      expect([reply.status, reply.body]).toEqual([422, '{"errors":[]}']);
    },
  );

  it.each([
    '200 OK',
    '201 Created',
    '204 No Content',
    '401 Unauthorized',
    '404 Not Found',
    '503 Unavailable',
  ])('is a status without a body: %s', async (status) => {
    const bytes = status.startsWith('204') ? `HTTP/1.1 ${status}\r\n\r\n` : bytesOf(status, [], '');
    const reply = await call((socket) => socket.end(bytes));
    expect([reply.status, reply.body]).toEqual([Number(status.slice(0, 3)), '']);
    const length = status.startsWith('204') ? undefined : '0';
    expect(reply.headers.get('content-length')).toBe(length);
  });

  it('is an unfinished JSON text as it came, for the page to say so', async () => {
    const reply = await call(answer('200 OK', [JSON_TYPE], '{"data":['));
    expect([reply.status, reply.body]).toEqual([200, '{"data":[']);
  });

  it('is the final answer after interim ones', async () => {
    const interim =
      'HTTP/1.1 103 Early Hints\r\nlink: </evil.js>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n';
    const reply = await call((socket) => socket.end(interim + bytesOf('200 OK')));
    expect([reply.status, reply.body]).toEqual([200, EMPTY_PAGE]);
    expect(reply.text).not.toContain('evil');
  });

  it('is no Retry-After that came twice', async () => {
    const reply = await call(
      answer('429 Slow', [JSON_TYPE, 'retry-after: 1', 'retry-after: 900'], '{"detail":"slow"}'),
    );
    expect(reply.status).toBe(429);
    expect(reply.headers.has('retry-after')).toBe(false);
  });
});
