// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadPiece } from './lazyPiece.ts';

const MISSING = new TypeError('Failed to fetch dynamically imported module: /assets/Bars.js');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The server of the page, which answers from so many askings on. */
function server(silent: number) {
  const ask = vi.fn(async (_address: string, _init: RequestInit) => {
    if (ask.mock.calls.length <= silent) throw new TypeError('Failed to fetch');
    return new Response(null, { status: 500 });
  });
  vi.stubGlobal('fetch', ask);
  return ask;
}

/** What fails so many times, then brings a piece. */
function piece(failures: number, error: unknown = MISSING) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= failures) throw error;
    return 'piece';
  });
  return load;
}

it('asks once for a piece that comes', async () => {
  const ask = server(0);
  const load = piece(0);
  expect(await loadPiece(load)).toBe('piece');
  expect(load).toHaveBeenCalledTimes(1);
  expect(ask).not.toHaveBeenCalled();
});

it('asks once more for a piece that did not come, and gives up where the server answers', async () => {
  server(0);
  expect(await loadPiece(piece(1))).toBe('piece');
  const load = piece(2);
  await expect(loadPiece(load)).rejects.toBe(MISSING);
  expect(load).toHaveBeenCalledTimes(2);
});

it('waits for a server as long as there is none, and asks again once it answers', async () => {
  const ask = server(3);
  const load = piece(1);
  const loaded = loadPiece(load);
  for (const times of [1, 2, 3]) {
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(times);
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5000);
  }
  expect(await loaded).toBe('piece');
  expect(ask.mock.lastCall).toEqual(['./', { method: 'HEAD', cache: 'no-store' }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(4);
});

it('asks at once when the network is back', async () => {
  server(1);
  const loaded = loadPiece(piece(1));
  await vi.advanceTimersByTimeAsync(0);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(await loaded).toBe('piece');
  expect(vi.getTimerCount()).toBe(0);
});

it('asks no second time for a piece that came and broke', async () => {
  const ask = server(0);
  const broken = new RangeError('It breaks.');
  const load = piece(1, broken);
  await expect(loadPiece(load)).rejects.toBe(broken);
  expect(load).toHaveBeenCalledTimes(1);
  expect(ask).not.toHaveBeenCalled();
});
