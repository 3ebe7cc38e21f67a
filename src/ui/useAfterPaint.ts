import { startTransition, useEffect, useState } from 'react';

/**
 * True from `ms` milliseconds after `ready` was first drawn: for what should not hold up what the person
 * waits for. A timer, since a hidden page has no frames.
 */
export function useAfterPaint(ready: boolean, ms = 30): boolean {
  const [painted, setPainted] = useState(false);
  // Only the browser knows time.
  useEffect(() => {
    if (!ready || painted) return;
    const timer = setTimeout(() => startTransition(() => setPainted(true)), ms);
    return () => clearTimeout(timer);
  }, [ready, painted, ms]);
  return painted;
}
