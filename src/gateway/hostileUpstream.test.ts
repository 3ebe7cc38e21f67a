import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayOptions } from './startGateway.ts';
import { type RawReply, rawCall } from './testing/rawCall.ts';
import { bytesOf, EMPTY_PAGE, type Script } from './testing/recordingUpstream.ts';
import { type Pair, startPair } from './testing/startPair.ts';

const JSON_TYPE = 'content-type: application/json';
const SLOW = { detail: 'The API did not answer in time.' };
const SCRIPT = '<script>steal()</script>';
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

type Case = readonly [name: string, status: number, bytes: string];
const html = (status: string, type = 'text/html') =>
  bytesOf(status, [`content-type: ${type}`, 'retry-after: 3'], SCRIPT);

const CASES: readonly Case[] = [
  ...[301, 302, 303, 307, 308].map(
    (status): Case => [
      `a redirect by ${status}`,
      502,
      bytesOf(`${status} Moved`, [JSON_TYPE, 'location: http://evil.test/'], '{"evil":1}'),
    ],
  ),
  ['304 unasked', 502, 'HTTP/1.1 304 Not Modified\r\n\r\n'],
  ['300', 502, bytesOf('300 Choices')],
  ['HTML with 200', 502, html('200 OK')],
  ['HTML with 206', 502, html('206 Partial')],
  ['HTML with 401', 401, html('401 No')],
  ['HTML with 429', 429, html('429 Slow')],
  ['HTML with 500', 500, html('500 Oops')],
  ['HTML with 503', 503, html('503 Unavailable')],
  ['a script', 502, html('200 OK', 'text/javascript')],
  ['an image', 502, html('200 OK', 'image/svg+xml')],
  ['plain text', 502, html('200 OK', 'text/plain')],
  ['a type that is almost JSON', 502, html('200 OK', 'application/jsonp')],
  ['a type that ends in JSON', 502, html('200 OK', 'text/html; x=application/json')],
  ['no type', 502, bytesOf('200 OK', [], SCRIPT)],
  ['two types', 502, bytesOf('200 OK', [JSON_TYPE, 'content-type: text/html'], SCRIPT)],
  ['a gzip body', 502, bytesOf('200 OK', [JSON_TYPE, 'content-encoding: gzip'], SCRIPT)],
  [
    'a body coded twice',
    502,
    bytesOf('200 OK', [JSON_TYPE, 'content-encoding: identity', 'content-encoding: br'], SCRIPT),
  ],
  ['fewer bytes than said', 502, bytesOf('200 OK', [JSON_TYPE, 'content-length: 999'], '{}')],
  ['a length of words', 502, bytesOf('200 OK', [JSON_TYPE, 'content-length: many'], '{}')],
  [
    'two lengths',
    502,
    bytesOf('200 OK', [JSON_TYPE, 'content-length: 2', 'content-length: 3'], '{}!'),
  ],
  [
    'a length and chunks',
    502,
    bytesOf('200 OK', [JSON_TYPE, 'content-length: 2', 'transfer-encoding: chunked'], '0\r\n\r\n'),
  ],
  [
    'chunks that break off',
    502,
    bytesOf('200 OK', [JSON_TYPE, 'transfer-encoding: chunked'], '5\r\n{"a'),
  ],
  [
    'chunks that are none',
    502,
    bytesOf('200 OK', [JSON_TYPE, 'transfer-encoding: chunked'], 'zz\r\n{}'),
  ],
  [
    'a switch of protocols',
    502,
    'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: evil\r\n\r\n',
  ],
  ['a status that is none', 502, bytesOf('600 Evil')],
  ['a status of words', 502, bytesOf('OK fine')],
  ['another protocol', 502, 'SSH-2.0-OpenSSH_9.9\r\n'],
  ['nothing at all', 502, ''],
  ['half a status line', 502, 'HTTP/1.1 20'],
  ['headers without end', 502, `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n{}`],
  ['a header with NUL', 502, bytesOf('200 OK', [JSON_TYPE, 'x: a\0b'])],
];

describe('a hostile answer', () => {
  it.each(CASES)('is met in our own words: %s (%i)', async (_name, status, bytes) => {
    const reply = await call((socket) => socket.end(bytes, 'latin1'));
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.body)).toEqual({ detail: expect.stringMatching(/API/) });
    expect(reply.text).not.toMatch(/evil|script>|location/i);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(reply.headers.has('retry-after')).toBe(status !== 502 && bytes.includes('retry-after'));
    await pair.upstream.quiet();
  });

  it('is cut at its length: bytes after it belong to nobody', async () => {
    const bytes = `${bytesOf('200 OK')}${bytesOf('200 OK', [JSON_TYPE], SCRIPT)}`;
    const reply = await call((socket) => socket.end(bytes));
    expect(reply.body).toBe(EMPTY_PAGE);
    const next = await rawCall(pair.gateway.url, plainCall(pair.host));
    expect(next.body).toBe(EMPTY_PAGE);
    expect(pair.upstream.received).toHaveLength(2);
  });

  it('is not read past the cap, whatever length it said', async () => {
    const endless: Script = (socket) => {
      socket.write(bytesOf('200 OK', [JSON_TYPE, 'content-length: 99999999999'], ''));
      const more = () => {
        if (!socket.destroyed) socket.write('x'.repeat(1000), more);
      };
      more();
    };
    const reply = await call(endless, { limits: { bodyBytes: 10_000 } });
    expect([reply.status, JSON.parse(reply.body)]).toEqual([
      502,
      { detail: 'The API answered with more than 32 MB.' },
    ]);
    await pair.upstream.quiet();
  });

  it('may fill the cap to its last byte', async () => {
    const body = `"${'x'.repeat(9_998)}"`;
    const reply = await call(answer('200 OK', [JSON_TYPE], body), {
      limits: { bodyBytes: 10_000 },
    });
    expect([reply.status, reply.body]).toEqual([200, body]);
  });

  it('that is reset becomes 502', async () => {
    const reply = await call((socket) => socket.resetAndDestroy());
    expect(reply.status).toBe(502);
  });

  it('is not asked for twice', async () => {
    await call((socket) => socket.resetAndDestroy());
    expect(pair.upstream.received).toHaveLength(1);
  });
});

describe('a slow answer', () => {
  it('is given up when no byte comes', async () => {
    const reply = await call(() => {}, { limits: { firstByteMs: 60 } });
    expect([reply.status, JSON.parse(reply.body)]).toEqual([504, SLOW]);
    await pair.upstream.quiet();
  });

  it('is given up when its headers drip', async () => {
    const reply = await call((socket) => void socket.write('HTTP/1.1 200 OK\r\nx'), {
      limits: { firstByteMs: 60 },
    });
    expect(reply.status).toBe(504);
    await pair.upstream.quiet();
  });

  it('is given up when its body does not end', async () => {
    const script: Script = (socket) =>
      void socket.write(bytesOf('200 OK', [JSON_TYPE, 'content-length: 99'], '{"data":'));
    const reply = await call(script, { limits: { totalMs: 120, firstByteMs: 100 } });
    expect([reply.status, JSON.parse(reply.body)]).toEqual([504, SLOW]);
    await pair.upstream.quiet();
  });

  it('is told apart from an API that cannot be reached', async () => {
    pair = await startPair();
    await pair.upstream.close();
    const reply = await rawCall(pair.gateway.url, plainCall(pair.host));
    expect([reply.status, JSON.parse(reply.body)]).toEqual([
      502,
      { detail: 'The API cannot be reached.' },
    ]);
  });
});
