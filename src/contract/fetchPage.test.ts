import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './ApiError.ts';
import { fetchPage, TIMEOUT_MS } from './fetchPage.ts';

const token = 'pit_0123456789abcdef0123456789abcdef';
const asked = { token, offset: 100, limit: 50 };
const build = {
  id: 'b1',
  imageName: 'app',
  imageTag: 'v1',
  status: 'COMPLETED',
  createdAt: '2026-04-17T09:00:00',
  startedAt: null,
  completedAt: null,
  artifacts: [],
};

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Puts a stand-in in place of `fetch` that ends a call and its body with the call's signal. */
function answerWith(make: (url: string, init: RequestInit) => Response | null) {
  const fake = vi.fn<Fetch>(
    (url, init) =>
      new Promise((resolve, reject) => {
        const response = make(url, init);
        init.signal?.addEventListener('abort', () => reject(new DOMException('x', 'AbortError')));
        if (response !== null) resolve(response);
      }),
  );
  vi.stubGlobal('fetch', fake);
  return fake;
}

/** A body that says `parts` and then nothing more, until the call is aborted. */
function endless(init: RequestInit, ...parts: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      init.signal?.addEventListener('abort', () =>
        controller.error(new DOMException('x', 'AbortError')),
      );
    },
  });
}

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => new Error('it was read'),
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw error;
}

const json = (body: unknown) => Response.json(body);
const text = (body: string, type = 'application/json', status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a call', () => {
  it('carries the token in its header only, and nothing else of the person', async () => {
    const fake = answerWith(() => json({ data: [build] }));
    await fetchPage(asked);
    const [url, init] = fake.mock.calls[0] ?? [];
    expect(url).toBe('/api/v1/images/builds?offset=100&limit=50');
    const { signal, ...rest } = init ?? {};
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(rest).toEqual({
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
    });
  });

  it('may ask for the builds of a team, by an id that is exact', async () => {
    const fake = answerWith(() => json({ data: [build] }));
    const teamId = 'cm9zk2w8r0003l708u5d1q6fy';
    await fetchPage({ ...asked, teamId });
    expect(fake.mock.calls[0]?.[0]).toBe(
      `/api/v1/images/builds?offset=100&limit=50&teamId=${teamId}`,
    );
    for (const bad of [
      '',
      `${teamId}0`,
      `x${teamId}`,
      `${teamId.slice(1)}&`,
      teamId.toUpperCase(),
    ]) {
      expect(await failure(fetchPage({ ...asked, teamId: bad }))).toMatchObject({
        kind: 'invalid',
        message: 'A team id is c and 24 of 0-9a-z.',
      });
    }
    expect(fake).toHaveBeenCalledTimes(1);
  });

  it('gives the page that was answered', async () => {
    answerWith(() => json({ data: [build], total_count: 2412, offset: 100, limit: 25 }));
    expect(await fetchPage(asked)).toMatchObject({
      total: 2412,
      limit: 25,
      builds: [build],
      received: 1,
    });
  });

  it('says when its whole answer is here, before that is read', async () => {
    const happened: string[] = [];
    answerWith(() => json({ data: [build] }));
    const onArrived = () => void happened.push('arrived');
    await fetchPage({ ...asked, onArrived }).then(() => happened.push('read'));
    expect(happened).toEqual(['arrived', 'read']);
    answerWith(() => text('{}', 'application/json', 503));
    await failure(fetchPage({ ...asked, onArrived }));
    expect(happened).toHaveLength(2);
  });

  it('tells the clock of the API, where a good answer has one', async () => {
    const onDate = vi.fn();
    const dated = (date: string, status = 200) =>
      answerWith(() => new Response(JSON.stringify({ data: [] }), { status, headers: { date } }));
    answerWith(() => json({ data: [] }));
    await fetchPage({ ...asked, onDate });
    dated('today');
    await fetchPage({ ...asked, onDate });
    dated('Tue, 24 Nov 2026 10:00:42 GMT', 503);
    await failure(fetchPage({ ...asked, onDate }));
    expect(onDate).not.toHaveBeenCalled();
    dated('Tue, 24 Nov 2026 10:00:42 GMT');
    await fetchPage({ ...asked, onDate });
    await fetchPage(asked);
    expect(onDate.mock.calls).toEqual([[Date.UTC(2026, 10, 24, 10, 0, 42)]]);
  });

  it('lets the browser draw before and after it takes a large answer apart', async () => {
    const yields = vi.fn();
    const Channel = globalThis.MessageChannel;
    vi.stubGlobal(
      'MessageChannel',
      class extends Channel {
        constructor() {
          super();
          yields();
        }
      },
    );
    const body = JSON.stringify({ data: [build] });
    for (const [length, times] of [
      [100_000, 0],
      [100_001, 2],
    ] as const) {
      yields.mockClear();
      answerWith(() => text(body.padEnd(length)));
      expect((await fetchPage(asked)).builds).toEqual([build]);
      expect(yields).toHaveBeenCalledTimes(times);
    }
  });

  it('reads characters that are split between packets, and a byte order mark', async () => {
    const bytes = new TextEncoder().encode(
      `\ufeff${JSON.stringify({ data: [{ ...build, imageName: 'ключ🔑' }] })}`,
    );
    answerWith(
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
        ),
    );
    expect((await fetchPage(asked)).builds[0]?.imageName).toBe('ключ🔑');
  });

  it.each(['', 'a b', 'a\nb', 'a\u200bb', 'tökén', 'a\u0000', '🔑'])(
    'is not made with the token %j, which is not quoted',
    async (bad) => {
      const fake = answerWith(() => json({ data: [] }));
      const error = await failure(fetchPage({ ...asked, token: bad }));
      expect(error).toMatchObject({
        kind: 'refused',
        status: null,
        message: 'This token has characters that cannot be sent. Paste it again.',
      });
      if (bad !== '') expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(bad);
      expect(fake).not.toHaveBeenCalled();
    },
  );

  it.each([
    [-1, 10],
    [0, 1.5],
    [Number.NaN, 10],
    [0, Number.POSITIVE_INFINITY],
  ])('is not made for offset %d and limit %d', async (offset, limit) => {
    const fake = answerWith(() => json({ data: [] }));
    expect(await failure(fetchPage({ token, offset, limit }))).toMatchObject({
      kind: 'invalid',
      message: 'Offset and limit must be whole numbers, 0 or more.',
    });
    expect(fake).not.toHaveBeenCalled();
  });
});

