import { useCallback, useRef, useState } from 'react';

export type CopyState = 'idle' | 'copied' | 'refused';

/**
 * Copies text to the clipboard and says for two seconds how it went. A browser that refuses
 * leaves `refused`, so that the caller can ask the person to copy by hand.
 */
export function useCopy(): readonly [CopyState, (text: string) => Promise<boolean>] {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = useCallback(async (text: string) => {
    let went = false;
    try {
      await navigator.clipboard.writeText(text);
      went = true;
    } catch {
      went = false;
    }
    setState(went ? 'copied' : 'refused');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 2000);
    return went;
  }, []);
  return [state, copy];
}
