import { useCallback, useRef, useState } from 'react';
import type { TableRows } from '../../table/VirtualTable.tsx';
import type { BuildRecord } from './BuildRecord.ts';

/** The builds that the person has selected, by id. */
export function useSelected(rows: TableRows<BuildRecord>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const last = useRef<string | null>(null);

  const select = useCallback(
    (id: string, range: boolean) => {
      const from = range && last.current !== null ? rows.positionOf(last.current) : null;
      const to = rows.positionOf(id);
      last.current = id;
      setSelected((before) => {
        const next = new Set(before);
        if (from !== null && to !== null) {
          for (let at = Math.min(from, to); at <= Math.max(from, to); at++)
            next.add(rows.keyAt(at));
        } else if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    [rows],
  );
  const selectAll = useCallback(
    () =>
      setSelected((before) =>
        before.size > 0
          ? NONE
          : new Set(Array.from({ length: rows.count }, (_, at) => rows.keyAt(at))),
      ),
    [rows],
  );
  return { selected, setSelected, select, selectAll };
}

const NONE: ReadonlySet<string> = new Set();
