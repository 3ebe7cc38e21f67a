import { nextTask } from '../../lib/tasks/nextTask.ts';

/**
 * Lets the browser draw and answer the person, and goes on when there is nothing more pressing.
 *
 * Not `scheduler.yield`, which goes on before the next frame: a busy Chromium drew 7 frames a
 * second under it, and over 40 under this. Not timers, which a hidden page runs once a second.
 */
export function breathe(): Promise<void> {
  // Not every browser has it, whatever the types say.
  const { scheduler }: { scheduler?: Partial<Scheduler> } = globalThis;
  if (scheduler?.postTask) return scheduler.postTask(() => undefined, { priority: 'background' });
  return nextTask();
}
