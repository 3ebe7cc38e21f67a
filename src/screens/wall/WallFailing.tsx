import { useMemo } from 'react';
import { plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { imageNamesOf } from '../frame/insights/imageNamesOf.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { failingNames } from './failingNames.ts';
import { lengthText, minuteText } from './wallTime.ts';

/** As many as a wall has room for. */
const MOST = 9;

/** The images that fail, the longest first. */
export function WallFailing() {
  const { selection, loading } = useList();
  const { facts, picked } = useInsight(imageNamesOf, selection);
  const now = useSteps();
  const failing = useMemo(() => failingNames(picked), [picked]);
  const whole = facts.complete && facts.unreadNames === 0 && !loading;
  const soFar = whole ? '' : ' so far';
  return (
    <section aria-label="Failing since" className="min-w-0">
      <h2 className="text-muted">
        {failing.length === 0
          ? 'Failing'
          : `${plural(failing.length, 'image', 'images')} failing, the longest first${soFar}`}
      </h2>
      {failing.length === 0 && whole && picked.images.length > 0 && (
        <p className="tone-good font-semibold text-tone">No image is failing</p>
      )}
      {failing.length === 0 && !(whole && picked.images.length > 0) && (
        <p className="text-muted">{whole ? 'No image here' : 'None so far'}</p>
      )}
      <ol>
        {failing.slice(0, MOST).map(({ image, since }) => (
          <li
            key={image.code}
            className="flex items-baseline gap-[0.8em] border-t border-line"
            title={Number.isNaN(since) ? undefined : `since ${minuteText(since, now)}`}
          >
            <span className="tone-bad min-w-0 flex-1 truncate font-medium text-tone" dir="ltr">
              {makeVisible(image.name.slice(0, 200)) || '(no name)'}
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
