import { useMemo } from 'react';
import { compareCauses } from '../../insights/compare/compareCauses.ts';
import type { Settled } from '../../insights/compare/compareKey.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { usePreferredZone } from '../../ui/dayZone.ts';
import { parseComparison } from '../../views/compare/Comparison.ts';
import { settleWindows } from '../../views/compare/settleWindows.ts';
import { zoneOf } from '../../views/editView.ts';
import { comparisonsOf } from '../frame/insights/comparisonsOf.ts';
import { errorGroupsOf } from '../frame/insights/errorGroupsOf.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { useRowsWithout } from '../frame/list/useRowsWithout.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { useView } from '../frame/view/useView.ts';
import { isLeftOut } from './comparedFilter.ts';

/** What is compared where the address does not say it. */
export const USUAL = '24h';

const NO_SIDES = new Uint8Array(0);

/** What the view compares, settled at this moment, and what came of it. */
export function useCompare() {
  const [view] = useView();
  const list = useList();
  const zone = zoneOf(view, usePreferredZone());
  const now = useSteps();
  const written = view.compare ?? USUAL;
  const comparison = useMemo(() => parseComparison(written), [written]);
  const windows = useMemo(
    () =>
      comparison === null || comparison.kind === 'batch'
        ? null
        : settleWindows(comparison, now, zone),
    [comparison, now, zone],
  );
  const settled = useMemo((): Settled | undefined => {
    if (comparison?.kind === 'batch') return comparison;
    return windows === null ? undefined : { kind: 'windows', windows };
  }, [comparison, windows]);
  const { facts, rows } = useComparedRows();
  const selection = useMemo(() => ({ order: rows }), [rows]);
  const { picked } = useInsight(comparisonsOf, selection, settled);
  const errors = useInsight(errorGroupsOf, selection).facts;
  const causes = useMemo(
    () => compareCauses(errors, picked?.sides ?? NO_SIDES, rows),
    [errors, picked, rows],
  );
  return {
    view,
    written,
    comparison,
    zone,
    windows,
    settled,
    facts,
    picked,
    causes,
    /** False: all of it is "so far". */
    complete: facts.complete && !list.loading && facts.unreadFamilies === 0,
    asked: `${list.key} ${written}`,
  };
}

export type SeenComparison = ReturnType<typeof useCompare>;

const NO_ROWS = { order: new Uint32Array(0) };

/** The rows of the view without its conditions on the outcome and the creation. */
function useComparedRows() {
  const list = useList();
  const { facts } = useInsight(comparisonsOf, NO_ROWS);
  const some = useRowsWithout(list, isLeftOut);
  const rows = useMemo(() => some ?? rowsOf(facts.table), [some, facts]);
  return { facts, rows };
}

function rowsOf({ rowCount, alive }: BuildTable): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, row) => row).filter((row) => alive[row]);
}
