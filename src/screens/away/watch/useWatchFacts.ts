import { useCallback, useMemo } from 'react';
import { useReplica } from '../../../replica/useReplica.ts';
import { batchesOf } from '../../frame/insights/batchesOf.ts';
import { errorGroupsOf } from '../../frame/insights/errorGroupsOf.ts';
import { useInsight } from '../../frame/list/useInsight.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useWatchList } from '../../frame/watch/useWatchList.ts';
import { canLook } from './canLook.ts';

const NO_ROWS = { order: new Uint32Array(0) };

/** What a look at the list needs: its table, its pushes and causes; null until all of it was read. */
export function useWatchFacts() {
  const replica = usePageReplica();
  const state = useReplica(replica);
  const [{ watched }] = useWatchList();
  const errors = useInsight(errorGroupsOf, NO_ROWS);
  const batches = useInsight(batchesOf, NO_ROWS);
  const insight = batchesOf(replica);
  const { table } = batches.facts;
  const known = {
    watched,
    errors: errors.facts,
    batches: batches.facts,
    version: batches.version,
  };
  const read = table === replica.table && canLook(known, table);
  const facts = useMemo(
    () =>
      read ? { table, version: batches.version, batches: { insight, facts: batches.facts } } : null,
    [read, table, insight, batches.facts, batches.version],
  );
  const causeRows = useCallback(
    (fingerprint: string): ReadonlySet<number> => {
      const cause = errors.facts.causeOf(fingerprint);
      return new Set(cause === undefined ? [] : errors.facts.groupOf(cause).all.rows());
    },
    [errors.facts],
  );
  return { state, facts, causeRows };
}
