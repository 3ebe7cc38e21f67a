import { useCallback, useState } from 'react';
import type { ReadingReason } from './useStage.ts';

const NONE: ReadonlySet<ReadingReason> = new Set();

/**
 * Why a person is reading what is shown: the reasons that are given and not taken back; none any
 * more when something else is shown.
 */
export function useReading(shown: string | undefined) {
  const [state, setState] = useState({ shown, reasons: NONE });
  if (state.shown !== shown) setState({ shown, reasons: NONE });
  const setReading = useCallback((reason: ReadingReason, reading: boolean) => {
    setState((before) => {
      if (before.reasons.has(reason) === reading) return before;
      const reasons = new Set(before.reasons);
      if (reading) reasons.add(reason);
      else reasons.delete(reason);
      return { ...before, reasons };
    });
  }, []);
  return [state.reasons, setReading] as const;
}
