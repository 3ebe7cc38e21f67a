import { useInsight } from '../../frame/list/useInsight.ts';
import { useList } from '../../frame/list/useList.ts';
import { timeBarsOf } from '../model/timelineOf.ts';
import { useBarsBy } from '../model/useBarsBy.ts';
import { CountedBars, type CountedBarsProps } from './CountedBars.tsx';

/** The bars of the view in the same drawing as its rows; what is told of them comes after. */
export function LiveBars({ className }: Pick<CountedBarsProps, 'className'>) {
  const { selection, clauses } = useList();
  const { counts } = useInsight(timeBarsOf, selection, useBarsBy(clauses)).picked;
  return <CountedBars byKind={counts.byKind} className={className} />;
}
