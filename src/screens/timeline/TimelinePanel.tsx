import { TimelineFigure } from './TimelineFigure.tsx';
import { useTimeline } from './useTimeline.ts';

/** Builds over time above the list. */
export function TimelinePanel() {
  return <TimelineFigure live={useTimeline()} barsClass="h-18" figures />;
}
