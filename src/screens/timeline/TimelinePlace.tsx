import { lazy } from 'react';
import { Piece } from '../../ui/Piece.tsx';
import { useView } from '../frame/view/useView.ts';
import { isAboveLens } from './isAboveLens.ts';
import { useTimelineShown } from './useTimelineShown.ts';

const TimelinePanel = lazy(async () => ({
  default: (await import('./TimelinePanel.tsx')).TimelinePanel,
}));

/** Builds over time above the list, where they are shown; as high before they have come. */
export function TimelinePlace() {
  const [{ lens }] = useView();
  const [shown] = useTimelineShown();
  if (!shown || !isAboveLens(lens)) return null;
  return (
    <Piece fallback={<div className="h-31 shrink-0 max-sm:h-47" />}>
      <TimelinePanel />
    </Piece>
  );
}
