import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ImageFacts } from '../../insights/images/ImageFacts.ts';
import { type PushAgain, pushAgain, pushAgainInParts } from '../../insights/images/pushAgain.ts';
import { inNextTask } from '../../lib/tasks/inNextTask.ts';
import { takeParts } from '../../lib/tasks/takeParts.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { workInSlices } from '../frame/list/workInSlices.ts';

/** Of so many rows it is told at once. */
const AT_ONCE = 2000;

interface Counted {
  readonly rows: Uint32Array;
  readonly now: number;
  readonly push: PushAgain;
}

/** What was counted last of some facts: a lens that is opened again asks for the same. */
const counted = new WeakMap<ImageFacts, Counted>();

/**
 * What to push again of some rows. Of many it is counted in slices, each a task of its own: until
 * then `push` is what it was before, or null, and `fresh` counts it at once.
 */
export function usePushAgain(facts: ImageFacts, rows: Uint32Array) {
  const now = useSteps();
  const known = useMemo(() => knownOf(facts, rows, now), [facts, rows, now]);
  const [last, setLast] = useState<PushAgain | null>(null);
  // Work between the browser's own tasks is outside of React.
  useEffect(() => {
    if (known !== null) return;
    const parts = pushAgainInParts(facts, rows, now);
    let push: PushAgain | null = null;
    return workInSlices(
      (budgetMs) => {
        push = takeParts(parts, budgetMs)?.value ?? null;
        return push !== null;
      },
      () => {
        if (push !== null) counted.set(facts, { rows, now, push });
        setLast(push);
      },
      // At once, a slice to a task: what stands there until then is of before.
      inNextTask,
    );
  }, [known, facts, rows, now]);
  const push = known ?? last;
  const fresh = useCallback(
    () => knownOf(facts, rows, now) ?? pushAgain(facts, rows, now),
    [facts, rows, now],
  );
  return { push, fresh };
}

function knownOf(facts: ImageFacts, rows: Uint32Array, now: number): PushAgain | null {
  if (rows.length <= AT_ONCE) return pushAgain(facts, rows, now);
  const last = counted.get(facts);
  return last?.rows === rows && last.now === now ? last.push : null;
}
