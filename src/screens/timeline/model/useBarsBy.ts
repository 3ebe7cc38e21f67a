import { useMemo } from 'react';
import { MOST_BUCKETS } from '../../../insights/timeline/TimeAxis.ts';
import type { BarsBy } from '../../../insights/timeline/TimeBars.ts';
import type { Clause } from '../../../list/Query.ts';
import { usePreferredZone } from '../../../ui/dayZone.ts';
import { NARROW, useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { zoneOf } from '../../../views/editView.ts';
import { useView } from '../../frame/view/useView.ts';
import { createdRange } from './createdRange.ts';

/** So many that two months still fall into days, and so few that a thumb finds one. */
const MOST_ON_PHONES = 70;

/** Which time is drawn, in which days and how many of them: of the time that conditions leave. */
export function useBarsBy(clauses: readonly Clause[]): BarsBy {
  const [view] = useView();
  const zone = zoneOf(view, usePreferredZone());
  const mostBuckets = useMediaQuery(NARROW) ? MOST_ON_PHONES : MOST_BUCKETS;
  const { from, to } = createdRange(clauses);
  return useMemo(() => ({ from, to, zone, mostBuckets }), [from, to, zone, mostBuckets]);
}
