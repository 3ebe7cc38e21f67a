import { useCallback, useEffect, useState } from 'react';
import { isComposing } from '../../lib/isComposing.ts';
import { withLens } from '../../views/editView.ts';
import { PUSHED } from '../frame/view/address.ts';
import { useView } from '../frame/view/useView.ts';

/** How long the way out is shown after the pointer moved. Milliseconds. */
const SHOWN_MS = 4000;

/** The way out of a wall: back to where one came from, else to the builds of the same filter. */
export function useLeave() {
  const [, actions] = useView();
  const [shown, setShown] = useState(false);
  const leave = useCallback(() => {
    if (window.history.state === PUSHED) window.history.back();
    else actions.push((now) => withLens(now, 'builds'));
  }, [actions]);
  // Wherever the focus and the pointer are: a wall has nothing else that hears them.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      if (event.target instanceof HTMLInputElement) return;
      leave();
    };
    const onPointer = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setShown(false), SHOWN_MS);
      setShown(true);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointermove', onPointer);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointermove', onPointer);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [leave]);
  return { leave, shown };
}
