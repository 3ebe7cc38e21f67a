import { useLayoutEffect, useMemo, useRef } from 'react';
import { assignSlots } from './assignSlots.ts';

/**
 * Slots of the rows with these keys, and which of these rows were drawn whole when last it was
 * drawn at rest: `fast` scrolling draws the others in passing.
 */
export function useSlots(keys: readonly string[], keep: (key: string) => boolean, fast: boolean) {
  const last = useRef<ReadonlyMap<string, number>>(new Map());
  const whole = useRef<ReadonlyMap<string, number>>(new Map());
  const latestKeep = useRef(keep);
  const slots = useMemo(() => assignSlots(last.current, keys, latestKeep.current), [keys]);
  // What was drawn is known once it has been: a drawing may be given up half way.
  useLayoutEffect(() => {
    last.current = slots;
    latestKeep.current = keep;
    if (!fast) whole.current = slots;
  });
  return {
    slotOf: (key: string) => slots.get(key),
    wasWhole: (key: string) => whole.current.has(key),
  };
}
