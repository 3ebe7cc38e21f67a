import { isOutcomeClause } from '../../insights/images/pickImages.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';
import { useRowsWithout } from '../frame/list/useRowsWithout.ts';

/**
 * The rows that rates are of: the filter's without its conditions on the outcome, since with
 * `status=FAILED` every rate would be 0. Null: the whole list.
 */
export function useRateRows(
  list: Pick<BuildList, 'state' | 'selection' | 'clauses'>,
): Uint32Array | null {
  return useRowsWithout(list, isOutcomeClause);
}
