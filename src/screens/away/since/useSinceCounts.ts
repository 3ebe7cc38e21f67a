import { useMemo, useState } from 'react';
import { StatusKinds } from '../../../insights/StatusKinds.ts';
import { countSince, type SinceCounts } from '../../../insights/since/countSince.ts';
import { errorGroupsOf } from '../../frame/insights/errorGroupsOf.ts';
import { imageNamesOf } from '../../frame/insights/imageNamesOf.ts';
import { useInsight } from '../../frame/list/useInsight.ts';
import { useList } from '../../frame/list/useList.ts';

const NO_ROWS = { order: new Uint32Array(0) };

/**
 * What happened after a moment, over the whole list; null until all of it was read once. While a
 * list that was whole is checked again, what was said of it stands.
 */
export function useSinceCounts(moment: number): SinceCounts | null {
  const { state } = useList();
  const errors = useInsight(errorGroupsOf, NO_ROWS);
  const images = useInsight(imageNamesOf, NO_ROWS);
  const [kinds] = useState(() => new StatusKinds());
  const { table } = errors.facts;
  const fresh = useMemo(() => {
    if (images.facts.table !== table) return null;
    const sources = { table, kinds: kinds.of(table), errors: errors.facts, images: images.facts };
    return countSince(sources, moment);
  }, [table, kinds, errors.facts, images.facts, moment]);
  const ready = errors.ready && images.ready;
  const [whole, setWhole] = useState<{ moment: number; counts: SinceCounts } | null>(null);
  if (ready && fresh?.complete && whole?.counts !== fresh) setWhole({ moment, counts: fresh });
  if (state.completeness === 'checking' && whole?.moment === moment) return whole.counts;
  return ready ? fresh : null;
}
