import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { useTimelineShown } from './useTimelineShown.ts';

const TimelinePanel = lazyPiece(async () => (await import('./TimelinePanel.tsx')).TimelinePanel);

/** Builds over time above the list, where they are shown; as high before they have come. */
export function TimelinePlace() {
  if (!useTimelineShown()) return null;
  return (
    <Piece fallback={<div className="h-31.25 shrink-0 max-sm:h-34.25" />}>
      <TimelinePanel />
    </Piece>
  );
}
