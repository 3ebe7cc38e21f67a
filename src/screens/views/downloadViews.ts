import type { SavedViews } from '../../views/saved/SavedViews.ts';
import { printSavedViews } from '../../views/saved/savedViewsFile.ts';

/** Hands the person a file of their own views, without what was opened when. */
export function downloadViews(saved: SavedViews): void {
  const file = new Blob([printSavedViews(saved, false)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'image-builds-views.json';
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
