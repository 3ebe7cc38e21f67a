import { useDeferredValue, useMemo } from 'react';
import type { ImageFacts, PickedImages } from '../../insights/images/ImageFacts.ts';
import { pushAgain } from '../../insights/images/pushAgain.ts';
import { pushWords, withLeft } from '../../insights/images/pushWords.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyAll } from '../frame/lens/CopyAll.tsx';
import { imageLines } from '../frame/lens/imageLines.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { allGoodPaths, countGoodPaths } from './imageWords.ts';

export interface ImagesLineProps {
  readonly facts: ImageFacts;
  readonly picked: PickedImages;
  /** The rows of the filter. */
  readonly rows: Uint32Array;
  readonly moved: boolean;
  readonly onShow: () => void;
}

/** How many images of how many builds, and what can be taken of all of them. */
export function ImagesLine({ facts, picked, rows, moved, onShow }: ImagesLineProps) {
  const { images, builds, unread } = picked;
  const now = useSteps();
  // Counted after the table is drawn: there may be 100,000 rows and images.
  const [laterRows, laterImages] = [useDeferredValue(rows), useDeferredValue(images)];
  const push = useMemo(() => pushAgain(facts, laterRows, now), [facts, laterRows, now]);
  const all = useMemo(() => withLeft(push), [push]);
  const paths = useMemo(() => countGoodPaths(laterImages), [laterImages]);
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 px-3 text-sm text-muted">
      <span role="status" className="font-medium text-ink tabular-nums">
        {plural(images.length, 'image', 'images')} of {plural(builds, 'build', 'builds')}
        {!facts.complete && ' so far'}
      </span>
      {unread > 0 && <span>{formatCount(unread)} builds still to be read</span>}
      <CopyAll
        label="Copy all last good paths"
        text={() => `${allGoodPaths(images).join('\n')}\n`}
        empty={paths === 0}
      />
      <span>{plural(paths, 'path', 'paths')}</span>
      <CopyAll
        label="Copy name:tag list"
        text={() => imageLines(push.lines)}
        empty={push.lines.length === 0}
      />
      <span title="Images whose newest build that completed or failed is a failure: what to push again">
        {pushWords(push)}
      </span>
      {all.lines.length > push.lines.length && (
        <CopyAll
          label="Copy with those left out"
          text={() => imageLines(all.lines)}
          empty={false}
        />
      )}
      {moved && <Button onClick={onShow}>Order changed: re-sort</Button>}
    </div>
  );
}
