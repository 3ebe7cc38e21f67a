import { startTransition, useEffect, useState } from 'react';

const PAINTED_MS = 30;

/**
 * True from shortly after `ready` was first drawn: for what should not hold up what the person
 * waits for. A timer, since a hidden page has no frames.
 */
export function useAfterPaint(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);
  // Only the browser knows time.
  useEffect(() => {
    if (!ready || painted) return;
    const timer = setTimeout(() => startTransition(() => setPainted(true)), PAINTED_MS);
    return () => clearTimeout(timer);
  }, [ready, painted]);
  return painted;
}
