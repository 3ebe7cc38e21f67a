import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Insight } from '../../../list/Insight.ts';
import type { Selection } from '../../../list/Selection.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import type { OfReplica } from './onePerReplica.ts';
import { usePageReplica } from './usePageReplica.ts';
import { useSteps } from './useSteps.ts';
import { inTurn, workInSlices } from './workInSlices.ts';

export interface SeenInsight<Facts, Picked> {
  /** Over the whole list. */
  readonly facts: Facts;
  /** That of the list when the facts were asked for: it may have moved on since. */
  readonly version: number;
  /** What the filter lets through. */
  readonly picked: Picked;
  /** False until what is dear was read once; what there is until then may be wrong. */
  readonly ready: boolean;
}

/**
 * An insight over the list, picked by a selection; anew when builds, time or the filter move on,
 * and when what is dear has been read, slice by slice while the page is idle. `ahead` works out
 * before it is drawn, and apart from that, what the drawing of a long list keeps.
 */
export function useInsight<Facts, Picked, By>(
  insightOf: OfReplica<Insight<Facts, Picked, By>>,
  selection: Pick<Selection, 'order'>,
  by?: By,
  ahead?: (facts: Facts, picked: Picked) => void,
): SeenInsight<Facts, Picked> {
  const replica = usePageReplica();
  const insight = insightOf(replica);
  // Behind the rows by one drawing: facts of a long list are a task of their own.
  const drawn = useDeferredValue(useReplica(replica));
  const { table } = replica;
  const now = useSteps();
  const [worked, setWorked] = useState({ epoch: Number.NaN, times: 0 });
  // Whether the list is whole can change while no build does; of a list that is gone nothing stands.
  const { facts, version } = useMemo(
    () => ({ facts: insight.facts(table, now), version: table.version }),
    [insight, table, table.epoch, now, drawn.version, drawn.completeness, worked],
  );
  const picked = useMemo(
    () => insight.pick(facts, selection.order, by),
    [insight, facts, selection.order, by],
  );
  const latest = useRef({ order: selection.order, by, ahead });
  useLayoutEffect(() => {
    latest.current = { order: selection.order, by, ahead };
  });
  // Work between the browser's own tasks is outside of React.
  useEffect(() => {
    const see = () => {
      const { order, by } = latest.current;
      const facts = insight.facts(table, now);
      return [facts, insight.pick(facts, order, by)] as const;
    };
    const pickAhead = () => {
      see();
      return true;
    };
    const lookAhead = () => {
      latest.current.ahead?.(...see());
      return true;
    };
    return workInSlices(
      inTurn([
        (budgetMs) => insight.work(budgetMs),
        ...(latest.current.ahead ? [pickAhead, lookAhead] : []),
      ]),
      () => setWorked(({ times }) => ({ epoch: table.epoch, times: times + 1 })),
    );
  }, [insight, table, now, drawn.version]);
  return { facts, version, picked, ready: worked.epoch === table.epoch };
}
