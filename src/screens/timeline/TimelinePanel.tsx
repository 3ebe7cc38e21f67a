import { useTimeline } from './model/useTimeline.ts';
import { TimelineFigure } from './plot/TimelineFigure.tsx';

/** Builds over time above the list. */
export function TimelinePanel() {
  return <TimelineFigure live={useTimeline()} barsClass="h-18" figures />;
}
