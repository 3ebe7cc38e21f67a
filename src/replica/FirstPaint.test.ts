import { expect, it, vi } from 'vitest';
import { FirstPaint } from './FirstPaint.ts';

function paintOf() {
  const waiting = new Set<() => void>();
  const paint = new FirstPaint({
    frame: () => () => {},
    painted(then) {
      waiting.add(then);
      return () => waiting.delete(then);
    },
  });
  return { paint, waiting };
}

it('waits until the rows are painted, once', () => {
  const { paint, waiting } = paintOf();
  const painted = vi.fn(() => expect(paint.on).toBe(false));
  expect(paint.on).toBe(false);
  paint.wait(painted);
  expect(paint.on).toBe(true);
  for (const then of waiting) then();
  expect(painted).toHaveBeenCalledTimes(1);
});

it('is called off, also by another wait', () => {
  const { paint, waiting } = paintOf();
  paint.wait(() => {});
  paint.wait(() => {});
  expect(waiting.size).toBe(1);
  paint.cancel();
  expect(waiting.size).toBe(0);
  expect(paint.on).toBe(false);
});
