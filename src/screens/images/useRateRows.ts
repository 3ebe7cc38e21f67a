import { useMemo } from 'react';
import { isOutcomeClause } from '../../insights/images/pickImages.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';
import { useMarks } from '../frame/list/useMarks.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useSteps } from '../frame/list/useSteps.ts';

/**
 * The rows that rates are of: the filter's without its conditions on the outcome, since with
 * `status=FAILED` every rate would be 0. Null: the whole list.
 */
export function useRateRows({
  state,
  selection,
  clauses,
}: Pick<BuildList, 'state' | 'selection' | 'clauses'>): Uint32Array | null {
  const replica = usePageReplica();
  const { table } = replica;
  const now = useSteps();
  const selector = useMemo(() => table.newSelector(), [table]);
  const query = useMemo(
    () => ({ clauses: clauses.filter((one) => !isOutcomeClause(one)), sort: [] }),
    [clauses],
  );
  const { marks } = useMarks(query, replica, state.version, now);
  return useMemo(() => {
    if (query.clauses.length === 0) return null;
    if (query.clauses.length === clauses.length) return selection.order;
    return selector.select(query, now, marks).order;
  }, [query, clauses, selection, selector, now, marks, state.version]);
}
