// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserClock, browserFrames, browserVisibility } from './surroundings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const then = vi.fn();

beforeEach(() => {
  then.mockClear();
});

describe('the clock', () => {
  it('calls once, after the time', () => {
    browserClock.after(1000, then);
    vi.advanceTimersByTime(999);
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(then).toHaveBeenCalledTimes(1);
  });

  it('is called off', () => {
    const cancel = browserClock.after(1000, then);
    cancel();
    vi.advanceTimersByTime(2000);
    expect(then).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sets no timer so far away that a browser fires it at once, and none in the past', () => {
    const timer = vi.spyOn(globalThis, 'setTimeout');
    browserClock.after(2 ** 40, then);
    browserClock.after(-5, then);
    const waits = timer.mock.calls.map(([, ms]) => Number(ms));
    expect(waits[0]).toBeGreaterThan(24 * 3_600_000);
    expect(waits[0]).toBeLessThan(2 ** 31);
    expect(waits[1]).toBe(0);
  });

  it('tells the time of day', () => {
    vi.setSystemTime(1_234_567);
    expect(browserClock.now()).toBe(1_234_567);
  });
});

describe('frames', () => {
  /** Frames that come when the test says so. */
  function drawn() {
    const waiting = new Map<number, () => void>();
    let last = 0;
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
      last += 1;
      waiting.set(last, callback);
      return last;
    });
    vi.stubGlobal('cancelAnimationFrame', (frame: number) => waiting.delete(frame));
    return {
      waiting,
      draw: () => {
        for (const [frame, callback] of [...waiting]) {
          waiting.delete(frame);
          callback();
        }
      },
    };
  }

  it('come with the next drawing, once', () => {
    const page = drawn();
    browserFrames.frame(then);
    vi.advanceTimersByTime(100);
    expect(then).not.toHaveBeenCalled();
    page.draw();
    expect(then).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    page.draw();
    expect(then).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('come in time on a page that is not drawn, and then not again with a drawing', () => {
    const page = drawn();
    browserFrames.frame(then);
    vi.advanceTimersByTime(250);
    expect(then).toHaveBeenCalledTimes(1);
    expect(page.waiting.size).toBe(0);
    page.draw();
    expect(then).toHaveBeenCalledTimes(1);
  });

  it('come without anything that draws', () => {
    vi.stubGlobal('requestAnimationFrame', undefined);
    vi.stubGlobal('cancelAnimationFrame', undefined);
    browserFrames.frame(then);
    vi.advanceTimersByTime(250);
    expect(then).toHaveBeenCalledTimes(1);
  });

  it('are called off', () => {
    const page = drawn();
    browserFrames.frame(then)();
    expect(page.waiting.size).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(then).not.toHaveBeenCalled();
  });

  it('count as painted only once the drawing is over', () => {
    const page = drawn();
    browserFrames.painted(then);
    page.draw();
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(then).toHaveBeenCalledTimes(1);
  });

  it('are called off before and after the drawing', () => {
    const page = drawn();
    browserFrames.painted(then)();
    expect(page.waiting.size).toBe(0);
    const late = browserFrames.painted(then);
    page.draw();
    late();
    vi.advanceTimersByTime(10_000);
    expect(then).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('whether a person can see the page', () => {
  it('is what the page says', () => {
    const state = vi.spyOn(document, 'visibilityState', 'get');
    state.mockReturnValue('hidden');
    expect(browserVisibility.isVisible()).toBe(false);
    state.mockReturnValue('visible');
    expect(browserVisibility.isVisible()).toBe(true);
  });

  it('is told of each change and each return from the back-forward cache, until the end', () => {
    const end = browserVisibility.subscribe(then);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(then).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('pageshow'));
    expect(then).toHaveBeenCalledTimes(2);
    end();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    expect(then).toHaveBeenCalledTimes(2);
  });

  it('is yes where there is no page at all', () => {
    vi.stubGlobal('document', undefined);
    expect(browserVisibility.isVisible()).toBe(true);
    expect(browserVisibility.subscribe(then)).toBeTypeOf('function');
  });
});
