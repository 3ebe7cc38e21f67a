import { useDeferredValue, useMemo } from 'react';
import { MOST_BUCKETS } from '../../../insights/timeline/TimeAxis.ts';
import type { PickedTimeline, TimelineBy } from '../../../insights/timeline/Timeline.ts';
import { usePreferredZone } from '../../../ui/dayZone.ts';
import { NARROW, useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { zoneOf } from '../../../views/editView.ts';
import { useInsight } from '../../frame/list/useInsight.ts';
import { useList } from '../../frame/list/useList.ts';
import { useRowsWithout } from '../../frame/list/useRowsWithout.ts';
import { useView } from '../../frame/view/useView.ts';
import { type AxisWords, axisWords } from './bucketWords.ts';
import { type CreatedRange, createdRange, isCreatedClause } from './createdRange.ts';
import { timelineOf } from './timelineOf.ts';

/** So many that two months still fall into days, and so few that a thumb finds one. */
const MOST_ON_PHONES = 70;

const ANY_TIME: CreatedRange = { from: null, to: null };

/** Builds over time as they are drawn. */
export interface SeenTimeline {
  readonly timeline: PickedTimeline;
  readonly words: AxisWords;
  /** False: what is said is "so far". */
  readonly complete: boolean;
}

/**
 * The builds of the view over time, `wide` without its own time of creation. Behind the list by one
 * drawing: what is typed comes to the rows first.
 */
export function useTimeline(wide = false): SeenTimeline {
  const list = useDeferredValue(useList());
  const [view] = useView();
  const zone = zoneOf(view, usePreferredZone());
  const narrow = useMediaQuery(NARROW);
  const atOnce = useRowsWithout(list, isCreatedClause);
  const { from, to } = wide ? ANY_TIME : createdRange(list.clauses);
  const by = useMemo(
    (): TimelineBy => ({
      from,
      to,
      zone,
      mostBuckets: narrow ? MOST_ON_PHONES : MOST_BUCKETS,
      atOnce,
      wide,
    }),
    [from, to, zone, narrow, atOnce, wide],
  );
  const { facts, picked } = useInsight(timelineOf, list.selection, by);
  const { axis } = picked;
  const words = useMemo(() => axisWords(axis), [axis]);
  const { complete } = facts;
  return useMemo(() => ({ timeline: picked, words, complete }), [picked, words, complete]);
}
