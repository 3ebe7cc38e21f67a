/** How often it is looked whether the parent is still there, milliseconds. */
const EVERY_MS = 250;

/**
 * Calls back once when the process that started this one is gone: the system then names another
 * one for the parent. There is no event for it. Keeps no process alive.
 */
export function whenOrphaned(parentNow: () => number, listener: () => void): void {
  const parent = parentNow();
  const timer = setInterval(() => {
    if (parentNow() === parent) return;
    clearInterval(timer);
    listener();
  }, EVERY_MS);
  timer.unref();
}
