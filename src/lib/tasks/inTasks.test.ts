import { describe, expect, it } from 'vitest';
import { inTasks } from './inTasks.ts';
import { nextTask } from './nextTask.ts';

/** Parts of `ms` milliseconds each, by a clock of their own; `done` tells how many were done. */
function partsOf(ms: number, count: number) {
  let now = 0;
  let left = count;
  const start = inTasks(
    () => {
      if (left === 0) return false;
      left -= 1;
      now += ms;
      return true;
    },
    () => now,
  );
  return {
    start,
    done: () => count - left,
    refill: () => {
      left = count;
    },
  };
}

describe('work in tasks', () => {
  it.each([
    { ms: 20, steps: [1, 2, 3] },
    { ms: 4, steps: [1, 2, 3] },
    { ms: 1, steps: [4, 8, 9] },
    { ms: 3, steps: [2, 4, 6] },
  ])('does parts of $ms ms in each task until 4 ms have passed', async ({ ms, steps }) => {
    const parts = partsOf(ms, 9);
    parts.start();
    expect(parts.done()).toBe(0);
    for (const step of steps) {
      await nextTask();
      expect(parts.done()).toBe(step);
    }
  });

  it('goes on until none is left, and begins again', async () => {
    const parts = partsOf(4, 2);
    parts.start();
    parts.start();
    for (let task = 0; task < 4; task += 1) await nextTask();
    expect(parts.done()).toBe(2);
    parts.refill();
    await nextTask();
    expect(parts.done()).toBe(0);
    parts.start();
    for (let task = 0; task < 3; task += 1) await nextTask();
    expect(parts.done()).toBe(2);
  });
});
