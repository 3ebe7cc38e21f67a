import { useMemo } from 'react';
import type { ImageFacts } from '../../insights/images/ImageFacts.ts';
import type { PickedImages } from '../../insights/images/PickedImages.ts';
import type { PushAgain } from '../../insights/images/pushAgain.ts';
import { pushWords, withLeft } from '../../insights/images/pushWords.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyAll } from '../frame/lens/CopyAll.tsx';
import { imageLines } from '../frame/lens/imageLines.ts';
import { allGoodPaths } from './imageWords.ts';
import { usePushAgain } from './usePushAgain.ts';

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
  const { count, builds, unread } = picked;
  const { push, fresh } = usePushAgain(facts, rows);
  const paths = useMemo(() => picked.paths, [picked]);
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 px-3 text-sm text-muted">
      <span role="status" className="font-medium text-ink tabular-nums">
        {plural(count, 'image', 'images')} of {plural(builds, 'build', 'builds')}
        {!facts.complete && ' so far'}
      </span>
      {unread > 0 && <span>{formatCount(unread)} builds still to be read</span>}
      <CopyAll
        label="Copy all last good paths"
        text={() => `${allGoodPaths(picked.images).join('\n')}\n`}
        empty={paths === 0}
      />
      <span>{plural(paths, 'path', 'paths')}</span>
      <CopyAll
        label="Copy name:tag list"
        text={() => imageLines(fresh().lines)}
        empty={(push?.lines.length ?? 0) === 0}
      />
      <span title="Images whose newest build that completed or failed is a failure: what to push again">
        {push === null ? 'Counting what to push again' : pushWords(push)}
      </span>
      {hasLeft(push) && (
        <CopyAll
          label="Copy with those left out"
          text={() => imageLines(withLeft(fresh()).lines)}
          empty={false}
        />
      )}
      {moved && <Button onClick={onShow}>Order changed: re-sort</Button>}
    </div>
  );
}

const hasLeft = (push: PushAgain | null) =>
  push !== null && push.goodSince.length + push.builtAgain.length > 0;
