import { nextTask } from './nextTask.ts';

/**
 * Does something by parts, each in a task of its own: `step` does one and returns false when there
 * was none left. Returns how to start; it may be called at any time, also while parts are done.
 */
export function inTasks(step: () => boolean): () => void {
  let running = false;
  const run = async () => {
    running = true;
    do await nextTask();
    while (step());
    running = false;
  };
  return () => {
    if (!running) void run();
  };
}
