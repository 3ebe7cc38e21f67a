import { useDeferredValue, useMemo } from 'react';
import type { PickedTimeline } from '../../../insights/timeline/Timeline.ts';
import type { Clause } from '../../../list/Query.ts';
import { useInsight } from '../../frame/list/useInsight.ts';
import { useList } from '../../frame/list/useList.ts';
import { useRowsWithout } from '../../frame/list/useRowsWithout.ts';
import { type AxisWords, axisWords } from './bucketWords.ts';
import { isCreatedClause } from './createdRange.ts';
import { timelineOf } from './timelineOf.ts';
import { useBarsBy } from './useBarsBy.ts';

/** Builds over time as they are drawn. */
export interface SeenTimeline {
  readonly timeline: PickedTimeline;
  readonly words: AxisWords;
  /** False: what is said is "so far". */
  readonly complete: boolean;
}

/**
 * The builds of the view over time, `wide` without its own time of creation. Behind the list by one
 * drawing: what is typed comes to the rows and the bars first.
 */
export function useTimeline(wide = false): SeenTimeline {
  const list = useDeferredValue(useList());
  const atOnce = useRowsWithout(list, isCreatedClause);
  const bars = useBarsBy(wide ? NO_CLAUSES : list.clauses);
  const by = useMemo(() => ({ ...bars, atOnce, wide }), [bars, atOnce, wide]);
  const { facts, picked } = useInsight(timelineOf, list.selection, by);
  const { axis } = picked;
  const words = useMemo(() => axisWords(axis), [axis]);
  const { complete } = facts;
  return useMemo(() => ({ timeline: picked, words, complete }), [picked, words, complete]);
}

const NO_CLAUSES: readonly Clause[] = [];
