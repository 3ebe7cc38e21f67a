import { describe, expect, it } from 'vitest';
import { inTasks } from './inTasks.ts';
import { nextTask } from './nextTask.ts';

describe('work in tasks', () => {
  it('does a part in each task until none is left, and begins again', async () => {
    let left = 2;
    const seen: number[] = [];
    const start = inTasks(() => {
      seen.push(left);
      left -= 1;
      return left >= 0;
    });
    start();
    start();
    expect(seen).toEqual([]);
    await nextTask();
    expect(seen).toEqual([2]);
    await nextTask();
    await nextTask();
    await nextTask();
    expect(seen).toEqual([2, 1, 0]);
    left = 1;
    start();
    await nextTask();
    await nextTask();
    expect(seen).toEqual([2, 1, 0, 1, 0]);
  });
});
