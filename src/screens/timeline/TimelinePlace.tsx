import { classes } from '../../ui/classes.ts';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { useView } from '../frame/view/useView.ts';
import { useTimelineShown } from './useTimelineShown.ts';

const TimelinePanel = lazyPiece(async () => (await import('./TimelinePanel.tsx')).TimelinePanel);

/** Builds over time above the list, where they are shown; as high before they have come. */
export function TimelinePlace() {
  const [{ timeline }] = useView();
  if (!useTimelineShown()) return null;
  const height = timeline === 'figures' ? 'h-95.25 max-sm:h-98.25' : 'h-31.25 max-sm:h-34.25';
  return (
    <Piece fallback={<div className={classes('shrink-0', height)} />}>
      <TimelinePanel />
    </Piece>
  );
}
