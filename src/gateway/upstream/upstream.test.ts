import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesOf, type RecordingUpstream, recordUpstream } from '../testing/recordingUpstream.ts';
import { SELF_SIGNED } from '../testing/selfSigned.ts';
import { callUpstream, UPSTREAM_LIMITS } from './upstream.ts';

let upstream: RecordingUpstream;
beforeEach(async () => {
  upstream = await recordUpstream();
});
afterEach(() => upstream.close());

const call = (
  asked: { offset: number | null; limit: number | null } = { offset: null, limit: null },
  signal = new AbortController().signal,
) =>
  callUpstream({
    origin: upstream.origin,
    request: { ...asked, authorization: 'Bearer t0ken' },
    requestId: 'id',
    limits: UPSTREAM_LIMITS,
    signal,
  });

describe('a call up', () => {
  it.each([
    [null, null, ''],
    [7, null, '?offset=7'],
    [null, 9, '?limit=9'],
    [0, 0, '?offset=0&limit=0'],
  ])('for offset %j and limit %j asks for no more than that', async (offset, limit, query) => {
    expect(await call({ offset, limit })).toMatchObject({ status: 200 });
    expect(upstream.received[0]).toMatch(/^GET [^ ]+ HTTP\/1\.1\r\n/);
    expect(upstream.received[0]?.split(' ')[1]).toBe(`/api/v1/images/builds${query}`);
  });

  it('is not made for a client that has left', async () => {
    expect(await call(undefined, AbortSignal.abort())).toEqual({ failure: 'left' });
    expect(upstream.received).toEqual([]);
  });

  it('ends with its client, and leaves no listener and no timer behind', async () => {
    await upstream.close();
    upstream = await recordUpstream(() => {});
    const client = new AbortController();
    const removed = vi.spyOn(client.signal, 'removeEventListener');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    const answer = call(undefined, client.signal);
    await upstream.asked();
    client.abort();
    expect(await answer).toEqual({ failure: 'left' });
    await upstream.quiet();
    expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
    expect(cleared.mock.calls.length).toBeGreaterThanOrEqual(2);
  });

  it('is broken where the answer breaks off, before and in its body', async () => {
    for (const bytes of [
      '',
      'HTTP/1.1 200 OK\r\n',
      bytesOf('200 OK', ['content-length: 9'], '{'),
    ]) {
      await upstream.close();
      upstream = await recordUpstream((socket) => socket.end(bytes));
      expect(await call()).toEqual({ failure: 'broken' });
    }
  });
});

describe('an API whose certificate nobody trusts', () => {
  let server: Server;
  const heard = vi.fn();
  beforeEach(async () => {
    heard.mockReset();
    server = createServer(SELF_SIGNED, (request, response) => {
      heard(request.headers);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('is not told the token', async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await callUpstream({
      origin: new URL(`https://localhost:${port}`),
      request: { offset: 0, limit: 1, authorization: 'Bearer t0ken' },
      requestId: 'id',
      limits: UPSTREAM_LIMITS,
      signal: new AbortController().signal,
    });
    expect(answer).toEqual({ failure: 'unreachable' });
    expect(heard).not.toHaveBeenCalled();
  });
});
