import { useView } from '../frame/view/useView.ts';
import { isAboveLens } from './isAboveLens.ts';
import { useTimelineLiked } from './likedTimeline.ts';

/**
 * Whether builds over time stand above the list: where the address says so, or this person likes
 * it. Null on lenses above which they never do.
 */
export function useTimelineShown(): boolean | null {
  const [{ lens, timeline }] = useView();
  const liked = useTimelineLiked();
  return isAboveLens(lens) ? timeline !== null || liked : null;
}
