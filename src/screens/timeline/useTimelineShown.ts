import { withTimeline } from '../../views/editView.ts';
import { useView } from '../frame/view/useView.ts';
import { likeTimeline, useTimelineLiked } from './likedTimeline.ts';

/**
 * Whether builds over time stand above the list: where the address says so, or this person likes
 * it; and how to turn that. It is no step that Back undoes.
 */
export function useTimelineShown(): readonly [shown: boolean, toggle: () => void] {
  const [view, actions] = useView();
  const liked = useTimelineLiked();
  const shown = view.timeline || liked;
  const toggle = () => {
    likeTimeline(!shown);
    actions.replace((now) => withTimeline(now, !shown));
  };
  return [shown, toggle];
}
