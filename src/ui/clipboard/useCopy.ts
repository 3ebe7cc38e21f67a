import { useCallback, useRef, useState } from 'react';
import { copyText } from './copyText.ts';
import { offerByHand } from './textByHand.ts';

export type CopyState = 'idle' | 'copied' | 'refused';

/** What is copied, or how it is made once it is asked for. */
export type CopiedText = string | (() => string);

/**
 * Copies text to the clipboard and says for two seconds how it went. `what` it is completes
 * `Copy …`. Where the browser does not let the page copy, the text is offered in a field, and it
 * is `refused`.
 */
export function useCopy(): readonly [CopyState, (text: CopiedText, what: string) => Promise<void>] {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = useCallback(async (given: CopiedText, what: string) => {
    const text = typeof given === 'function' ? given() : given;
    const copied = await copyText(text);
    if (!copied) offerByHand({ text, what });
    setState(copied ? 'copied' : 'refused');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 2000);
  }, []);
  return [state, copy];
}
