import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { whenIdle } from '../../lib/tasks/whenIdle.ts';
import { useReplica } from '../../replica/useReplica.ts';
import { useClock } from '../../ui/clock.ts';
import type { SavedView } from '../../views/saved/SavedViews.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { ViewCounter, type ViewCounts } from './ViewCounter.ts';

const QUARTER_MINUTE = 15_000;
const NONE: ViewCounts = new Map();

/**
 * How many builds each view has and how new they are, by the view's address. Counted when the
 * page is idle, so a moment late; empty while there is nothing to count.
 */
export function useViewCounts(views: readonly SavedView[]): ViewCounts {
  const replica = usePageReplica();
  const state = useReplica(replica);
  const [counter] = useState(() => new ViewCounter({ now: () => Date.now(), whenIdle }));
  const quarter = useClock((now) => Math.floor(now / QUARTER_MINUTE));
  const { table } = replica;
  const written = JSON.stringify(views.map(({ search }) => search));
  // Opening a view changes the list but not what is counted.
  const searches = useMemo(() => views.map(({ search }) => search), [written]);
  // Counting is work outside of React, to be told of each change.
  useEffect(
    () => counter.request({ table, searches }),
    [counter, table, searches, state.version, quarter],
  );
  const counts = useSyncExternalStore(counter.subscribe, counter.get);
  const isKnown = state.loaded > 0 || state.completeness === 'complete';
  return isKnown && !state.verifying ? counts : NONE;
}
