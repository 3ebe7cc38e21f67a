import { expect, it, vi } from 'vitest';
import { inNextTask } from './inNextTask.ts';
import { nextTask } from './nextTask.ts';

it('runs once in the next task, and not at all when it was called off', async () => {
  const run = vi.fn();
  inNextTask(run);
  inNextTask(run)();
  expect(run).not.toHaveBeenCalled();
  await nextTask();
  await nextTask();
  expect(run).toHaveBeenCalledTimes(1);
});