describe('an answer that is no page', () => {
  const says = (problem: string) => `The API's answer is not a list of builds: ${problem}.`;

  it.each([
    [new Response(null), 'it is empty'],
    [text(''), 'it is empty'],
    [text(' \n '), 'it is empty'],
    [text('null'), 'it is null, not an object'],
    [text('[]'), 'it is a list, not an object'],
    [text('{}'), '“data” is missing'],
    [text('"x"'), 'it is text, not an object'],
    [text('{"data":[{"id":"b1"'), 'it is no JSON, or broke off'],
    [text('hello'), 'it is no JSON, or broke off'],
    [text('<!doctype html><p>Sign in</p>', 'text/html'), 'it is a web page'],
    [text('<html></html>'), 'it is a web page'],
    [text('Sign in', 'text/html'), 'it is a web page'],
  ])('is refused %#', async (response, problem) => {
    answerWith(() => response);
    expect(await failure(fetchPage(asked))).toMatchObject({
      kind: 'unreadable',
      status: 200,
      message: says(problem),
      details: [],
    });
  });

  it('is refused with what it says instead', async () => {
    answerWith(() => json({ errors: [{ param: 'limit', details: 'too large' }] }));
    const error = await failure(fetchPage(asked));
    expect(error).toMatchObject({ kind: 'unreadable', details: ['limit: too large'] });
  });

  it('is cut off beyond 32 MiB', async () => {
    const mebibyte = new Uint8Array(1024 * 1024).fill(32);
    const sent = vi.fn();
    answerWith(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              sent();
              controller.enqueue(mebibyte);
            },
          }),
        ),
    );
    const error = await failure(fetchPage(asked));
    expect(error).toMatchObject({ kind: 'unreadable', message: says('it is over 32 MiB') });
    expect(sent.mock.calls.length).toBeLessThan(40);
  });

  it('is named with its request id', async () => {
    const headers = { 'x-request-id': 'r-17' };
    answerWith(() => new Response('{}', { headers }));
    expect((await failure(fetchPage(asked))).requestId).toBe('r-17');
    answerWith(() => new Response('', { status: 500, headers }));
    const error = await failure(fetchPage(asked));
    expect(error).toMatchObject({ kind: 'server', status: 500, requestId: 'r-17' });
    expect(error.message).toBe('The API failed (500).');
  });
});

