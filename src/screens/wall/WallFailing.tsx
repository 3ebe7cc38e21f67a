import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { plural } from '../../lib/number.ts';
import { imageNamesOf } from '../frame/insights/imageNamesOf.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { failingNames } from './failingNames.ts';
import { useRoom } from './useRoom.ts';
import { useWallTime } from './useWallTime.ts';
import { wallName } from './wallName.ts';
import { lengthText, minuteText } from './wallTime.ts';

/** Where the page scrolls. */
const USUAL = 9;

/** The images that fail, the longest first. */
export function WallFailing() {
  const { selection, loading } = useList();
  const { facts, picked } = useInsight(imageNamesOf, selection);
  const now = useWallTime();
  const { list, rows, letters } = useRoom(1, USUAL);
  const failing = useMemo(() => failingNames(picked), [picked]);
  const whole = facts.complete && facts.unreadNames === 0 && !loading;
  return (
    <section aria-label="Failing since" className="flex min-h-0 min-w-0 flex-col">
      <h2 className="text-muted">
        {failing.length === 0
          ? 'Failing'
          : `${plural(failing.length, 'image', 'images')} failing${whole ? '' : ' so far'}, the longest first`}
      </h2>
      {failing.length === 0 && whole && (
        <p className="tone-good flex items-center gap-[0.5em] text-[1.4em] font-semibold text-tone">
          <CircleCheck aria-hidden="true" className="size-[1.1em] shrink-0" />
          No image is failing
        </p>
      )}
      {failing.length === 0 && !whole && <p className="text-muted">None so far</p>}
      <ol ref={list} className="min-h-0 flex-1 overflow-hidden print:overflow-visible">
        {failing.slice(0, rows).map(({ image, since }) => (
          <li
            key={image.code}
            className="flex items-baseline gap-[0.8em] border-t border-line"
            title={Number.isNaN(since) ? undefined : `since ${minuteText(since, now)}`}
          >
            <span className="tone-bad min-w-0 flex-1 truncate font-medium text-tone" dir="ltr">
              {wallName(image.name, letters)}
            </span>
            <span className="whitespace-nowrap">
              {Number.isNaN(since) ? '–' : lengthText(now - since)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
