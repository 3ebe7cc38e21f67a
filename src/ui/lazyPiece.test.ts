// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { loadPiece } from './lazyPiece.ts';

const MISSING = new TypeError('Failed to fetch dynamically imported module: /assets/Bars.js');

afterEach(() => vi.unstubAllGlobals());

function network(onLine: boolean): void {
  vi.stubGlobal('navigator', { onLine });
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
  const load = piece(0);
  expect(await loadPiece(load)).toBe('piece');
  expect(load).toHaveBeenCalledTimes(1);
});

it('asks once more for a piece that did not come, and gives up where there is a network', async () => {
  network(true);
  expect(await loadPiece(piece(1))).toBe('piece');
  const load = piece(2);
  await expect(loadPiece(load)).rejects.toBe(MISSING);
  expect(load).toHaveBeenCalledTimes(2);
});

it('waits for a network as long as there is none, and asks again when it is back', async () => {
  network(false);
  const load = piece(2);
  const loaded = loadPiece(load);
  for (const times of [1, 2]) {
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(times));
    await Promise.resolve();
    window.dispatchEvent(new Event('online'));
  }
  expect(await loaded).toBe('piece');
  expect(load).toHaveBeenCalledTimes(3);
});

it('asks no second time for a piece that came and broke', async () => {
  network(false);
  const broken = new RangeError('It breaks.');
  const load = piece(1, broken);
  await expect(loadPiece(load)).rejects.toBe(broken);
  expect(load).toHaveBeenCalledTimes(1);
});