describe('an answer that is a failure', () => {
  it('is read for its words', async () => {
    vi.useFakeTimers();
    answerWith(() => text('{"errors":[{"param":"limit","details":"odd"}]}', 'x/y', 422));
    expect(await failure(fetchPage(asked))).toMatchObject({
      kind: 'invalid',
      details: ['limit: odd'],
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is waited for a second at most when the token was refused', async () => {
    vi.useFakeTimers();
    answerWith((_url, init) => new Response(endless(init, '{"detail":"ha'), { status: 401 }));
    const failed = failure(fetchPage(asked));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await failed).toMatchObject({ kind: 'unauthorized', details: [] });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says why a token was refused', async () => {
    answerWith(() => text('{"detail":"Token expired on 1 May"}', 'application/json', 401));
    expect(await failure(fetchPage(asked))).toMatchObject({
      kind: 'unauthorized',
      details: ['Token expired on 1 May'],
    });
  });

  it('is known by its status when its words never end', async () => {
    vi.useFakeTimers();
    answerWith((_url, init) => new Response(endless(init, 'out of order'), { status: 503 }));
    const settled = vi.fn();
    const failed = failure(fetchPage(asked)).finally(settled);
    await vi.advanceTimersByTimeAsync(4999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await failed).toMatchObject({ kind: 'server', status: 503, details: ['out of order'] });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a redirect that a browser does not let us see', async () => {
    const response = Response.error();
    Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
    answerWith(() => response);
    expect(await failure(fetchPage(asked))).toMatchObject({
      kind: 'unexpected',
      status: null,
      message: 'The API answered with a redirect, which is not followed.',
    });
  });
});

describe('the token in an answer', () => {
  it('is masked in builds', async () => {
    const artifact = {
      id: 'a1',
      artifactType: 'VM_SANDBOX',
      status: 'FAILED',
      fullImagePath: `prime/${token}/app`,
      errorMessage: `login with ${token} failed`,
      createdAt: '',
      startedAt: null,
      completedAt: null,
    };
    answerWith(() => json({ data: [{ ...build, imageName: token, artifacts: [artifact] }] }));
    const page = await fetchPage(asked);
    expect(page.builds[0]?.imageName).toBe('••••');
    expect(page.builds[0]?.artifacts?.[0]).toMatchObject({
      fullImagePath: 'prime/••••/app',
      errorMessage: 'login with •••• failed',
    });
    expect(JSON.stringify(page)).not.toContain(token);
  });

  it.each([200, 400, 403, 422, 429, 500])('is masked in a failure with %d', async (status) => {
    const headers = { 'x-request-id': token };
    const body = JSON.stringify({ detail: `no such token: ${token}` });
    answerWith(() => new Response(body, { status, headers }));
    const error = await failure(fetchPage(asked));
    expect(error.details).toEqual(['no such token: ••••']);
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(token);
  });
});

describe('a call without a whole answer', () => {
  it('is offline when the connection fails, whatever the engine says', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError(`Bearer ${token} is an invalid header`);
    });
    const error = await failure(fetchPage(asked));
    expect(error).toMatchObject({ kind: 'offline', status: null, transient: true });
    expect(error.message).toBe('The API cannot be reached. Check the connection.');
    expect(error.cause).toBeUndefined();
  });

  it('is timed out when no answer comes', async () => {
    vi.useFakeTimers();
    answerWith(() => null);
    let settled = false;
    const failed = failure(fetchPage(asked)).finally(() => {
      settled = true;
    });
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 1);
    expect(settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failed).toMatchObject({
      kind: 'timeout',
      message: 'The API did not answer in full within 35 seconds.',
    });
  });

  it('is timed out when the body never ends', async () => {
    vi.useFakeTimers();
    answerWith((_url, init) => new Response(endless(init, '{"data":[')));
    const failed = failure(fetchPage(asked));
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    expect(await failed).toMatchObject({ kind: 'timeout', status: null });
  });

  it('leaves no timer and no listener behind', async () => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const added = vi.spyOn(signal, 'addEventListener');
    answerWith(() => json({ data: [] }));
    await fetchPage({ ...asked, signal });
    expect(vi.getTimerCount()).toBe(0);
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed).toHaveBeenCalledWith('abort', added.mock.calls[0]?.[1]);
  });
});

