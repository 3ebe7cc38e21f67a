import { useEffect } from 'react';
import type { SavedViewsAction } from '../../views/saved/reduceSavedViews.ts';

/**
 * Notes when the person last saw a view: as it opens, as it is left, and as the page is hidden,
 * since all that came until then was on the screen.
 */
export function useMarkOpened(
  name: string | null,
  dispatch: (action: SavedViewsAction) => void,
): void {
  // A view opens and closes by any way the address can change, so its coming and going is watched.
  useEffect(() => {
    if (name === null) return;
    const mark = () => dispatch({ kind: 'open', name, now: Date.now() });
    const markHidden = () => {
      if (document.hidden) mark();
    };
    mark();
    document.addEventListener('visibilitychange', markHidden);
    return () => {
      document.removeEventListener('visibilitychange', markHidden);
      mark();
    };
  }, [name, dispatch]);
}
