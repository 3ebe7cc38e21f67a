/** A busy page gets to it after this all the same. Milliseconds. */
const AT_LATEST = 1000;

/**
 * Runs once, `after` milliseconds have passed and the page has nothing more urgent to do.
 * Returns how to call it off.
 */
export function whenIdle(run: () => void, after: number): () => void {
  // Safari has no idle callbacks.
  const hasIdle = typeof requestIdleCallback === 'function';
  if (!hasIdle || after > 0) {
    let cancel = () => clearTimeout(timer);
    const timer = setTimeout(
      () => {
        if (hasIdle) cancel = whenIdle(run, 0);
        else run();
      },
      Math.max(after, hasIdle ? 0 : 16),
    );
    return () => cancel();
  }
  const idle = requestIdleCallback(run, { timeout: AT_LATEST });
  return () => cancelIdleCallback(idle);
}
