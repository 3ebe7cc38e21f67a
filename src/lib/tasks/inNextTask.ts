import { nextTask } from './nextTask.ts';

/** Runs once, in the browser's next task. Returns how to call it off. */
export function inNextTask(run: () => void): () => void {
  let isOff = false;
  void nextTask().then(() => {
    if (!isOff) run();
  });
  return () => {
    isOff = true;
  };
}
