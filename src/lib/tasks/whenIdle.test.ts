import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from './whenIdle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser with idle callbacks: timers of their own, 100 ms on. */
function withIdleCallbacks() {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 100));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
}

describe.each([
  { browser: 'with idle callbacks', prepare: withIdleCallbacks, at: 600 },
  {
    browser: 'without them',
    prepare: () => vi.stubGlobal('requestIdleCallback', undefined),
    at: 500,
  },
])('in a browser $browser, work', ({ prepare, at }) => {
  it('is done once, when it is due and the page is idle', () => {
    prepare();
    const run = vi.fn();
    whenIdle(run, 500);
    vi.advanceTimersByTime(at - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is not done when it was called off, however late', () => {
    prepare();
    const run = vi.fn();
    for (const passed of [0, 499, 500, at - 1]) {
      const cancel = whenIdle(run, 500);
      vi.advanceTimersByTime(Math.min(passed, at - 1));
      cancel();
      vi.runAllTimers();
    }
    expect(run).not.toHaveBeenCalled();
  });
});
