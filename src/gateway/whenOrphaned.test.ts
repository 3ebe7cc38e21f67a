import { afterEach, expect, it, vi } from 'vitest';
import { whenOrphaned } from './whenOrphaned.ts';

afterEach(() => void vi.useRealTimers());

it('tells once that the parent is gone, within a quarter of a second', () => {
  vi.useFakeTimers();
  let parent = 7;
  const gone = vi.fn();
  whenOrphaned(() => parent, gone);
  vi.advanceTimersByTime(60_000);
  expect(gone).not.toHaveBeenCalled();
  parent = 1;
  vi.advanceTimersByTime(250);
  expect(gone).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(gone).toHaveBeenCalledTimes(1);
});
