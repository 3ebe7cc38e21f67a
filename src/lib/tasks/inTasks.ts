import { nextTask } from './nextTask.ts';

/** What is done in one task, but for the part that ends it: a quarter of a frame. Milliseconds. */
const TASK_MS = 4;

/**
 * Does something by parts, as many in a task as are begun within 4 ms: `step` does one and returns
 * false when there was none left. Returns how to start; it may be called at any time, also while
 * parts are done.
 */
export function inTasks(
  step: () => boolean,
  clock: () => number = () => performance.now(),
): () => void {
  let running = false;
  const someAreLeft = () => {
    const end = clock() + TASK_MS;
    do if (!step()) return false;
    while (clock() < end);
    return true;
  };
  const run = async () => {
    running = true;
    do await nextTask();
    while (someAreLeft());
    running = false;
  };
  return () => {
    if (!running) void run();
  };
}
