import { useMemo } from 'react';
import type { Clause } from '../../../list/Query.ts';
import type { BuildList } from './useBuildList.ts';
import { useMarks } from './useMarks.ts';
import { usePageReplica } from './usePageReplica.ts';
import { useSteps } from './useSteps.ts';

/**
 * The rows of the view without some of its conditions, such as those on the outcome, over which
 * rates say nothing. Null: the whole list. `isLeftOut` stays the same function.
 */
export function useRowsWithout(
  { state, selection, clauses }: Pick<BuildList, 'state' | 'selection' | 'clauses'>,
  isLeftOut: (clause: Clause) => boolean,
): Uint32Array | null {
  const replica = usePageReplica();
  const { table } = replica;
  const now = useSteps();
  const selector = useMemo(() => table.newSelector(), [table]);
  const query = useMemo(
    () => ({ clauses: clauses.filter((one) => !isLeftOut(one)), sort: [] }),
    [clauses, isLeftOut],
  );
  const { marks } = useMarks(query, replica, state.version, now);
  return useMemo(() => {
    // Then it is not known whose the rows are, and none is selected.
    if (state.verifying) return selection.order;
    if (query.clauses.length === 0) return null;
    if (query.clauses.length === clauses.length) return selection.order;
    return selector.select(query, now, marks).order;
  }, [query, clauses, selection, selector, now, marks, state.version, state.verifying]);
}