describe("the caller's abort", () => {
  const reason = new Error('signed out');
  const aborted = (call: Promise<unknown>) => expect(call).rejects.toBe(reason);

  it('before the call makes none', async () => {
    const fake = answerWith(() => json({ data: [] }));
    await aborted(fetchPage({ ...asked, signal: AbortSignal.abort(reason) }));
    expect(fake).not.toHaveBeenCalled();
  });

  it.each([
    ['before the answer', () => null],
    ['in its body', (_url: string, init: RequestInit) => new Response(endless(init, '{'))],
    [
      'in the body of a failure',
      (_url: string, init: RequestInit) => new Response(endless(init, '{'), { status: 500 }),
    ],
  ])('%s is thrown on', async (_name, make) => {
    const caller = new AbortController();
    answerWith(make);
    const call = fetchPage({ ...asked, signal: caller.signal });
    const rejects = aborted(call);
    await new Promise((resolve) => setImmediate(resolve));
    caller.abort(reason);
    await rejects;
  });

  it('wins over a page that was whole at the same time', async () => {
    const caller = new AbortController();
    answerWith(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.enqueue(new TextEncoder().encode('{"data":[]}'));
              controller.close();
              caller.abort(reason);
            },
          }),
        ),
    );
    await aborted(fetchPage({ ...asked, signal: caller.signal }));
  });

  it('wins over an answer that came at the same time', async () => {
    const caller = new AbortController();
    answerWith(() => {
      caller.abort(reason);
      return new Response(null, { status: 401 });
    });
    await aborted(fetchPage({ ...asked, signal: caller.signal }));
  });
});

describe('over a real connection', () => {
  let server: Server;
  let respond: (response: ServerResponse) => void = () => undefined;

  beforeEach(async () => {
    server = createServer((_request, response) => respond(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      real(`http://127.0.0.1:${port}${url}`, init),
    );
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('reads a page', async () => {
    respond = (response) => response.end(JSON.stringify({ data: [build] }));
    expect((await fetchPage(asked)).builds).toEqual([build]);
  });

  it.each<[string, (response: ServerResponse) => void, Partial<ApiError>]>([
    ['a reset before the answer', (one) => one.destroy(), { kind: 'offline' }],
    [
      'a reset in the body',
      (one) => {
        one.writeHead(200, { 'content-length': '100' });
        one.write('{"data":[', () => one.destroy());
      },
      { kind: 'offline' },
    ],
    [
      'a refused token and a body that never ends',
      (one) => {
        one.writeHead(401);
        one.write('half');
      },
      { kind: 'unauthorized', status: 401 },
    ],
    [
      'a redirect, and does not follow it',
      (one) => one.writeHead(302, { location: '/elsewhere' }).end(),
      { kind: 'unexpected' },
    ],
    ['no content', (one) => one.writeHead(204).end(), { kind: 'unexpected', status: 204 }],
  ])('names %s', async (_name, answer, expected) => {
    respond = answer;
    expect(await failure(fetchPage(asked))).toMatchObject(expected);
  });
});
