import { expect, it, vi } from 'vitest';
import { keepScreenOn, type ScreenLock } from './keepScreenOn.ts';

function visibleDocument() {
  const shown: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
  return Object.assign(new EventTarget(), shown);
}

/** A document that can be hidden, and a browser that gives locks. */
function screenOf(refuses = false) {
  const document = visibleDocument();
  const locks: (EventTarget & { release: () => Promise<void> })[] = [];
  const request = vi.fn(async () => {
    if (refuses) throw new Error('low power');
    const lock = Object.assign(new EventTarget(), {
      release: vi.fn(async () => void lock.dispatchEvent(new Event('release'))),
    });
    locks.push(lock);
    return lock;
  });
  const show = (visibilityState: DocumentVisibilityState) => {
    document.visibilityState = visibilityState;
    if (visibilityState === 'hidden') locks.at(-1)?.dispatchEvent(new Event('release'));
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const states: ScreenLock[] = [];
  const end = keepScreenOn({ wakeLock: { request }, document }, (state) => states.push(state));
  return { states, end, show, request, locks };
}

it('keeps the screen on, and takes the lock again on the return', async () => {
  const { states, show, request, end } = screenOf();
  await vi.waitFor(() => expect(states).toEqual(['on']), 20_000);
  show('hidden');
  expect(states).toEqual(['on', 'off']);
  show('visible');
  await vi.waitFor(() => expect(states).toEqual(['on', 'off', 'on']), 20_000);
  expect(request).toHaveBeenCalledTimes(2);
  end();
  show('visible');
  expect(request).toHaveBeenCalledTimes(2);
});

it('says that it cannot, and that it may not', async () => {
  const states: ScreenLock[] = [];
  const document = visibleDocument();
  keepScreenOn({ wakeLock: null, document }, (state) => states.push(state));
  expect(states).toEqual(['none']);
  const refused = screenOf(true);
  await vi.waitFor(() => expect(refused.states).toEqual(['off']), 20_000);
});

it('gives a lock back that came after the end', async () => {
  const { end, locks, states } = screenOf();
  end();
  await vi.waitFor(() => expect(locks).toHaveLength(1), 20_000);
  await vi.waitFor(() => expect(locks[0]?.release).toHaveBeenCalled(), 20_000);
  expect(states).toEqual([]);
});
