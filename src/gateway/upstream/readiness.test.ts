import { afterEach, describe, expect, it, vi } from 'vitest';
import { rawCall } from '../testing/rawCall.ts';
import { bytesOf } from '../testing/recordingUpstream.ts';
import { type Pair, startPair } from '../testing/startPair.ts';
import { LastAnswer } from './LastAnswer.ts';

let pair: Pair;
afterEach(() => pair?.close());

const get = (path: string, token = '') =>
  rawCall(pair.gateway.url, `GET ${path} HTTP/1.1\r\nHost: ${pair.host}\r\n${token}\r\n`);
const ask = () => get('/api/v1/images/builds', 'Authorization: Bearer t0ken\r\n');

describe('whether calls can be taken', () => {
  it('is said by what the API answered last', async () => {
    let bytes = bytesOf('401 Unauthorized');
    pair = await startPair((socket) => socket.end(bytes));
    const fresh = await get('/readyz');
    expect([fresh.status, fresh.body]).toEqual([200, 'ready: the API was not asked yet.\n']);
    await ask();
    const answered = await get('/readyz');
    expect([answered.status, answered.body]).toEqual([
      200,
      'ready: the API answered 401 0 s ago.\n',
    ]);
    bytes = 'SSH-2.0-OpenSSH_9.9\r\n';
    await ask();
    const failed = await get('/readyz');
    expect([failed.status, failed.body]).toEqual([
      503,
      'not ready: the API gave no answer (no-http) 0 s ago.\n',
    ]);
    expect(failed.headers.get('cache-control')).toBe('no-store');
    bytes = bytesOf('500 Oops');
    await ask();
    expect((await get('/readyz')).status).toBe(200);
    expect(pair.upstream.received).toHaveLength(3);
  });

  it('is not changed by a client that leaves', () => {
    const last = new LastAnswer(() => 0);
    last.note({ failure: 'left', why: null });
    expect(last.read().text).toBe('ready: the API was not asked yet.');
  });

  it('is no longer denied half a minute after a failure: else nobody would find out', () => {
    let now = 5_000;
    const last = new LastAnswer(() => now);
    last.note({ failure: 'unreachable', why: 'dns' });
    now += 30_000;
    expect(last.read()).toEqual({
      ready: false,
      text: 'not ready: the API gave no answer (dns) 30 s ago.',
    });
    now += 1;
    expect(last.read().ready).toBe(true);
    last.note({ failure: 'slow', why: 'timeout' });
    expect(last.read().ready).toBe(false);
    last.note({ status: 200, rawHeaders: [], body: Buffer.alloc(0) });
    expect(last.read().ready).toBe(true);
  });

  it('is told to no other host', async () => {
    pair = await startPair();
    vi.restoreAllMocks();
    const reply = await rawCall(
      pair.gateway.url,
      'GET /readyz HTTP/1.1\r\nHost: evil.test\r\n\r\n',
    );
    expect(reply.status).toBe(421);
  });
});
