import { createServer, type Server } from 'node:https';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiRequest } from '../door/apiRequest.ts';
import { listen } from '../exchange/listen.ts';
import { bytesOf, type RecordingUpstream, recordUpstream } from '../testing/recordingUpstream.ts';
import { SELF_SIGNED } from '../testing/selfSigned.ts';
import { UPSTREAM_LIMITS } from './UpstreamCall.ts';
import { callUpstream } from './upstream.ts';

const NOTHING: ApiRequest = {
  offset: null,
  limit: null,
  teamId: null,
  authorization: 'Bearer t0ken',
};
let upstream: RecordingUpstream;
beforeEach(async () => {
  upstream = await recordUpstream();
});
afterEach(() => upstream.close());

const call = (asked: Partial<ApiRequest> = {}, signal = new AbortController().signal) =>
  callUpstream({
    origin: upstream.origin,
    proxy: null,
    request: { ...NOTHING, ...asked },
    requestId: 'id',
    limits: UPSTREAM_LIMITS,
    signal,
  });

describe('a call up', () => {
  it.each([
    [{}, ''],
    [{ offset: 7 }, '?offset=7'],
    [{ limit: 9 }, '?limit=9'],
    [{ offset: 0, limit: 0 }, '?offset=0&limit=0'],
    [{ limit: 9, teamId: 'c0' }, '?limit=9&teamId=c0'],
  ])('for %j asks for no more than that', async (asked, query) => {
    expect(await call(asked)).toMatchObject({ status: 200 });
    expect(upstream.received[0]).toMatch(/^GET [^ ]+ HTTP\/1\.1\r\n/);
    expect(upstream.received[0]?.split(' ')[1]).toBe(`/api/v1/images/builds${query}`);
  });

  it('is not made for a client that has left', async () => {
    expect(await call(undefined, AbortSignal.abort())).toEqual({ failure: 'left', why: null });
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
    expect(await answer).toEqual({ failure: 'left', why: null });
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
      expect(await call()).toEqual({ failure: 'broken', why: 'broken-off' });
    }
  });
});

describe('an API whose certificate nobody trusts', () => {
  let server: Server;
  const heard = vi.fn();
  let port = 0;
  beforeEach(async () => {
    heard.mockReset();
    server = createServer(SELF_SIGNED, (request, response) => {
      heard(request.headers);
      response.end();
    });
    port = await listen(server, 0, '127.0.0.1');
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('is not told the token', async () => {
    const answer = await callUpstream({
      origin: new URL(`https://localhost:${port}`),
      proxy: null,
      request: NOTHING,
      requestId: 'id',
      limits: UPSTREAM_LIMITS,
      signal: new AbortController().signal,
    });
    expect(answer).toEqual({ failure: 'unreachable', why: 'tls:DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(heard).not.toHaveBeenCalled();
  });
});
