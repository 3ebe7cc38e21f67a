import { MOST_SAVED_VIEWS, type SavedViews } from '../../../views/saved/SavedViews.ts';

/** Why no view can be added, null when one can. */
export function roomProblem(state: SavedViews): string | null {
  if (state.own.length < MOST_SAVED_VIEWS) return null;
  return `No more than ${MOST_SAVED_VIEWS} views are kept: delete one first.`;
}
