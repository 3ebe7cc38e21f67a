import { useEffect, useState } from 'react';
import { keepScreenOn, type ScreenLock } from './keepScreenOn.ts';

/** Keeps the screen on while a wall is drawn; null until the browser has said whether it can. */
export function useScreenOn(): ScreenLock | null {
  const [state, setState] = useState<ScreenLock | null>(null);
  // The lock is the browser's.
  useEffect(() => {
    const wakeLock = 'wakeLock' in navigator ? navigator.wakeLock : null;
    return keepScreenOn({ wakeLock, document }, setState);
  }, []);
  return state;
}
