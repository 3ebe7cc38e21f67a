import { useMemo } from 'react';
import { knownStatus } from '../../contract/status.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useLensRows } from '../frame/list/useStage.ts';

/** Tells the keys what the rows of the table are. */
export function useBuildRows(toggle: (id: string) => void): void {
  const { rows } = useList();
  const replica = usePageReplica();
  useLensRows(
    useMemo(
      () => ({
        count: rows.count,
        keyAt: rows.keyAt,
        positionOf: rows.positionOf,
        toggle,
        isFailure: (position) => {
          // By the columns: there may be 100,000 of them without a failure.
          const { table } = replica;
          const row = table.rowOf(rows.keyAt(position));
          if (row === undefined) return false;
          const status = table.texts.statuses.at(table.status[row] ?? 0);
          return knownStatus(status) === 'FAILED' || table.firstError[row] !== 0;
        },
      }),
      [rows, toggle, replica],
    ),
  );
}
